import { axisTop } from 'd3-axis';
import { select } from 'd3-selection';
import { visibleTextUpTo } from '../../../base/index.ts';
import { formatTime, type TimeZoneChoice } from '../../model/formatCell.ts';
import { formatCount } from '../../model/status.ts';
import { timeExtent, type Timeline, type TimelineEvent } from '../../model/timelineEvents.ts';
import { countedMarks, inReadingOrder, markInNextLane, markOffsets, shapeName, timelineLinks, timelineCrowds, timelineMarks, type Crowd, type TimelineLink, type TimelineMark } from '../../model/timelineMarks.ts';
import { formatTick } from '../../model/timeTicks.ts';
import { element, setAttributes, svgElement } from '../dom.ts';
import { drawShape } from './shapes.ts';
import { TimelineZoom } from './timelineZoom.ts';

const leastLane = 56;
const tallestLane = 88;
const axisHeight = 26;
const mostLanes = 200;

export interface ChartActions {
  /** A mark was chosen: the result rows it stands for. */
  readonly choose: (rows: readonly number[]) => void;
  /** A mark is pointed at or focused: its words, or nothing. */
  readonly describe: (text: string) => void;
}

/** Draws lanes, marks and links, and lets mouse and keyboard walk and choose the marks. */
export class TimelineChart {
  readonly root: HTMLElement;
  readonly zoom: TimelineZoom;
  readonly #axis = svgElement('svg', { class: 'timeline-axis', height: axisHeight, 'aria-hidden': 'true' });
  readonly #svg = svgElement('svg', { class: 'timeline-lanes', tabindex: 0, role: 'listbox', 'aria-label': 'Events in time order. Arrow keys walk, Enter selects the rows, plus and minus zoom, 0 shows all.' });
  readonly #scroller: HTMLElement;
  readonly #actions: ChartActions;
  #timeline: Timeline = { lanes: [], events: [], undated: 0 };
  #crowds: readonly Crowd[] = [];
  #marks: readonly TimelineMark[] = [];
  #offsets: ReadonlyMap<TimelineMark, number> = new Map();
  #selected: ReadonlySet<number> = new Set();
  #active: number | undefined;
  #zone: TimeZoneChoice = 'utc';
  #frame = 0;
  #laneHeight = leastLane;
  #drawnLanes = { first: 0, last: 0 };

