import type { TreeNode } from '../../kql/index.ts';
import { findErrorCode } from '../../reference/index.ts';
import { comparedColumn, equalityOf } from '../comparedColumn.ts';
import { replacement, type Lint } from './lint.ts';

const codeColumns: ReadonlySet<string> = new Set(['ResultType', 'ErrorCode']);
/** Tables whose ResultType is an AADSTS code; in others it is a word of their own. */
const signInTables = /SignIn(?:Logs|Events)/i;

/** `ResultType == "AADSTS7000215"` and `ResultType == "Success"`: texts that the column never holds. */
export const textForCode: Lint = {
  code: 'IT019',
  title: 'ResultType compared with a text that is no code',
  explanation: 'ResultType of the sign-in tables holds the bare number of the code as a text: "7000215", and "0" for success. A text with AADSTS before it, or a word such as Success, is never equal to it.',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'LiteralExpression' || !node.string || /^\d*$/.test(node.string) || !comparesText(node)) continue;
      const column = comparedColumn(node);
      if (!column || !codeColumns.has(column.name) || column.node.symbol?.tables.some((table) => signInTables.test(table)) !== true) continue;
      const code = codeIn(node.string);
      const message = `${column.name} holds the bare number of a code, so it never equals ${JSON.stringify(node.string)}.`;
      yield { span: node.span, message: code === undefined ? message : `${message} Write "${code}".`, ...(code !== undefined && { fixes: [replacement(`Write "${code}"`, node.span, `"${code}"`)] }) };
    }
  },
};

/** Equality, or a search for the prefix that error messages have and the column has not. */
function comparesText(node: TreeNode): boolean {
  if (equalityOf(node) !== undefined) return true;
  const holder = node.parent?.kind === 'ExpressionList' ? node.parent.parent : node.parent;
  return /AADSTS/i.test(node.string ?? '') && holder !== undefined && /^(?:BinaryExpression|HasAnyExpression|HasAllExpression)$/.test(holder.kind);
}

function codeIn(text: string): string | undefined {
  if (/^success(?:ful|ded)?$/i.test(text.trim())) return '0';
  const code = /^\s*(?:AADSTS)?\s*(\d{4,8})\b/i.exec(text)?.[1];
  return code !== undefined && findErrorCode(Number(code)) ? code : undefined;
}
