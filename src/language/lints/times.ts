import type { Span } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { operatorOf, parts, sourceOf, walk } from '../treeAt.ts';
import type { Fix } from '../finding.ts';
import { replacement, type Lint, type LintContext, type LintHit } from './lint.ts';

/** A query of a log without any condition on a time. */
export const noTimeFilter: Lint = {
  code: 'IT011',
  title: 'No time filter',
  explanation: 'Without a condition on TimeGenerated a query reads everything the workspace keeps, or what the portal happens to have chosen. Put it first: it decides how much is read. In an analytic rule queryPeriod does it.',
  severity: 'information',
  *check({ text, nodes, inRule }) {
    if (inRule) return;
    if (nodes.some(filtersTime)) {
      yield* unlimitedSides(text, nodes);
      return;
    }
    const tables = nodes.filter(({ kind, symbol, columns }) => kind === 'NameReference' && symbol?.kind === 'table' && columns?.some(({ name }) => name === 'TimeGenerated'));
    for (const table of tables) {
      const source = table.parent?.kind === 'UnionOperator' ? table.parent : table;
      if (peeksOnly(source)) continue;
      const end = { start: source.span.start + source.span.length, length: 0 };
      const newline = text.includes('\n') ? '\n' : ' ';
      yield { span: table.span, message: `Nothing limits the time, so all of ${sourceOf(text, table)} is read.`, fixes: [replacement('Look at the last day', end, `${newline}| where TimeGenerated > ago(1d)`)] };
      return;
    }
  },
};

/** Tables that tell how things stand: all of them is what a query wants. */
const standing: ReadonlySet<string> = new Set(['IdentityInfo', 'ThreatIntelligenceIndicator', 'ThreatIntelIndicators', 'ThreatIntelObjects', 'Watchlist', 'OAuthAppInfo', 'Heartbeat', 'Usage']);

/** The right side of a join is read as a whole, whatever the left one is limited to. */
function* unlimitedSides(text: string, nodes: LintContext['nodes']): Generator<LintHit> {
  for (const join of nodes) {
    const side = join.kind === 'JoinOperator' || join.kind === 'LookupOperator' ? parts(join).find((part) => part.columns !== undefined || part.kind === 'ParenthesizedExpression' || part.kind === 'NameReference') : undefined;
    if (!side) continue;
    const within = [...walk(side)];
    const table = within.find(({ kind, symbol, columns }) => kind === 'NameReference' && symbol?.kind === 'table' && !standing.has(symbol.name) && columns?.some(({ name }) => name === 'TimeGenerated'));
    if (!table || within.some(filtersTime)) continue;
    const end = { start: table.span.start + table.span.length, length: 0 };
    yield { span: table.span, message: `The time of the other side limits nothing here: all of ${sourceOf(text, table)} is read.`, fixes: [replacement('Look at the last day', end, ' | where TimeGenerated > ago(1d)')] };
  }
}

/** A filter, or a comparison that a function of the query holds, that reads a time. */
function filtersTime(node: TreeNode): boolean {
  if (!/^(?:FilterOperator|MakeSeriesOperator|SearchOperator|FindOperator)$/.test(node.kind)) return false;
  return [...walk(node)].some(({ kind, symbol, type }) => kind === 'NameReference' && type === 'datetime' && symbol?.kind === 'column');
}

/** `T | take 10` and `T | getschema` are looks at a table, not queries of it. */
function peeksOnly(source: TreeNode): boolean {
  const pipe = source.parent;
  if (!pipe || pipe.kind !== 'PipeExpression') return true;
  // A union that a pipe leads is itself a step: what follows it decides.
  const next = parts(pipe)[1] === source ? pipe.parent : pipe;
  if (next?.kind !== 'PipeExpression') return true;
  const operator = parts(next)[1];
  return operator?.kind === 'TakeOperator' || operator?.kind === 'GetSchemaOperator';
}

const signIns = /SignIn(?:Logs|Events)/i;

/** A window after a sign-in that is shorter than the life of its token. */
export const narrowWindow: Lint = {
  code: 'IT015',
  title: 'Window narrower than a token lives',
  explanation: 'An access token works for 60 to 90 minutes after its sign-in, and for up to 24 hours for managed identities and continuous access evaluation. Activity after a shorter window is taken for activity without a sign-in, and the sign-in for one that nothing followed.',
  severity: 'warning',
  *check(context) {
    const tables = new Set(context.nodes.flatMap(({ kind, symbol }) => (kind === 'NameReference' && symbol?.kind === 'table' ? [symbol.name] : [])));
    const joins = context.nodes.some(({ kind }) => kind === 'JoinOperator' || kind === 'LookupOperator');
    if (!joins || ![...tables].some((table) => signIns.test(table)) || [...tables].every((table) => signIns.test(table))) return;
    for (const node of context.nodes) {
      const found = windowOf(node);
      if (found && found.seconds > 0 && found.seconds < 3600) yield hitOf(found, context);
    }
  },
};