  constructor(actions: ChartActions) {
    this.#actions = actions;
    this.#scroller = element('div', { class: 'timeline-scroller' }, this.#svg);
    this.root = element('div', { class: 'timeline-chart' }, this.#axis, this.#scroller);
    this.zoom = new TimelineZoom(this.#svg, () => this.#scroller.scrollHeight > this.#scroller.clientHeight + 1, () => this.#drawSoon());
    this.#scroller.addEventListener('scroll', () => this.#drawSoon());
    this.#svg.addEventListener('click', (event) => this.#choose(this.#markOf(event.target)));
    this.#svg.addEventListener('mousemove', (event) => this.#describe(this.#markOf(event.target)));
    this.#svg.addEventListener('mouseleave', () => this.#describe(undefined));
    this.#svg.addEventListener('keydown', (event) => this.#handleKey(event));
    this.#svg.addEventListener('focus', () => {
      if (!this.#activeMark()) this.#activate(inReadingOrder(this.#marks)[0]);
    });
    new ResizeObserver(() => this.#drawSoon()).observe(this.root);
  }

  /** Another set of events; `refit` when they are of another result. */
  show(timeline: Timeline, zone: TimeZoneChoice, refit: boolean): void {
    this.#timeline = timeline;
    this.#crowds = timelineCrowds(timeline);
    this.#zone = zone;
    this.#active = undefined;
    if (refit) this.zoom.fit();
    this.#drawSoon();
  }

  /** Marks the events of the rows selected in the grid and brings the first into sight. */
  select(rows: ReadonlySet<number>, reveal: boolean): void {
    this.#selected = rows;
    const first = reveal ? this.#timeline.events.find((event) => event.rows.some((row) => rows.has(row))) : undefined;
    if (first) {
      this.zoom.reveal(first.time);
      const top = first.lane * this.#laneHeight;
      const inSight = top >= this.#scroller.scrollTop && top + this.#laneHeight <= this.#scroller.scrollTop + this.#scroller.clientHeight;
      if (!inSight) this.#scroller.scrollTop = top - this.#laneHeight / 2;
    }
    this.#drawSoon();
  }

  /** The selected events' first and last time, if any is selected. */
  selectedExtent(): readonly [number, number] | undefined {
    return timeExtent(this.#timeline.events.filter((event) => this.#isSelected(event)));
  }

  #isSelected(event: TimelineEvent | undefined): boolean {
    return event?.rows.some((row) => this.#selected.has(row)) ?? false;
  }

  #drawSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const extent = timeExtent(this.#timeline.events);
    const width = this.root.clientWidth;
    if (!extent || width === 0) return;
    this.zoom.setFrame(extent, width, this.#zone);
    const { scale } = this.zoom;
    const lanes = this.#timeline.lanes.slice(0, mostLanes);
    this.#laneHeight = Math.min(tallestLane, Math.max(leastLane, Math.floor((this.#scroller.clientHeight - 8) / Math.max(1, lanes.length))));
    const height = Math.max(lanes.length * this.#laneHeight + 8, this.#scroller.clientHeight - 1);
    setAttributes(this.#axis, { width });
    setAttributes(this.#svg, { width, height });
    const axis = axisTop<Date>(scale).ticks(Math.max(2, Math.floor(width / 110))).tickSizeOuter(0).tickFormat((at) => formatTick(at, this.#zone));
    const axisGroup = svgElement('g', { transform: `translate(0,${axisHeight - 1})` });
    select(axisGroup).call(axis);
    this.#axis.replaceChildren(axisGroup);
    this.#marks = timelineMarks(this.#crowds, (time) => scale(time), width).filter((mark) => mark.lane < mostLanes);
    this.#offsets = markOffsets(this.#marks);
    const grid = scale.ticks(Math.max(2, Math.floor(width / 110))).map((at) => svgElement('line', { class: 'timeline-grid', x1: scale(at), x2: scale(at), y1: 0, y2: height }));
    const { first, last } = this.#lanesInSight();
    const links = timelineLinks(this.#timeline, this.#marks.filter(({ lane }) => lane >= first && lane <= last)).map((link) => this.#link(link));
    // Unexplained sign-ins last, so that they lie on top.
    const marks = [...this.#marks].sort((left, right) => Number(left.shape === 'unexplained') - Number(right.shape === 'unexplained'));
    const inSight = this.#lanesInSight();
    const drawn = (lane: number): boolean => lane >= inSight.first && lane <= inSight.last;
    const names = lanes.flatMap((lane, index) => (drawn(index) ? [this.#lane(lane, index, width)] : []));
    const counted = countedMarks(this.#marks);
    this.#svg.replaceChildren(...grid, ...names, ...links, ...marks.flatMap((mark) => (drawn(mark.lane) ? [this.#mark(mark, counted.has(mark))] : [])));
    this.#drawnLanes = inSight;
    this.#markActive();
  }

  /** Lanes are drawn where they can be seen: forty identities with a thousand marks each are many elements. */
  #lanesInSight(): { readonly first: number; readonly last: number } {
    const { scrollTop, clientHeight } = this.#scroller;
    return { first: Math.floor(scrollTop / this.#laneHeight) - 1, last: Math.ceil((scrollTop + clientHeight) / this.#laneHeight) + 1 };
  }

  #lane(name: string, index: number, width: number): SVGElement {
    const top = index * this.#laneHeight;
    return svgElement(
      'g',
      { class: 'timeline-lane', role: 'presentation' },
      svgElement('line', { class: 'timeline-rule', x1: 0, x2: width, y1: top + this.#laneHeight, y2: top + this.#laneHeight }),
      svgElement('text', { x: 8, y: top + 14 }, visibleTextUpTo(name === '' ? '(no name)' : name, Math.max(12, Math.floor(width / 8)))),
    );
  }

  #mark(mark: TimelineMark, counted: boolean): SVGElement {
    const events = mark.events.map((index) => this.#timeline.events[index]);
    const selected = events.some((event) => this.#isSelected(event));
    const group = svgElement('g', { class: `mark${selected ? ' selected' : ''}`, transform: `translate(${mark.x.toFixed(1)},${this.#y(mark)})`, role: 'option', id: `mark-${mark.key.replaceAll('|', '-')}`, 'data-key': mark.key, 'aria-selected': String(selected), 'aria-label': this.#words(mark) });
    const shape = drawShape(mark.shape);
    setAttributes(shape, { transform: mark.events.length > 1 ? `scale(${(1 + Math.min(0.6, Math.log10(mark.events.length) * 0.2)).toFixed(2)})` : undefined });
    group.append(svgElement('circle', { class: 'mark-area', r: 10 }), shape);
    if (counted) group.append(svgElement('text', { class: 'mark-count', x: 8, y: -5 }, formatCount(mark.events.length)));
    return group;
  }

  #link({ from, to, evidence }: TimelineLink): SVGElement {
    const selected = [...from.events, ...to.events].some((index) => this.#timeline.events[index]?.kind === 'followed' && this.#isSelected(this.#timeline.events[index]));
    const [y1, y2] = [this.#y(from), this.#y(to)];
    const middle = (y1 + y2) / 2;
    return svgElement('path', { class: `timeline-link${evidence ? ` evidence-${evidence}` : ''}${selected ? ' selected' : ''}`, d: `M${from.x.toFixed(1)},${y1} C${from.x.toFixed(1)},${middle} ${to.x.toFixed(1)},${middle} ${to.x.toFixed(1)},${y2}` });
  }

  #y(mark: TimelineMark): number {
    const share = mark.kind === 'followed' ? 0.8 : mark.kind === 'event' ? 0.64 : 0.48;
    return Math.round((mark.lane + share) * this.#laneHeight) + (this.#offsets.get(mark) ?? 0);
  }

  #words(mark: TimelineMark): string {
    const events = mark.events.flatMap((index) => this.#timeline.events[index] ?? []);
    const first = events[0];
    if (!first) return '';
    const time = formatTime(`${new Date(first.time).toISOString().slice(0, -1)}0000Z`, this.#zone);
    const lane = visibleTextUpTo(this.#timeline.lanes[mark.lane] ?? '', 60);
    const what = events.length === 1 ? shapeName(mark.shape) : `${formatCount(events.length)} × ${shapeName(mark.shape).toLowerCase()}, the first`;
    return [time, what, visibleTextUpTo(first.label, 80), lane].filter(Boolean).join(' · ');
  }

  #markOf(target: EventTarget | null): TimelineMark | undefined {
    const key = target instanceof Element ? target.closest<SVGElement>('.mark')?.dataset['key'] : undefined;
    return this.#marks.find((mark) => mark.key === key);
  }

  #activeMark(): TimelineMark | undefined {
    const active = this.#active;
    return active === undefined ? undefined : this.#marks.find((mark) => mark.events.includes(active));
  }

  #activate(mark: TimelineMark | undefined): void {
    if (!mark) return;
    this.#active = mark.events[0];
    const top = mark.lane * this.#laneHeight;
    if (top < this.#scroller.scrollTop) this.#scroller.scrollTop = top;
    if (top + this.#laneHeight > this.#scroller.scrollTop + this.#scroller.clientHeight) this.#scroller.scrollTop = top + this.#laneHeight - this.#scroller.clientHeight;
    if (mark.lane < this.#drawnLanes.first || mark.lane > this.#drawnLanes.last) this.#draw();
    this.#markActive();
    this.#describe(mark);
  }

  #markActive(): void {
    const key = this.#activeMark()?.key;
    for (const group of this.#svg.querySelectorAll<SVGElement>('.mark')) {
      const active = group.dataset['key'] === key;
      group.classList.toggle('active', active);
      if (active) this.#svg.setAttribute('aria-activedescendant', group.id);
    }
    if (key === undefined) this.#svg.removeAttribute('aria-activedescendant');
  }

  #describe(mark: TimelineMark | undefined): void {
    this.#actions.describe(mark ? this.#words(mark) : '');
  }

  #choose(mark: TimelineMark | undefined): void {
    if (!mark) return;
    this.#active = mark.events[0];
    this.#actions.choose([...new Set(mark.events.flatMap((index) => this.#timeline.events[index]?.rows ?? []))]);
    this.#describe(mark);
  }

  #handleKey(event: KeyboardEvent): void {
    const active = this.#activeMark();
    const order = inReadingOrder(this.#marks);
    const at = active ? order.indexOf(active) : -1;
    const time = active ? this.#timeline.events[active.events[0] ?? 0]?.time : undefined;
    if (event.key === 'Enter' || event.key === ' ') this.#choose(active);
    else if (event.key === '+' || event.key === '=') this.zoom.zoomBy(2, time);
    else if (event.key === '-') this.zoom.zoomBy(0.5, time);
    else if (event.key === '0') this.zoom.fit();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.#walk(event, order, at);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#activate(active ? markInNextLane(this.#marks, active, event.key === 'ArrowUp' ? -1 : 1) : order[0]);
    else if (event.key === 'Home') this.#activate(order[0]);
    else if (event.key === 'End') this.#activate(order.at(-1));
    else return;
    event.preventDefault();
  }

  /** To the next mark; Shift moves the time in sight instead, and so does going on at the edge. */
  #walk(event: KeyboardEvent, order: readonly TimelineMark[], at: number): void {
    const direction = event.key === 'ArrowRight' ? 1 : -1;
    const next = order[at + direction];
    if (event.shiftKey || (!next && this.#hasBeyond(direction))) this.zoom.panBy((direction * this.root.clientWidth) / 3);
    else this.#activate(next);
  }

  #hasBeyond(direction: 1 | -1): boolean {
    const { scale } = this.zoom;
    const width = this.root.clientWidth;
    return this.#timeline.events.some((event) => (direction === 1 ? scale(event.time) > width : scale(event.time) < 0));
  }
}
