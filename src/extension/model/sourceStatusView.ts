import { counted } from '../../base/index.ts';
import { labelText, withoutIcons } from './safeText.ts';
import type { SavedSource } from './savedSources.ts';
import type { SourceStatus } from './sourceNodes.ts';

/** What the status bar says of the source in use. `text` may hold icons of ours, never of the source's name. */
export interface SourceStatusView {
  readonly text: string;
  readonly tooltip: string;
  readonly failed: boolean;
}

export function sourceStatusView(current: SavedSource | undefined, status: SourceStatus | undefined, formatTime: (datetime: string) => string): SourceStatusView {
  if (!current) return { text: '$(database) No source', tooltip: 'Identity Trail: no source of logs is in use. Click to choose one.', failed: false };
  const title = labelText(current.title);
  const text = (icon: string): string => `$(${icon}) ${withoutIcons(title.length > 40 ? `${title.slice(0, 39)}…` : title)}`;
  switch (status?.state) {
    case 'opening':
      return { text: text('loading~spin'), tooltip: `Identity Trail: opening ${title}.`, failed: false };
    case 'failed':
      return { text: text('warning'), tooltip: `Identity Trail: ${title} could not be opened. Click to choose another source.`, failed: true };
    case 'open': {
      const { summary } = status;
      const asOf = summary.asOf === undefined ? 'now() is the present moment' : `now() means ${formatTime(summary.asOf)}`;
      const left = summary.skipped > 0 ? ` ${counted(summary.skipped, 'record')} left out by the import.` : '';
      return { text: text('database'), tooltip: `Identity Trail: queries run on ${labelText(summary.title)}; ${asOf}.${left} Click to switch.`, failed: false };
    }
    default:
      return { text: text('database'), tooltip: `Identity Trail: ${title} is opened with the next query. Click to switch.`, failed: false };
  }
}
