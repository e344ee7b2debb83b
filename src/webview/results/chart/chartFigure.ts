import { chartSummary, formatNumber, shownText, type Chart } from '../../model/chart/index.ts';
import { formatTime, type TimeZoneChoice } from '../../model/formatCell.ts';
import { element, setAttributes, svgElement } from '../dom.ts';
import { fitText } from './chartAxes.ts';
import { layOutChart, type ChartDrawing, type ChartMark } from './chartMarks.ts';
import { nearestMark, nextMark } from './chartWalk.ts';
import { seriesPatterns, seriesPoint } from './seriesLook.ts';

/** More points than this are a line without dots. */
const mostDots = 400;

export interface FigureActions {
  /** A value was chosen: the result rows it stands for. */
  readonly choose: (rows: readonly number[]) => void;
  /** A value is pointed at or focused: its words, or nothing. */
  readonly describe: (text: string, focused: boolean) => void;
}

/** Draws a chart, and lets mouse and keyboard walk and choose its values. */
export class ChartFigure {
  readonly root: HTMLElement;
  readonly #svg = svgElement('svg', { class: 'chart-figure', tabindex: 0, role: 'application', 'aria-roledescription': 'chart' });
  readonly #actions: FigureActions;
  #chart: Chart | undefined;
  #zone: TimeZoneChoice = 'utc';
  #drawing: ChartDrawing | undefined;
  #selected: ReadonlySet<number> = new Set();
  #active: ChartMark | undefined;
  #frame = 0;

  constructor(actions: FigureActions) {
    this.#actions = actions;
    this.root = element('div', { class: 'chart-area' }, this.#svg);
    this.#svg.addEventListener('mousemove', (event) => this.#describe(this.#markAt(event), false));
    this.#svg.addEventListener('mouseleave', () => this.#describe(undefined, false));
    this.#svg.addEventListener('click', (event) => this.#choose(this.#markAt(event)));
    this.#svg.addEventListener('keydown', (event) => this.#handleKey(event));
    this.#svg.addEventListener('blur', () => this.#activate(undefined));
    new ResizeObserver(() => this.#drawSoon()).observe(this.root);
  }

  show(chart: Chart, zone: TimeZoneChoice): void {
    this.#chart = chart;
    this.#zone = zone;
    this.#active = undefined;
    this.#svg.setAttribute('aria-label', chartSummary(chart));
    this.#drawSoon();
  }

  select(rows: ReadonlySet<number>): void {
    this.#selected = rows;
    this.#drawSoon();
  }

  #drawSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const chart = this.#chart;
    const { clientWidth: width, clientHeight: height } = this.root;
    if (!chart || width < 40 || height < 40) return;
    setAttributes(this.#svg, { width, height });
    const drawing = layOutChart(chart, width, height, this.#zone);
    this.#drawing = drawing;
    const at = this.#active;
    this.#active = at && drawing.marks.find(({ series, x }) => series === at.series && x === at.x);
    const content = chart.kind === 'pie' ? svgElement('g', { transform: `translate(${width / 2},${height / 2})` }, ...this.#marks(drawing)) : svgElement('g', {}, ...this.#marks(drawing));
    const strokes = drawing.strokes.flatMap(({ series, line, fill }) => [
      ...(fill === undefined ? [] : [svgElement('path', { class: `chart-fill series-${series}`, d: fill })]),
      svgElement('path', { class: `chart-line series-${series}`, d: line }),
    ]);
    this.#svg.replaceChildren(seriesPatterns(), ...(chart.kind === 'pie' ? [] : axes(chart, drawing)), ...strokes, content, svgElement('circle', { class: 'chart-focus', r: 8, visibility: 'hidden' }));
    this.#showFocus();
  }

  #marks({ marks }: ChartDrawing): readonly SVGElement[] {
    const dots = marks.length <= mostDots;
    return marks.flatMap((mark) => {
      const selected = mark.rows.some((row) => this.#selected.has(row));
      const state = selected ? ' selected' : '';
      if (mark.outline !== undefined) return [svgElement('path', { class: `chart-bar series-${mark.series}${state}`, d: mark.outline })];
      if (!dots && !selected) return [];
      return [svgElement('path', { class: `chart-dot series-${mark.series}${state}`, d: seriesPoint(mark.series), transform: `translate(${mark.at[0].toFixed(1)},${mark.at[1].toFixed(1)})` })];
    });
  }

  #markAt(event: MouseEvent): ChartMark | undefined {
    const marks = this.#drawing?.marks ?? [];
    const target = event.target instanceof Element && event.target.classList.contains('chart-bar') ? event.target : undefined;
    if (target) return marks[[...(target.parentElement?.children ?? [])].indexOf(target)];
    const box = this.#svg.getBoundingClientRect();
    return nearestMark(marks, event.clientX - box.left, event.clientY - box.top);
  }

  #describe(mark: ChartMark | undefined, focused: boolean): void {
    const shown = mark ?? this.#active;
    this.#actions.describe(shown && this.#chart ? markWords(this.#chart, shown, this.#zone) : '', focused);
  }

  #choose(mark: ChartMark | undefined): void {
    if (mark) this.#actions.choose(mark.rows);
  }

  #activate(mark: ChartMark | undefined): void {
    this.#active = mark;
    this.#showFocus();
    this.#describe(mark, mark !== undefined);
  }

