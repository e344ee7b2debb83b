import type { Span } from '../base/index.ts';
import type { KqlDocument, Statement } from './document.ts';
import type { TextChange } from './finding.ts';
import { placeAt, toDocument } from './place.ts';
import { ancestors, tokenAt } from './treeAt.ts';

export interface Reference {
  readonly span: Span;
  readonly declaration: boolean;
}

/** Every place of the name under the offset, within its query; empty for names that the query does not declare. */
export function references(document: KqlDocument, offset: number): readonly Reference[] {
  const found = declaredAt(document, offset);
  return found ? found.places.map(({ span, declaration }) => ({ span: toDocument(found.statement, span), declaration })) : [];
}

/** Where the name under the offset is declared: a `let`, a parameter, or a computed column. */
export function definition(document: KqlDocument, offset: number): readonly Span[] {
  return references(document, offset).filter(({ declaration }) => declaration).map(({ span }) => span);
}

interface Declared {
  readonly statement: Statement;
  readonly places: readonly Reference[];
  readonly renamable: boolean;
}

function declaredAt(document: KqlDocument, offset: number): Declared | undefined {
  const place = placeAt(document, offset)?.inStatement;
  const analysis = place?.statement.content.analysis;
  if (!place || !analysis) return undefined;
  const token = tokenAt(analysis.tree(), place.offset);
  const symbol = token && [...ancestors(token)].find((node) => node.symbol)?.symbol;
  const places = analysis.related(place.offset);
  if (!token || !symbol || !places.some(({ declaration }) => declaration)) return undefined;
  return { statement: place.statement, places, renamable: ['variable', 'parameter', 'function'].includes(symbol.kind) };
}

/** The name that a rename would change; undefined where the query does not declare it with `let`. */
export function renamable(document: KqlDocument, offset: number): Span | undefined {
  const found = declaredAt(document, offset);
  if (found?.renamable !== true) return undefined;
  return found.places.map(({ span }) => toDocument(found.statement, span)).find(({ start, length }) => start <= offset && offset <= start + length);
}

const identifier = /^[A-Za-z_]\w*$/;

/** Changes of a rename; undefined for a name that KQL would not take. */
export function rename(document: KqlDocument, offset: number, newName: string): readonly TextChange[] | undefined {
  const found = declaredAt(document, offset);
  if (found?.renamable !== true || !identifier.test(newName)) return undefined;
  return found.places.map(({ span }) => ({ span: toDocument(found.statement, span), text: newName }));
}
