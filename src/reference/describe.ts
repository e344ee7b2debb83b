import { categoriesOfTable } from './categories.ts';
import { dynamicPaths, type DynamicPath } from './dynamicPaths.ts';
import type { OperationMatch } from './operations.ts';
import { tablesWithColumn } from './tables.ts';
import type {
  ApplicationReference,
  CategoryReference,
  ColumnReference,
  ErrorCodeReference,
  Explanation,
  TableReference,
} from './types.ts';

export function describeErrorCode({ code, name, meaning, documented, workload }: ErrorCodeReference): Explanation {
  const title = code === 0 ? 'ResultType 0: success' : `AADSTS${code}${name === undefined ? '' : ` ${name}`}`;
  const paragraphs = [meaning];
  if (workload) {
    paragraphs.push(
      list('Likely causes for a workload identity, the likeliest first:', workload.causes),
      list('Check:', workload.checks),
      `Next: ${workload.next}`,
    );
    paragraphs.push(`Scenario to run: ${workload.scenario}`);
  }
  if (!documented) paragraphs.push('Not in Microsoft\'s error code reference; known from its troubleshooting texts and from the field.');
  return { kind: 'errorCode', title, paragraphs };
}

export function describeTable(table: TableReference): Explanation {
  const { name, purpose, collectedWith, volume, columns } = table;
  const categories = categoriesOfTable(name).map((category) => category.name);
  const paragraphs = [purpose];
  if (categories.length > 0) paragraphs.push(`Diagnostic-settings ${categories.length === 1 ? 'category' : 'categories'}: ${categories.join(', ')}`);
  paragraphs.push(`Collected with: ${collectedWith}`, `Volume: ${volume}`, `${columns.length} columns.`);
  return { kind: 'table', title: `${name} (table)`, paragraphs };
}

export function describeCategory({ name, table, service, collectedWith, lostWithout }: CategoryReference): Explanation {
  const target = name === table ? `Its records land in the table of the same name, ${table}.` : `Its records land in the table ${table}: in KQL write ${table}, not ${name}.`;
  return {
    kind: 'category',
    title: `${name} (diagnostic-settings category of ${service})`,
    paragraphs: [target, `Lost without it: ${lostWithout}`, `Collected with: ${collectedWith}`],
  };
}

/** One table's column; `table` is left out of the title where the caller lists tables itself. */
export function describeColumn(table: TableReference, column: ColumnReference): Explanation {
  const paragraphs = columnParagraphs(column);
  const paths = dynamicPaths(table.name, column.name);
  if (paths.length > 0) paragraphs.push(list('Inside it:', paths.map((path) => pathLine(column.name, path))));
  return { kind: 'column', title: `${table.name}.${column.name} (${column.type})`, paragraphs };
}

/** A column given without its table: one paragraph for each meaning, with the tables that share it. */
export function describeBareColumn(name: string): Explanation | undefined {
  const owners = tablesWithColumn(name);
  const groups = new Map<string, { column: ColumnReference; tables: string[] }>();
  for (const { name: table, columns } of owners) {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) continue;
    const key = `${column.type} ${column.meaning}`;
    const group = groups.get(key) ?? { column, tables: [] };
    group.tables.push(table);
    groups.set(key, group);
  }
  if (groups.size === 0) return undefined;
  const types = [...new Set([...groups.values()].map(({ column }) => column.type))];
  const paragraphs = [...groups.values()].map(({ column, tables }) => `${tables.join(', ')} (${column.type}): ${columnParagraphs(column).join(' ')}`);
  if (types.length > 1) paragraphs.unshift(`Its type differs between tables (${types.join(', ')}): convert it after union or before join.`);
  return { kind: 'column', title: `${name} (column of ${owners.length === 1 ? 'one table' : `${owners.length} tables`})`, paragraphs };
}

export function describePaths(column: string, path: string, found: readonly (DynamicPath & { readonly tables: readonly string[] })[]): Explanation {
  return { kind: 'path', title: `${column}${path}`, paragraphs: found.map(({ meaning, tables }) => `${tables.join(', ')}: ${meaning}`) };
}

export function describeApplication({ appId, name, listedBy, owner, notable }: ApplicationReference): Explanation {
  const paragraphs = [`Application ID: ${appId}`];
  if (notable) {
    if (notable.logName !== name) paragraphs.push(`Sign-in records call it ${notable.logName}.`);
    paragraphs.push(`A sign-in to it: ${notable.meaning}`);
    paragraphs.push(notable.followedIn.length > 0 ? `What followed is in: ${notable.followedIn.join(', ')}` : 'What followed is in no table of a workspace; ask the service itself.');
  }
  if (owner) paragraphs.push(`Registered in ${owner}.`);
  paragraphs.push(
    listedBy === 'Entra documentation'
      ? 'Named in a list of the Entra documentation that also holds role definitions and licences, so it need not be an application.'
      : `Name from: ${listedBy}. A name in your logs proves nothing; this application ID with a Microsoft owner tenant does.`,
  );
  return { kind: 'application', title: name === '' ? 'A Microsoft application without a published name' : `${name} (Microsoft)`, paragraphs };
}

export function describeOperation({ operation, spellings, differs }: OperationMatch): Explanation {
  const { name, category, service, meaning } = operation;
  const paragraphs = [meaning, `AuditLogs: Category ${category}, logged by ${service}.`];
  if (differs) paragraphs.push(differs);
  if (spellings.length > 1) {
    paragraphs.push(list('Spellings seen, each in quotes because blanks count:', spellings.map((spelling) => `"${spelling}"`)));
    paragraphs.push(spellingAdvice(name, spellings));
  }
  return { kind: 'operation', title: `${name} (operation of AuditLogs)`, paragraphs };
}

/** =~ forgives case only; where dashes or ends differ, a part that all spellings share is the safe thing to look for. */
function spellingAdvice(name: string, spellings: readonly string[]): string {
  const onlyCaseDiffers = spellings.every((spelling) => spelling.toLowerCase() === name.toLowerCase());
  if (onlyCaseDiffers) return 'Compare with =~ instead of ==, so that every spelling is found.';
  return `Compare with has "${name.split(' - ').at(-1) ?? name}" instead of ==, so that every spelling is found.`;
}

function columnParagraphs({ meaning, pitfall, example }: ColumnReference): string[] {
  const paragraphs = [meaning];
  if (pitfall) paragraphs.push(`Take care: ${pitfall}`);
  if (example) paragraphs.push(`Example: ${example}`);
  return paragraphs;
}

function pathLine(column: string, { path, meaning }: DynamicPath): string {
  return `${column}${path}: ${meaning}`;
}

function list(head: string, items: readonly string[]): string {
  return [head, ...items.map((item) => `- ${item}`)].join('\n');
}