  #showFocus(): void {
    const focus = this.#svg.querySelector('.chart-focus');
    if (focus) setAttributes(focus, this.#active ? { cx: this.#active.at[0], cy: this.#active.at[1], visibility: 'visible' } : { visibility: 'hidden' });
  }

  #handleKey(event: KeyboardEvent): void {
    const marks = this.#drawing?.marks ?? [];
    if (event.key === 'Enter' || event.key === ' ') this.#choose(this.#active);
    else if (['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) this.#activate(nextMark(marks, this.#active, event.key));
    else return;
    event.preventDefault();
  }
}

/** One value in words: where, which series, how much. */
function markWords(chart: Chart, mark: ChartMark, zone: TimeZoneChoice): string {
  const series = shownText(chart.kind === 'pie' ? chart.series[0]?.name ?? '' : chart.series[mark.series]?.name ?? '');
  const place = chart.xScale === 'category' ? shownText(chart.categories[mark.x] ?? '') : chart.xScale === 'number' ? formatNumber(mark.x) : formatTime(`${new Date(mark.x).toISOString().slice(0, -1)}0000Z`, zone);
  const rows = mark.rows.length > 1 ? ` · ${formatNumber(mark.rows.length)} rows` : '';
  return `${place} · ${series} · ${formatNumber(mark.y)}${rows}`;
}

function axes(chart: Chart, { plot, bottom, left, base }: ChartDrawing): readonly SVGElement[] {
  const lying = chart.kind === 'bar';
  const lines = (lying ? bottom : left).map(({ at }) => svgElement('line', { class: 'chart-grid', ...(lying ? { x1: at, x2: at, y1: plot.top, y2: plot.bottom } : { x1: plot.left, x2: plot.right, y1: at, y2: at }) }));
  const zero = base === undefined ? [] : [svgElement('line', { class: 'chart-zero', ...(lying ? { x1: base, x2: base, y1: plot.top, y2: plot.bottom } : { x1: plot.left, x2: plot.right, y1: base, y2: base }) })];
  const below = bottom.map(({ at, text }) => svgElement('text', { class: 'chart-tick', x: at, y: plot.bottom + 15, 'text-anchor': 'middle' }, text));
  const beside = left.map(({ at, text }) => svgElement('text', { class: 'chart-tick', x: plot.left - 6, y: at + 4, 'text-anchor': 'end' }, fitText(text, plot.left - 8)));
  const [across, up] = lying ? [chart.yTitle, chart.xTitle] : [chart.xTitle, chart.yTitle];
  const titles = [
    svgElement('text', { class: 'chart-axis-title', x: (plot.left + plot.right) / 2, y: plot.bottom + 32, 'text-anchor': 'middle' }, across === '' ? '' : fitText(shownText(across), plot.right - plot.left)),
    svgElement('text', { class: 'chart-axis-title', x: 12, y: 14 }, up === '' ? '' : fitText(shownText(up), plot.right)),
  ];
  return [...lines, ...zero, ...below, ...beside, ...titles];
}
