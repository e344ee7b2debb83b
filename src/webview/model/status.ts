import { counted } from '../../base/index.ts';
import type { QueryStatistics, ResultFooter } from '../../protocol/index.ts';
import type { ResultState } from './resultState.ts';
import type { TimeZoneChoice } from './formatCell.ts';
import { formatTime } from './formatCell.ts';

const numbers = new Intl.NumberFormat('en');

export function formatCount(count: number): string {
  return numbers.format(count);
}

/** `1,234 of 5,000 rows, filtered; result truncated at 5,000 rows`: never fewer rows than there are without saying so. */
export function rowsText(shown: number, total: number, footer: ResultFooter | undefined, dropped = 0): string {
  const rows = shown === total ? counted(total, 'row') : `${formatCount(shown)} of ${counted(total, 'row')}, filtered`;
  const truncated = footer?.warnings.some((warning) => warning.kind === 'truncated') ?? false;
  const partial = footer?.warnings.some((warning) => warning.kind === 'partial') ?? false;
  const full = dropped > 0 ? [`${formatCount(dropped)} more not kept: the page holds no more`] : [];
  return [rows, ...full, ...(truncated ? [`result truncated at ${counted(total + dropped, 'row')}`] : []), ...(partial ? ['some data was not read'] : [])].join('; ');
}

/** Why the rows on the page are not all there are; undefined for a whole result. What a filter leaves out is the reader's own choice. */
export function missingRows({ phase, footer, dropped }: Pick<ResultState, 'phase' | 'footer' | 'dropped'>): string | undefined {
  const has = (kind: 'truncated' | 'partial'): boolean => footer?.warnings.some((warning) => warning.kind === kind) ?? false;
  const reasons = [
    ...(phase === 'running' || phase === 'receiving' ? ['the query is still running'] : []),
    ...(phase === 'cancelled' ? ['the query was cancelled'] : []),
    ...(phase === 'failed' ? ['the query broke off'] : []),
    ...(has('truncated') ? ['the result is truncated'] : []),
    ...(has('partial') ? ['some data was not read'] : []),
    ...(dropped > 0 ? [`the page did not keep ${counted(dropped, 'row')}`] : []),
  ];
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const engines: Readonly<Record<QueryStatistics['engine'], string>> = { duckdb: 'local engine', logAnalytics: 'Log Analytics' };

/** How long it took and where: `0.4 s, local engine`. */
export function speedText(statistics: QueryStatistics): string {
  return `${formatDuration(statistics.elapsedMs)}, ${engines[statistics.engine]}`;
}

export function asOfText(footer: ResultFooter, zone: TimeZoneChoice): string {
  return formatTime(footer.asOf, zone).replace(/\.\d+$/, '');
}

/** Every figure the engine gave, for the statistics list: name in words, value as text. */
export function statisticLines(statistics: QueryStatistics): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(statistics).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const name = key.replace(/Ms$/, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return [{ name, value: typeof value !== 'number' ? value : key.endsWith('Ms') ? formatDuration(value) : formatCount(value) }];
  });
}