interface Window {
  readonly seconds: number;
  readonly node: TreeNode;
}

/** `a between (b .. b + 10m)`, `a - b < 10m`, `a < b + 10m`, `datetime_diff("minute", a, b) <= 10`. */
function windowOf(node: TreeNode): Window | undefined {
  if (node.kind === 'BetweenExpression') {
    const [value, couple] = parts(node);
    const end = couple && parts(couple)[1];
    return value?.type === 'datetime' && end ? shiftOf(end) : undefined;
  }
  if (node.kind !== 'BinaryExpression' || !['<', '<='].includes(operatorOf(node))) return undefined;
  const [left, right] = parts(node);
  if (!left || !right) return undefined;
  if (left.type === 'datetime') return shiftOf(right);
  if (left.type === 'timespan' && readsTwoTimes(left)) return timespanOf(right);
  return diffWindow(left, right);
}

/** `x + 10m`. */
function shiftOf(node: TreeNode): Window | undefined {
  if (node.kind !== 'BinaryExpression' || operatorOf(node) !== '+') return undefined;
  const [left, right] = parts(node);
  return left?.type === 'datetime' && isColumn(left) && right ? timespanOf(right) : undefined;
}

function isColumn(node: TreeNode): boolean {
  return [...walk(node)].some(({ symbol }) => symbol?.kind === 'column');
}

function readsTwoTimes(node: TreeNode): boolean {
  return new Set([...walk(node)].flatMap(({ kind, symbol, type }) => (kind === 'NameReference' && symbol?.kind === 'column' && type === 'datetime' ? [symbol.name] : []))).size > 1;
}

const unitSeconds: Readonly<Record<string, number>> = { day: 86_400, hour: 3600, minute: 60, second: 1, millisecond: 0.001 };

function diffWindow(left: TreeNode, right: TreeNode): Window | undefined {
  if (left.kind !== 'FunctionCallExpression' || parts(left)[0]?.symbol?.name !== 'datetime_diff' || !readsTwoTimes(left)) return undefined;
  const unit = [...walk(left)].find(({ string }) => string !== undefined)?.string ?? '';
  const count = Number([...walk(right)].find(({ kind }) => kind === 'Token')?.text);
  const seconds = unitSeconds[unit.toLowerCase()];
  return seconds === undefined || !Number.isFinite(count) || right.kind !== 'LiteralExpression' ? undefined : { seconds: seconds * count, node: right };
}

function timespanOf(node: TreeNode): Window | undefined {
  const text = node.kind === 'LiteralExpression' ? [...walk(node)].find(({ kind }) => kind === 'Token')?.text : node.symbol?.kind === 'variable' ? node.symbol.value : undefined;
  const seconds = node.type === 'timespan' && text !== undefined ? readTimespan(text) : undefined;
  return seconds === undefined ? undefined : { seconds, node };
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|days?)$/, 86_400],
  [/^(?:h|hr|hrs|hours?)$/, 3600],
  [/^(?:m|min|minutes?)$/, 60],
  [/^(?:s|sec|seconds?)$/, 1],
  [/^(?:ms|millis?|milliseconds?)$/, 0.001],
];

/** Seconds of `10m`, `1.5h` or `time(00:10:00)`; undefined for other forms. */
function readTimespan(text: string): number | undefined {
  const short = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(text);
  const unit = short && units.find(([pattern]) => pattern.test(short[2] ?? ''));
  if (short && unit) return Number(short[1]) * unit[1];
  const clock = /^time(?:span)?\(\s*(\d+):(\d\d):(\d\d)(?:\.\d+)?\s*\)$/.exec(text);
  return clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : undefined;
}

function hitOf({ node }: Window, { text, nodes }: LintContext): LintHit {
  const literal = node.kind === 'LiteralExpression' ? node : nodes.find(({ kind, children }) => kind === 'LetStatement' && children.some((child) => child.kind === 'NameDeclaration' && child.symbol?.name === node.symbol?.name))?.children.at(-1);
  const place = literal?.kind === 'LiteralExpression' && literal.type === 'timespan' ? literal.span : undefined;
  return {
    span: node.span,
    message: `A token outlives ${sourceOf(text, node)}: what was done with it later seems to follow no sign-in. Allow 90m, or 24h for managed identities.`,
    fixes: place ? fixesAt(place) : [],
  };
}

function fixesAt(place: Span): readonly Fix[] {
  return [replacement('Allow 90m', place, '90m'), { ...replacement('Allow 24h, as for managed identities', place, '24h'), preferred: false }];
}
