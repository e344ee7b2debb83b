import { isMap } from 'yaml';
import { tables as referenceTables } from '../../reference/index.ts';
import { connectorOfTable } from '../model/connectors.ts';
import { fieldOf, itemsOf, spanOf, textOf } from '../model/ruleView.ts';
import { finding, type RuleCheck, type RuleContext, type RuleFix } from './check.ts';

const longestQuery = 10_000;

/** IT140 no query, IT141 too long a one, IT143 what the service does not take in a rule. */
export const checkQuery: RuleCheck = function* ({ rule }) {
  const field = rule.field('query');
  const query = rule.query;
  if (!field || query === undefined) return;
  if (query.trim() === '') {
    yield finding('IT140', 'error', field.keySpan, 'The query is empty.');
    return;
  }
  if (rule.kind === 'Hunting') return;
  if (query.length > longestQuery) yield finding('IT141', 'error', field.keySpan, `The query has ${query.length.toLocaleString('en')} characters; an analytic rule takes ${longestQuery.toLocaleString('en')}.`);
  const code = query.replace(/\/\/.*$/gm, '');
  const everything = /^\s*(search|union)\s+(?:(?:isfuzzy|withsource|kind)\s*=\s*\w+\s+)*\*/im.exec(code);
  if (everything) yield finding('IT143', 'error', field.keySpan, `An analytic rule may not read every table: the service refuses "${everything[1] ?? ''} *".`);
};

/** IT138 tables of the query that no required connector brings, with a fix that names them. */
export const checkConnectors: RuleCheck = function* (context) {
  const { rule, tablesUsed } = context;
  if (rule.format !== 'yaml' || tablesUsed.length === 0) return;
  const field = rule.field('requiredDataConnectors');
  const connectors = itemsOf(field?.node ?? null);
  if (field && connectors.length === 0 && !/^\s*\[\s*\]/.test(context.text.slice(field.span.start))) return;
  const named = connectors.flatMap((connector) => (isMap(connector) ? itemsOf(fieldOf(connector, 'dataTypes')?.node ?? null).map((item) => textOf(item) ?? '') : []));
  // `SecurityAlert (ASC)` and `Syslog (PaloAlto)` are how connectors tell flavours of one table.
  const covered = new Set(named.map((name) => name.replace(/\s*\(.*$/, '').toLowerCase()));
  const missing = tablesUsed.filter((table) => !covered.has(table.toLowerCase()) && connectorOfTable(table) !== undefined);
  if (missing.length === 0) return;
  const message = `The query reads ${missing.join(', ')}, which no required connector names: the content hub cannot tell that the data is missing.`;
  yield finding('IT138', 'hint', field?.keySpan ?? rule.field('query')?.keySpan ?? rule.span, message, fixFor(context, missing));
};

/** Adds whole connectors in front of the present ones, or the key itself in front of the query. */
function fixFor({ rule, text }: RuleContext, missing: readonly string[]): readonly RuleFix[] {
  const byConnector = new Map<string, string[]>();
  for (const table of missing) {
    const connector = connectorOfTable(table) ?? '';
    byConnector.set(connector, [...(byConnector.get(connector) ?? []), table]);
  }
  const lines = (indent: string) =>
    [...byConnector].map(([connector, tables]) => `${indent}- connectorId: ${connector}\n${indent}  dataTypes:\n${tables.map((table) => `${indent}    - ${table}\n`).join('')}`).join('');
  const field = rule.field('requiredDataConnectors');
  const [first] = itemsOf(field?.node ?? null);
  const title = `Add the connectors of ${missing.join(', ')}`;
  if (!field) {
    const before = rule.field('query')?.keySpan.start;
    return before === undefined ? [] : [{ title, changes: [{ span: { start: before, length: 0 }, text: `requiredDataConnectors:\n${lines('  ')}` }], preferred: true }];
  }
  if (!first) return [{ title, changes: [{ span: field.span, text: `\n${lines('  ').trimEnd()}` }], preferred: true }];
  const dash = text.lastIndexOf('-', spanOf(first).start);
  const lineStart = text.lastIndexOf('\n', dash) + 1;
  const indent = text.slice(lineStart, dash);
  return /^ *$/.test(indent) ? [{ title, changes: [{ span: { start: lineStart, length: 0 }, text: lines(indent) }], preferred: true }] : [];
}

/** Names of bundled tables, for telling a rule's tables from its variables. */
export const bundledTables: ReadonlySet<string> = new Set(referenceTables.map(({ name }) => name));
