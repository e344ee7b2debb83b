import type { Span } from '../base/index.ts';
import { statementsOf, type KqlDocument } from './document.ts';
import { toDocument } from './place.ts';
import { wholeOf } from './statementAt.ts';
import { walk } from './treeAt.ts';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
}

/** The type of each computed column and of each `let` value, behind its name. */
export function inlayHints(document: KqlDocument, within: Span): readonly InlayHint[] {
  const end = within.start + within.length;
  return statementsOf(document).flatMap((statement) => {
    const whole = toDocument(statement, wholeOf(statement));
    const tree = whole.start > end || whole.start + whole.length < within.start ? undefined : statement.content.analysis?.tree();
    return (tree ? [...walk(tree)] : []).flatMap(({ kind, children, type }) => {
      if (kind !== 'SimpleNamedExpression' && kind !== 'LetStatement') return [];
      const name = children.find((child) => child.kind === 'NameDeclaration');
      const known = kind === 'LetStatement' ? children.findLast((child) => child.kind !== 'Token')?.type : type;
      if (!name || known === undefined || known === 'table') return [];
      const { start, length } = toDocument(statement, name.span);
      return start + length >= within.start && start + length <= end ? [{ offset: start + length, label: `: ${known}` }] : [];
    });
  });
}
