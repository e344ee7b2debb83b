import type { ChartMark } from './chartMarks.ts';

const reach = 28;

/** The mark that is pointed at, if one is near. */
export function nearestMark(marks: readonly ChartMark[], left: number, top: number): ChartMark | undefined {
  let best: ChartMark | undefined;
  let least = reach * reach;
  for (const mark of marks) {
    const distance = (mark.at[0] - left) ** 2 + (mark.at[1] - top) ** 2;
    if (distance < least) [least, best] = [distance, mark];
  }
  return best;
}

/** Left and right along a series, up and down between series at the same place. */
export function nextMark(marks: readonly ChartMark[], from: ChartMark | undefined, key: string): ChartMark | undefined {
  if (!from) return key === 'End' ? marks.at(-1) : marks[0];
  const own = marks.filter(({ series }) => series === from.series);
  // In a pie every slice is a series of its own.
  const line = own.length === 1 ? marks : own;
  const at = line.findIndex(({ x, series }) => x === from.x && series === from.series);
  if (key === 'Home') return line[0];
  if (key === 'End') return line.at(-1);
  if (key === 'ArrowLeft') return line[at - 1] ?? from;
  if (key === 'ArrowRight') return line[at + 1] ?? from;
  const step = key === 'ArrowDown' ? 1 : -1;
  const others = marks.filter(({ series }) => (series - from.series) * step > 0);
  const next = others.reduce<number | undefined>((best, { series }) => (best === undefined || Math.abs(series - from.series) < Math.abs(best - from.series) ? series : best), undefined);
  const candidates = others.filter(({ series }) => series === next);
  return candidates.reduce<ChartMark | undefined>((best, mark) => (best === undefined || Math.abs(mark.x - from.x) < Math.abs(best.x - from.x) ? mark : best), undefined) ?? from;
}
