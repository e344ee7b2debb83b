import { quoteKqlString, visibleText, type KqlType, type Span } from '../base/index.ts';
import { auditOperations, categories, errorCodes, success, valuesOfColumn, workloadResources } from '../reference/index.ts';
import type { Completion } from './complete.ts';
import { identityKinds, type KnownIdentities, type KnownIdentity } from './identities.ts';
import { plain } from './markdown.ts';

export interface ValueCompletions {
  readonly items: readonly Completion[];
  /** In the query's text. */
  readonly replace: Span;
  /** Whether the cursor is inside quotes, where nothing else can stand. */
  readonly insideString: boolean;
}

/** A value of a column, as it stands in the logs. */
interface Value {
  readonly value: string;
  /** What it means, beside it in the list. */
  readonly detail: string;
  readonly documentation?: string;
}

/** What is known beside the text. */
export interface ValueContext {
  readonly identities: KnownIdentities | undefined;
  readonly typeOf: (column: string) => KqlType | undefined;
  /** Aliases of the source's watchlists. */
  readonly watchlists: readonly string[];
}

const comparison = /(?<column>[A-Za-z_]\w*)\s*\)?\s*(?<operator>==|!=|=~|!~|<>|\b(?:in~?|has|has_any|has_all|contains|startswith|has_cs|contains_cs)(?!\w)|!(?:in~?|has|contains)(?!\w))\s*(?<list>\(\s*(?:(?:"[^"\n]*"|'[^'\n]*')\s*,\s*)*)?(?<typed>"[^"\n]*|'[^'\n]*|\w*)$/;

/** Values for the place after `ResultType ==`, inside its quotes, or in an `in (…)` list; undefined at any other place. */
export function completeValues(text: string, offset: number, context: ValueContext): ValueCompletions | undefined {
  const line = text.slice(Math.max(0, offset - 4000), offset);
  const alias = watchlistAlias.exec(line)?.groups;
  if (alias && context.watchlists.length > 0) return literals(context.watchlists.map((value) => ({ value, detail: 'watchlist' })), text, offset, alias['typed'] ?? '');
  const groups = comparison.exec(line)?.groups;
  const column = groups?.['column'];
  const values = column === undefined ? undefined : valuesOf(column, context);
  if (!groups || !values || needsList(groups)) return completeBare(line, offset, context);
  return literals(values, text, offset, groups['typed'] ?? '');
}

const watchlistAlias = /\b_GetWatchlist\s*\(\s*(?<typed>"[^"\n]*|'[^'\n]*|\w*)$/;

/** Quoted values in the place of what is typed, up to the quote that ends it. */
function literals(values: readonly Value[], text: string, offset: number, typed: string): ValueCompletions {
  const quote = /^["']/.exec(typed)?.[0];
  const rest = text.slice(offset);
  const tail = quote === undefined ? '' : (new RegExp(`^[^${quote}\\n]*${quote}`).exec(rest)?.[0] ?? '');
  return {
    items: values.map((value, index) => toCompletion(value, index, quote)),
    replace: { start: offset - typed.length, length: typed.length + tail.length },
    insideString: quote !== undefined,
  };
}

/** `in` and its kin need their parenthesis before a value. */
function needsList({ operator = '', list }: Readonly<Record<string, string | undefined>>): boolean {
  return /^!?in~?$|^has_a/.test(operator) && list === undefined;
}

function toCompletion({ value, detail, documentation }: Value, index: number, quote = '"'): Completion {
  const literal = quoted(value, quote);
  return {
    label: literal,
    kind: 'value',
    detail,
    filter: `${literal} ${detail}`,
    before: literal,
    after: '',
    order: valueOrder(index),
    ...(documentation !== undefined && { documentation: plain(documentation) }),
  };
}

function valueOrder(index: number): string {
  return `000_${String(index).padStart(5, '0')}`;
}

/** Names come from logs: whatever they hold, the literal holds just that. */
function quoted(value: string, quote: string): string {
  const literal = quoteKqlString(value);
  return quote === '"' ? literal : `'${literal.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const bare = /(?<column>[A-Za-z_]\w*)\s*(?<operator>==|!=|<=|>=|<|>|\bbetween\s*\()\s*(?<typed>\w*)$/;
const instants = ['ago(1d)', 'ago(7d)', 'ago(1h)', 'ago(30d)', 'now()', 'datetime(2026-01-01)', 'startofday(now())'];
const ranges = ['ago(7d) .. now()', 'ago(1d) .. now()', 'datetime(2026-01-01) .. datetime(2026-01-02)'];

/** What a time or a truth is mostly compared with. */
function completeBare(line: string, offset: number, { typeOf }: ValueContext): ValueCompletions | undefined {
  const groups = bare.exec(line)?.groups;
  const type = groups && typeOf(groups['column'] ?? '');
  const words = type === 'datetime' ? (groups?.['operator']?.startsWith('between') ? ranges : instants) : type === 'bool' ? ['true', 'false'] : undefined;
  if (!groups || !words) return undefined;
  const typed = groups['typed'] ?? '';
  return {
    items: words.map((word, index): Completion => ({ label: word, kind: 'value', filter: word, before: word, after: '', order: valueOrder(index) })),
    replace: { start: offset - typed.length, length: typed.length },
    insideString: false,
  };
}

function valuesOf(column: string, { identities, typeOf }: ValueContext): readonly Value[] | undefined {
  const known = identities?.all ?? [];
  switch (column) {
    case 'ResultType':
    case 'ErrorCode':
    case 'errorCode':
      return codeValues();
    case 'ResourceIdentity':
      return applicationValues();
    case 'AppId':
      return [...identityValues(known, 'applicationId'), ...applicationValues()];
    case 'ServicePrincipalId':
      return identityValues(known, 'servicePrincipalId');
    case 'ServicePrincipalName':
      return distinct(identityValues(known, 'name'));
    case 'ResourceDisplayName':
      return workloadResources().map(({ name, notable }) => ({ value: notable?.logName ?? name, detail: notable?.meaning ?? '' }));
    case 'OperationName':
    case 'ActivityDisplayName':
      return operationValues();
    case 'Category':
      return categories.map(({ name, table }) => ({ value: name, detail: `table ${table}` }));
    default:
      return typeOf(column) === 'string' ? fixedValues(column) : undefined;
  }
}

function fixedValues(column: string): readonly Value[] | undefined {
  const values = valuesOfColumn(column).map(({ value, meaning }) => ({ value, detail: meaning }));
  return values.length > 0 ? values : undefined;
}

/** The source's own identities, the latest to sign in first; at most so many that a list can show. */
function identityValues(identities: readonly KnownIdentity[], property: 'applicationId' | 'servicePrincipalId' | 'name'): readonly Value[] {
  return [...identities]
    .filter((identity) => identity[property] !== '' && identity[property].length <= longestValue)
    .sort((a, b) => (a.lastSignIn < b.lastSignIn ? 1 : -1))
    .slice(0, 1000)
    .map((identity) => ({ value: identity[property], detail: visibleText(property === 'name' ? identityKinds[identity.kind] : `${identity.name}, ${identityKinds[identity.kind]}`) }));
}

const longestValue = 200;

function distinct(values: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return values.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** Codes a workload identity meets first, then the others. */
function codeValues(): readonly Value[] {
  const sorted = [...errorCodes].sort((a, b) => Number(b.workload !== undefined) - Number(a.workload !== undefined) || a.code - b.code);
  return [success, ...sorted].map(({ code, name, meaning }) => ({ value: String(code), detail: name ?? '', documentation: meaning }));
}

function applicationValues(): readonly Value[] {
  return workloadResources().map(({ appId, name, notable }) => ({
    value: appId,
    detail: notable?.logName ?? name,
    ...(notable && { documentation: `${name}. ${notable.meaning}` }),
  }));
}

/** Each spelling on its own, since blanks and dashes count with `==`. */
function operationValues(): readonly Value[] {
  const seen = new Set<string>();
  return auditOperations.flatMap(({ name, variants, meaning, service }) =>
    [...variants, name].flatMap((value) => {
      if (seen.has(value)) return [];
      seen.add(value);
      return [{ value, detail: value === name ? service : `${service}, as logged`, documentation: meaning }];
    }),
  );
}
