import { counted, visibleText } from '../../base/index.ts';
import type { ImportIssue, SourceSummary } from '../../protocol/index.ts';
import { absoluteTime, type TimeZoneChoice } from './times.ts';

/** What an import made of each file and record, as a plain text to read. Every text from the files is made visible. */
export function importReportText(summary: SourceSummary, zone: TimeZoneChoice): string {
  const loaded = summary.tables.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  return [
    `Import report: ${visibleText(summary.title)}`,
    '',
    `${counted(loaded, 'record')} in ${counted(summary.tables.filter(({ rows }) => rows !== 0).length, 'table')}, ${summary.skipped === 0 ? 'none left out' : `${counted(summary.skipped, 'record')} left out`}.`,
    ...(summary.asOf === undefined ? [] : [`As-of (newest record): ${absoluteTime(summary.asOf, zone)}`]),
    '',
    'TABLES',
    ...summary.tables.filter(({ rows }) => rows !== 0).map(({ name, rows = 0, firstRecord, lastRecord }) => `  ${visibleText(name)}: ${counted(rows, 'row')}${firstRecord && lastRecord ? `, ${absoluteTime(firstRecord, zone)} to ${absoluteTime(lastRecord, zone)}` : ''}`),
    '',
    `FILES (${summary.files.length})`,
    ...summary.files.flatMap(({ file, format, rowsByTable, skipped }) => [
      `  ${visibleText(file)}: ${visibleText(format)}`,
      ...Object.entries(rowsByTable).map(([table, rows]) => `    ${visibleText(table)}: ${counted(rows, 'row')}`),
      ...(skipped === 0 ? [] : [`    left out: ${counted(skipped, 'record')}`]),
    ]),
    '',
    ...issueLines('LEFT OUT OR CHANGED', summary.issues.filter(({ severity }) => severity === 'error' || severity === 'warning')),
    ...issueLines('NOTES', summary.issues.filter(({ severity }) => severity === 'information' || severity === 'hint')),
  ].join('\n');
}

function issueLines(title: string, issues: readonly ImportIssue[]): readonly string[] {
  if (issues.length === 0) return [];
  return [`${title} (${issues.length})`, ...issues.map(({ file, line, code, message, records }) => `  ${visibleText(file)}${line === undefined ? '' : `:${line}`}  ${code}  ${visibleText(message)}${records > 1 ? ` (${counted(records, 'record')})` : ''}`), ''];
}
