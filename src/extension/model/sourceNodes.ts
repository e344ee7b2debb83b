import { counted, type Problem } from '../../base/index.ts';
import type { SourceSummary, TableInfo } from '../../protocol/index.ts';
import type { NodeView } from './nodeView.ts';
import { labelText, tooltipText } from './safeText.ts';
import type { SavedSource } from './savedSources.ts';
import { absoluteTime, type TimeZoneChoice } from './times.ts';
import { accessText, isDemo } from './workspaceAccess.ts';

/** Where a source stands in this session. */
export type SourceStatus =
  | { readonly state: 'closed' }
  | { readonly state: 'opening'; readonly message: string }
  | { readonly state: 'open'; readonly summary: SourceSummary }
  | { readonly state: 'failed'; readonly problems: readonly Problem[] };

export type SourceNode =
  | { readonly type: 'source'; readonly source: SavedSource; readonly status: SourceStatus; readonly current: boolean }
  | { readonly type: 'report'; readonly source: SavedSource; readonly summary: SourceSummary }
  | { readonly type: 'table'; readonly source: SavedSource; readonly table: TableInfo }
  | { readonly type: 'fact'; readonly source: SavedSource; readonly label: string; readonly description: string; readonly tooltip: string; readonly icon: string };

const sourceIcons = { none: 'database', tables: 'beaker', sample: 'beaker', local: 'folder', workspace: 'cloud' } as const;

/** Below an open source: its as-of, what the import left out, and its tables, the fullest first. */
export function sourceChildren(source: SavedSource, status: SourceStatus, zone: TimeZoneChoice): readonly SourceNode[] {
  if (status.state !== 'open') return [];
  const { summary } = status;
  const asOf: SourceNode = summary.asOf === undefined
    ? { type: 'fact', source, label: 'As-of', description: 'now', tooltip: 'now() means the present moment.', icon: 'clock' }
    : { type: 'fact', source, label: 'As-of', description: absoluteTime(summary.asOf, zone), tooltip: 'What now() and ago() mean in queries on this source: its newest record, so that old exports still answer.', icon: 'clock' };
  const report: readonly SourceNode[] = summary.issues.length === 0 && summary.skipped === 0 ? [] : [{ type: 'report', source, summary }];
  const tables = [...summary.tables].sort((left, right) => (right.rows ?? right.bytes ?? 0) - (left.rows ?? left.bytes ?? 0) || left.name.localeCompare(right.name));
  return [asOf, ...report, ...tables.map((table): SourceNode => ({ type: 'table', source, table }))];
}

export function sourceNodeView(node: SourceNode, zone: TimeZoneChoice): NodeView {
  switch (node.type) {
    case 'source':
      return sourceView(node);
    case 'fact':
      return { id: `${node.source.id}/${node.label}`, label: node.label, description: node.description, tooltip: node.tooltip, icon: node.icon, collapsible: 'none', context: 'fact' };
    case 'report': {
      const { skipped, issues } = node.summary;
      const label = skipped > 0 ? `${counted(skipped, 'record')} left out` : counted(issues.length, 'import note');
      return { id: `${node.source.id}/report`, label, description: 'show the import report', tooltip: 'Every record that no table holds, with its file and line, and what else is worth knowing of the import.', icon: skipped > 0 ? 'warning' : 'info', ...(skipped > 0 && { tone: 'warning' }), collapsible: 'none', context: 'report' };
    }
    case 'table':
      return tableView(node.source, node.table, zone);
  }
}

function sourceView({ source, status, current }: Extract<SourceNode, { type: 'source' }>): NodeView {
  const title = labelText(status.state === 'open' ? status.summary.title : source.title);
  const state = statusText(status);
  const place = source.spec.kind === 'local' ? source.spec.path : source.spec.kind === 'workspace' ? `Log Analytics workspace ${source.spec.workspaceId}\n${accessText(source.spec)}` : 'A generated tenant, the same for everyone.';
  return {
    // A node that becomes open or the one in use is a new one, so that it unfolds, and the one before folds: VS Code keeps what it knew of an old one.
    id: status.state !== 'open' ? `${source.id}/${status.state}` : current ? source.id : `${source.id}/other`,
    label: title,
    description: [current ? 'in use' : undefined, state].filter(Boolean).join(' · '),
    tooltip: [tooltipText(place), ...(status.state === 'failed' ? status.problems.map(({ code, message }) => `${code}: ${tooltipText(message)}`) : []), ...(current ? [] : ['Click to use this source.'])].join('\n'),
    icon: status.state === 'opening' ? 'loading~spin' : status.state === 'failed' ? 'error' : current ? 'check' : sourceIcons[source.spec.kind],
    ...(status.state === 'failed' ? { tone: 'error' as const } : current ? { tone: 'good' as const } : {}),
    collapsible: status.state !== 'open' ? 'none' : current ? 'expanded' : 'collapsed',
    context: ['source', ...(current ? ['current'] : []), ...(source.spec.kind === 'workspace' ? isDemo(source.spec) ? [] : ['workspace'] : status.state === 'open' ? ['report'] : [])].join(' '),
    spoken: `${title}, ${current ? 'source in use' : 'source'}${state === '' ? '' : `, ${state}`}`,
  };
}

function statusText(status: SourceStatus): string {
  switch (status.state) {
    case 'closed':
      return '';
    case 'opening':
      return 'opening…';
    case 'failed':
      return 'could not be opened';
    case 'open': {
      const { tables } = status.summary;
      const filled = tables.filter(({ rows }) => rows !== 0);
      const rows = filled.reduce((sum, table) => sum + (table.rows ?? 0), 0);
      return rows > 0 ? `${counted(filled.length, 'table')}, ${counted(rows, 'row')}` : counted(filled.length, 'table');
    }
  }
}

function tableView(source: SavedSource, table: TableInfo, zone: TimeZoneChoice): NodeView {
  const size = table.rows !== undefined ? counted(table.rows, 'row') : table.bytes !== undefined ? megabytes(table.bytes) : '';
  const lines = [
    `Table ${tooltipText(table.name)}`,
    table.category === undefined ? undefined : `Diagnostic-settings category: ${tooltipText(table.category)}`,
    table.rows === undefined ? undefined : counted(table.rows, 'row'),
    table.bytes === undefined ? undefined : `${megabytes(table.bytes)}${table.rows === undefined ? ' in the last 30 days' : ' in its files'}`,
    table.firstRecord === undefined ? undefined : `Oldest record: ${absoluteTime(table.firstRecord, zone)}`,
    table.lastRecord === undefined ? undefined : `Newest record: ${absoluteTime(table.lastRecord, zone)}`,
  ];
  return {
    id: `${source.id}/table/${table.name}`,
    label: labelText(table.name),
    description: size,
    tooltip: lines.filter((line) => line !== undefined).join('\n'),
    icon: 'table',
    ...(table.rows === 0 && { tone: 'muted' }),
    collapsible: 'none',
    context: 'table',
    spoken: `Table ${labelText(table.name)}, ${size}`,
  };
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
