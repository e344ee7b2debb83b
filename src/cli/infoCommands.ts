import { mkdir, readdir } from 'node:fs/promises';
import { ProblemError, visibleText, type Column, type Row } from '../base/index.ts';
import type { SourceSummary } from '../protocol/index.ts';
import { explain } from '../reference/index.ts';
import { scenarios, type Scenario } from '../scenarios/index.ts';
import { writeSample } from '../sources/sample/index.ts';
import { formatResult } from './output.ts';
import type { Session } from './session.ts';
import { shortTime } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function listScenarios(terminal: Terminal, json: boolean): Promise<number> {
  if (json) {
    await terminal.write(`${JSON.stringify(scenarios, undefined, 2)}\n`);
    return 0;
  }
  await terminal.write(`${scenarios.map(scenarioLines).join('\n\n')}\n`);
  return 0;
}

function scenarioLines({ id, title, answers, parameters }: Scenario): string {
  const lines = parameters.map((parameter) => `    --param ${parameter.name}=${parameter.default === '' ? '""' : parameter.default}  ${parameter.description}`);
  return [`${id}  ${title}`, `  ${answers}`, ...lines].join('\n');
}

/** Exit code 1 when nothing is known of the text. */
export async function explainText(terminal: Terminal, text: string, json: boolean): Promise<number> {
  const explanation = explain(text);
  if (!explanation) {
    terminal.note(`Nothing is known of "${visibleText(text)}". It takes an error code (7000215 or AADSTS7000215), a column, a table, a category or a GUID.`);
    return 1;
  }
  const { title, paragraphs } = explanation;
  await terminal.write(json ? `${JSON.stringify(explanation, undefined, 2)}\n` : `${[title, ...paragraphs].join('\n\n')}\n`);
  return 0;
}

const tableColumns: readonly Column[] = [
  { name: 'Table', type: 'string' },
  { name: 'Category', type: 'string' },
  { name: 'Rows', type: 'long' },
  { name: 'FirstRecord', type: 'datetime' },
  { name: 'LastRecord', type: 'datetime' },
  { name: 'Bytes', type: 'long' },
];

/** Tables on standard output, everything an import could not take on standard error. */
export async function listTables(session: Session, terminal: Terminal, json: boolean): Promise<number> {
  const { summary } = session;
  if (json) {
    await terminal.write(`${JSON.stringify(summary, undefined, 2)}\n`);
    return 0;
  }
  const rows = summary.tables.map((table): Row => [table.name, table.category ?? '', table.rows ?? null, table.firstRecord ?? null, table.lastRecord ?? null, table.bytes ?? null]);
  await terminal.write(formatResult({ columns: tableColumns, rows }, 'table', terminal.shape));
  for (const line of importReport(summary)) terminal.note(line);
  return 0;
}

/** What became of each file, then each thing that was not taken as it was. */
function importReport({ files, issues, skipped, asOf }: SourceSummary): readonly string[] {
  return [
    ...files.map(({ file, format, rowsByTable, skipped: inFile }) => {
      const counts = Object.entries(rowsByTable).map(([table, rows]) => `${rows.toLocaleString('en')} → ${table}`);
      return `${visibleText(file)}: ${format}; ${counts.length > 0 ? counts.join(', ') : 'no rows'}${inFile > 0 ? `; ${inFile.toLocaleString('en')} skipped` : ''}`;
    }),
    ...issues.map(({ file, line, severity, code, message }) => `${visibleText(file)}${line === undefined ? '' : `:${String(line)}`} ${severity} ${code} ${visibleText(message)}`),
    ...(skipped > 0 ? [`${skipped.toLocaleString('en')} records are in no table; the lines above say why.`] : []),
    ...(asOf === undefined ? [] : [`now() means ${shortTime(asOf)}`]),
  ];
}

export async function makeSample(terminal: Terminal, directory: string, { rows, seed }: { readonly rows?: number; readonly seed?: number }): Promise<number> {
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) {
    throw new ProblemError({ code: 'CLI030', message: `The folder "${directory}" is not empty. Choose a new one, so that the sample's files are not mixed with others.` });
  }
  const { files, records } = await writeSample(directory, { ...(rows === undefined ? {} : { rows }), ...(seed === undefined ? {} : { seed }) });
  terminal.note(`${records.toLocaleString('en')} records in ${String(files.length)} files under ${directory}`);
  return 0;
}
