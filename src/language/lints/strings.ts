import { quoteKqlString, type Severity } from '../../base/index.ts';
import { findOperation } from '../../reference/index.ts';
import { comparedColumn } from '../comparedColumn.ts';
import { operatorOf, parts, sourceOf } from '../treeAt.ts';
import { replacement, type Lint } from './lint.ts';
import { guidPattern, isNoWord } from './terms.ts';

const substring: Readonly<Record<string, string>> = { contains: 'has', '!contains': '!has', contains_cs: 'has_cs', '!contains_cs': '!has_cs' };
const searching: ReadonlySet<string> = new Set([...Object.keys(substring), 'has', '!has', 'has_cs', '!has_cs', 'startswith', 'endswith', 'hasprefix', 'hassuffix']);

/** `contains` and `has` where they are dear, or find everything. */
export const textSearch: Lint = {
  code: 'IT012',
  title: 'Search in text that is dear or finds everything',
  explanation: 'contains looks inside words and reads every value; has finds whole words by the index. An empty text is in every value. A whole GUID is compared, not searched for. A star is no wildcard.',
  severity: 'hint',
  *check({ text, nodes }) {
    for (const node of nodes) {
      const operator = node.kind === 'BinaryExpression' ? operatorOf(node) : '';
      if (!searching.has(operator) && !equalities.has(operator)) continue;
      const [left, right] = parts(node);
      if (!left || right?.string === undefined) continue;
      const hit = starHit(operator, sourceOf(text, left), right.string) ?? (searching.has(operator) ? searchHit(operator, sourceOf(text, left), right.string) : undefined);
      if (!hit) continue;
      const { message, fix, severity } = hit;
      yield { message, span: right.span, fixes: fix === undefined ? [] : [{ ...replacement(`Write ${fix}`, node.span, fix), preferred: severity === 'information' || severity === 'warning' }], ...(severity && { severity }) };
    }
  },
};

const equalities: ReadonlySet<string> = new Set(['==', '!=', '=~', '!~']);

/** `*admin*`: a pattern as other languages have them. A star beside a slash, as permissions have it, or alone is a star. */
const starred = /^(\*?)([\p{L}\p{N}_.@ -]*[\p{L}\p{N}][\p{L}\p{N}_.@ -]*)(\*?)$/u;

function starHit(operator: string, left: string, value: string): SearchHit | undefined {
  const [, before = '', word = '', after = ''] = starred.exec(value) ?? [];
  if (before === '' && after === '') return undefined;
  const meant = before === '' ? 'startswith' : after === '' ? 'endswith' : 'contains';
  const not = operator.startsWith('!') ? '!' : '';
  return { message: `A star is no wildcard in ${operator}: it is looked for as it stands. Write ${not}${meant} "${word}".`, fix: `${left} ${not}${meant} ${quoteKqlString(word)}`, severity: 'warning' };
}

interface SearchHit {
  readonly message: string;
  readonly fix?: string;
  readonly severity?: Severity;
}

function searchHit(operator: string, left: string, value: string): SearchHit | undefined {
  if (value === '') return { message: `Every value ${operator.startsWith('!') ? 'holds the empty text, so this finds nothing' : 'holds the empty text, so this filters nothing'}.`, severity: 'warning' };
  if (guidPattern.test(value)) {
    const equals = operator.startsWith('!') ? '!~' : '=~';
    return /^!?(?:has|contains)/.test(operator) && /(?:Id|Identity)$/.test(left) ? { message: 'A whole GUID is compared with =~, which is faster and finds nothing else.', fix: `${left} ${equals} ${quoteKqlString(value)}`, severity: 'information' } : undefined;
  }
  const word = substring[operator];
  if (word === undefined) return undefined;
  if (isNoWord(value)) return undefined;
  return { message: `${operator} reads every value. For whole words ${word} uses the index and is much faster; it does not find "${value}" inside a longer word.`, fix: `${left} ${word} ${quoteKqlString(value)}` };
}

const names: ReadonlySet<string> = new Set(['ServicePrincipalName', 'AppDisplayName', 'UserDisplayName', 'UserPrincipalName', 'ResourceDisplayName', 'displayName', 'userPrincipalName', 'Caller', 'InitiatedByDisplayName']);
const exact: Readonly<Record<string, string>> = { '==': '=~', '!=': '!~', in: 'in~', '!in': '!in~' };

/** Operations of AzureActivity: some services write them in capitals. */
const shouted: ReadonlySet<string> = new Set(['OperationNameValue', 'ActivityStatusValue', 'ActivitySubstatusValue']);

/** `ServicePrincipalName == "x"`: names differ in case between tables. */
export const caseOfNames: Lint = {
  code: 'IT013',
  title: 'A name or operation compared with its case',
  explanation: 'Names are written with other capitals in other tables and by other clients, and AzureActivity writes one operation now in capitals and now not: an exact comparison misses them. =~ and in~ compare whatever the case.',
  severity: 'hint',
  *check({ nodes }) {
    for (const node of nodes) {
      const replaced = node.kind === 'BinaryExpression' || node.kind === 'InExpression' ? exact[operatorOf(node)] : undefined;
      const token = node.children.find(({ kind, text }) => kind === 'Token' && text === operatorOf(node));
      const literal = replaced !== undefined && parts(node).flatMap((side) => [side, ...side.children]).find(({ string }) => string !== undefined);
      if (!token || !literal || replaced === undefined || !/[A-Za-z]/.test(literal.string ?? '')) continue;
      const column = comparedColumn(literal);
      if (!column || column.type !== 'string') continue;
      const misspelt = operationColumns.has(column.name) ? otherCapitals(literal.string ?? '') : undefined;
      if (!names.has(column.name) && !shouted.has(column.name) && misspelt === undefined) continue;
      const message = misspelt === undefined ? `${column.name} may be written with other capitals: ${replaced} finds them too.` : `Logs write this operation ${JSON.stringify(misspelt)}, with other capitals: ${replaced} finds it.`;
      yield { span: token.span, message, fixes: [replacement(`Compare with ${replaced}`, token.span, replaced)], ...(misspelt !== undefined && { severity: 'warning' as const }) };
    }
  },
};

const operationColumns: ReadonlySet<string> = new Set(['OperationName', 'ActivityDisplayName']);

/** How logs write an operation that differs from the text by its capitals only. */
function otherCapitals(text: string): string | undefined {
  const spellings = findOperation(text)?.spellings ?? [];
  return spellings.includes(text) ? undefined : spellings.find((spelling) => spelling.toLowerCase() === text.toLowerCase());
}
