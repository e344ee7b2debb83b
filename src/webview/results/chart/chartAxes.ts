import { scaleBand, scaleLinear, scaleTime, scaleUtc } from 'd3-scale';
import { formatNumber, shownText, type Chart } from '../../model/chart/index.ts';
import type { TimeZoneChoice } from '../../model/formatCell.ts';
import { formatTick } from '../../model/timeTicks.ts';

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** From a value to its pixel, with the ticks that fit. */
export interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
  /** Pixels that one category has; 0 where the axis is continuous. */
  readonly band: number;
}

type Pixels = readonly [from: number, to: number];

const letter = 6.2;

export function textWidth(text: string): number {
  return text.length * letter;
}

/** A text cut to the pixels it has. */
export function fitText(text: string, pixels: number): string {
  const room = Math.floor(pixels / letter);
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1))}…`;
}

/** The axis of amounts. */
export function valueAxis(chart: Chart, domain: readonly [number, number], [from, to]: Pixels, spacing: number): Axis {
  const count = Math.max(2, Math.floor(Math.abs(to - from) / spacing));
  const scale = scaleLinear(domain, [from, to]).clamp(true);
  if (chart.yBounds.least === undefined && chart.yBounds.most === undefined) scale.nice(count);
  const unit = chart.stacking === 'full' ? '%' : '';
  return { place: (value) => scale(value), band: 0, ticks: scale.ticks(count).filter((at) => Number.isInteger(at) || !countsOnly(chart)).map((at) => ({ at: scale(at), text: `${formatNumber(at)}${unit}` })) };
}

/** There is no half of an alert. */
function countsOnly({ series }: Chart): boolean {
  return series.every(({ points }) => points.every(({ y }) => Number.isInteger(y)));
}

/** The axis of places: times, numbers or categories. */
export function placeAxis(chart: Chart, [from, to]: Pixels, zone: TimeZoneChoice): Axis {
  return chart.xScale === 'category' ? categoryAxis(chart.categories, [from, to]) : continuousAxis(chart, [from, to], zone);
}

function continuousAxis(chart: Chart, [from, to]: Pixels, zone: TimeZoneChoice): Axis {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { points } of chart.series) {
    least = Math.min(least, points[0]?.x ?? least);
    most = Math.max(most, points.at(-1)?.x ?? most);
  }
  const inner: Pixels = [from + 10, to - 10];
  const count = Math.max(2, Math.floor((to - from) / 90));
  if (chart.xScale === 'time') {
    const [first, last] = least === most ? [least - 1000, most + 1000] : [least, most];
    const scale = (zone === 'utc' ? scaleUtc() : scaleTime()).domain([first, last]).range(inner);
    return { place: (value) => scale(value), band: 0, ticks: scale.ticks(count).map((at) => ({ at: scale(at), text: formatTick(at, zone) })) };
  }
  const scale = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], inner);
  return { place: (value) => scale(value), band: 0, ticks: scale.ticks(count).map((at) => ({ at: scale(at), text: formatNumber(at) })) };
}

/** Names stand below each other or side by side; where they would touch, some are left out. */
function categoryAxis(categories: readonly string[], [from, to]: Pixels): Axis {
  const scale = scaleBand(categories.map((_, index) => index), [from, to]).paddingInner(0.25).paddingOuter(0.15);
  const names = categories.map(shownText);
  const place = (value: number): number => (scale(value) ?? from) + scale.bandwidth() / 2;
  return { place, band: scale.bandwidth(), ticks: names.map((text, index) => ({ at: place(index), text })) };
}

/** Ticks side by side that do not touch, each cut to its room. */
export function ticksInRow(ticks: readonly Tick[], width: number): readonly Tick[] {
  const step = width / Math.max(1, ticks.length);
  const longest = Math.min(110, Math.max(...ticks.map(({ text }) => textWidth(text)), 0) + 12);
  const every = Math.max(1, Math.ceil(Math.min(longest, 64) / step));
  return ticks.filter((_, index) => index % every === 0).map(({ at, text }) => ({ at, text: fitText(text, every * step - 8) }));
}
