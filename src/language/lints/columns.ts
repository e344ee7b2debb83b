import { nearest } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { findCategory, findTable, tablesWithColumn } from '../../reference/index.ts';
import { vocabulary } from '../describeKql.ts';
import { operatorOf, parts, walk } from '../treeAt.ts';
import type { Fix } from '../finding.ts';
import { replacement, type Lint, type LintContext } from './lint.ts';

/** A column that an operator before this place dropped. */
export const droppedColumn: Lint = {
  code: 'IT016',
  title: 'Column dropped before it is used',
  explanation: 'After summarize only the aggregates and the columns after by are left, after project only the listed ones. Keep the column there, or use it before.',
  severity: 'error',
  onErrors: true,
  *check(context) {
    for (const { name, node } of unknownNames(context)) {
      const pipe = droppedBy(name, node.span.start, context);
      const operator = pipe && parts(pipe)[1];
      if (!operator) continue;
      const verb = operatorOf(operator);
      const remedy = verb === 'summarize' ? `Keep it with arg_max(TimeGenerated, ${name}) or put it after by.` : 'Keep it there.';
      yield { span: node.span, message: `${name} was dropped by the ${verb} before. ${remedy}`, fixes: keepFixes(name, operator), replaces: 'same' };
    }
  },
};

/** A column that the table lacks and another table has. */
export const columnOfSibling: Lint = {
  code: 'IT017',
  title: 'Column of another table',
  explanation: 'Sign-ins of people, service principals and managed identities are in tables of their own, and not every column is in each of them. Hover the table for its columns.',
  severity: 'error',
  onErrors: true,
  *check(context) {
    for (const { name, node } of unknownNames(context)) {
      const owners = tablesWithColumn(name).map((table) => table.name);
      if (owners.length === 0 || droppedBy(name, node.span.start, context)) continue;
      const lacking = tablesOf(context.nodes).filter((table) => !owners.includes(table));
      if (lacking.length === 0) continue;
      const others = context.analysis.columnsAt(node.span.start).map((column) => column.name);
      yield {
        span: node.span,
        message: `${lacking.join(' and ')} ${lacking.length === 1 ? 'has' : 'have'} no column ${name}; ${list(owners.slice(0, 4))} ${owners.length === 1 ? 'has' : 'have'} one.`,
        fixes: counterpart(name, others).map((other) => replacement(`Use ${other}`, node.span, other)),
        replaces: 'same',
      };
    }
  },
};

/** A name nobody knows, with a known one that is spelt nearly so. */
export const misspeltName: Lint = {
  code: 'IT018',
  title: 'Misspelt name',
  explanation: 'The name is unknown, and one that is spelt nearly the same is known here. KQL tells capitals apart.',
  severity: 'error',
  onErrors: true,
  *check(context) {
    for (const { name, node } of unknownNames(context)) {
      if (tablesWithColumn(name).length > 0 || findCategory(name)) continue;
      const columns = context.analysis.columnsAt(node.span.start).map((column) => column.name);
      const called = node.parent?.kind === 'FunctionCallExpression';
      const candidates = called ? vocabulary.functions : columns.length > 0 ? columns : context.tables.map((table) => table.name);
      const near = nearest(name, candidates);
      if (near === undefined) continue;
      yield { span: node.span, message: `Nothing here is called ${name}. Did you mean ${near}?`, fixes: [replacement(`Write ${near}`, node.span, near)], replaces: 'same' };
    }
  },
};

/** Kusto's errors for a name, and for a table, that it does not know. */
const unknown: ReadonlySet<string> = new Set(['KS142', 'KS204', 'KS211']);

/** Names that Kusto could not bind. */
function unknownNames({ nodes, errors }: LintContext): readonly { readonly name: string; readonly node: TreeNode }[] {
  const places = new Set(errors.filter(({ code }) => unknown.has(code)).map(({ start }) => start));
  return nodes.flatMap((node) => {
    if (node.kind !== 'NameReference' || node.symbol || !places.has(node.span.start) || node.parent?.kind === 'PathExpression') return [];
    const name = [...walk(node)].find(({ kind }) => kind === 'Token')?.text ?? '';
    return /^[A-Za-z_]\w*$/.test(name) ? [{ name, node }] : [];
  });
}

/** The pipe whose operator took the column away, before the offset. */
function droppedBy(name: string, offset: number, { nodes }: LintContext): TreeNode | undefined {
  let dropped: TreeNode | undefined;
  for (const pipe of nodes) {
    if (pipe.kind !== 'PipeExpression') continue;
    const [input, operator] = parts(pipe);
    if (!input?.columns || !operator?.columns || operator.span.start + operator.span.length > offset) continue;
    if (has(input, name) && !has(operator, name)) dropped = pipe;
  }
  return dropped;
}

function has({ columns }: TreeNode, name: string): boolean {
  return columns?.some((column) => column.name === name) === true;
}

function keepFixes(name: string, operator: TreeNode): readonly Fix[] {
  const end = { start: operator.span.start + operator.span.length, length: 0 };
  if (operator.kind === 'ProjectOperator') return [replacement(`Keep ${name} in project`, end, `, ${name}`)];
  if (operator.kind !== 'SummarizeOperator') return [];
  const hasBy = parts(operator).some(({ kind }) => kind === 'SummarizeByClause');
  return [replacement(`Put ${name} after by`, end, hasBy ? `, ${name}` : ` by ${name}`)];
}

function tablesOf(nodes: readonly TreeNode[]): readonly string[] {
  return [...new Set(nodes.flatMap(({ symbol }) => (symbol?.kind === 'table' && findTable(symbol.name) ? [symbol.name] : [])))];
}

/** Columns that say in one sign-in table what the other says in another. */
const counterparts: readonly (readonly string[])[] = [
  ['UserPrincipalName', 'ServicePrincipalName'],
  ['UserDisplayName', 'ServicePrincipalName'],
  ['UserId', 'ServicePrincipalId'],
  ['AppDisplayName', 'ServicePrincipalName'],
  ['LocationDetails', 'Location'],
  ['CallerIPAddress', 'CallerIpAddress', 'IPAddress'],
  ['TenantId', 'AADTenantId'],
];

function counterpart(name: string, columns: readonly string[]): readonly string[] {
  const known = counterparts.filter((group) => group.includes(name)).flatMap((group) => group.filter((other) => other !== name && columns.includes(other)));
  const near = nearest(name, columns);
  return [...new Set(known.length > 0 ? known : near === undefined ? [] : [near])];
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
