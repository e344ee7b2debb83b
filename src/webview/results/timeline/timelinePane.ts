import { evidenceOrder } from '../../model/badge.ts';
import type { ResultState } from '../../model/resultState.ts';
import { isRunning } from '../../model/resultState.ts';
import { formatCount } from '../../model/status.ts';
import { guessTimelineSpec, timelineEvents, type Timeline } from '../../model/timelineEvents.ts';
import { shapeOf, type MarkShape } from '../../model/timelineMarks.ts';
import type { PageContext } from '../context.ts';
import { element, iconButton } from '../dom.ts';
import { PlaceButton, type SidePlacement } from '../parts/placeButton.ts';
import { makeEvidenceLegend, makeLegend } from './legend.ts';
import { TimelineChart } from './timelineChart.ts';

const shapeOrder: readonly MarkShape[] = ['signIn', 'unexplained', 'failed', 'followed', 'event'];
const restWhileReceiving = 700;

export interface TimelineActions {
  readonly close: () => void;
  readonly place: (placement: SidePlacement) => void;
}

/** The timeline of the rows that the grid shows, with legend and zoom buttons. */
export class TimelinePane {
  readonly root: HTMLElement;
  readonly #context: PageContext;
  readonly #chart: TimelineChart;
  readonly #legend = element('div', { class: 'timeline-legend' });
  readonly #empty = element('p', { class: 'pane-empty' });
  readonly #readout = element('div', { class: 'timeline-readout', 'aria-hidden': 'true' });
  readonly #placer: PlaceButton;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawnColumns: ResultState['columns'] | undefined;

  constructor(context: PageContext, actions: TimelineActions) {
    this.#context = context;
    this.#chart = new TimelineChart({
      choose: (rows) => {
        const { columns } = context.store.state;
        context.selection.set({ active: rows[0] === undefined ? undefined : { row: rows[0], column: 0 }, rows, columns: columns.map((_, index) => index) }, 'timeline');
      },
      describe: (text) => {
        this.#readout.textContent = text;
      },
    });
    this.#placer = new PlaceButton(actions.place);
    const { zoom } = this.#chart;
    const tools = [
      iconButton({ icon: 'target', label: 'Zoom to the selected rows' }, () => {
        const extent = this.#chart.selectedExtent();
        if (extent) zoom.zoomTo(...extent);
        else context.announce('Select rows first');
      }),
      iconButton({ icon: 'zoom-out', label: 'Zoom out' }, () => zoom.zoomBy(0.5)),
      iconButton({ icon: 'zoom-in', label: 'Zoom in' }, () => zoom.zoomBy(2)),
      iconButton({ icon: 'screen-full', label: 'Show the whole time' }, () => zoom.fit()),
      this.#placer.root,
      iconButton({ icon: 'close', label: 'Close timeline' }, () => actions.close()),
    ];
    this.root = element('section', { class: 'timeline', 'aria-label': 'Timeline' }, element('div', { class: 'pane-bar' }, element('h2', {}, 'Timeline'), element('span', { class: 'pane-space' }), ...tools), this.#legend, this.#chart.root, this.#empty, this.#readout);
    context.store.subscribe((state, before) => {
      const changed = state.rows !== before.rows || state.view !== before.view || state.columns !== before.columns || state.phase !== before.phase || state.preferences !== before.preferences;
      if (changed) this.#updateSoon(state);
    });
    context.selection.subscribe(({ rows }, origin) => this.#chart.select(new Set(rows), origin === 'grid' && rows.length === 1));
  }

  showPlacement(placement: SidePlacement | undefined): void {
    this.#placer.show(placement);
  }

  #updateSoon(state: ResultState): void {
    if (!state.preferences.timeline) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), isRunning(state) ? restWhileReceiving : 0);
  }

  #update(): void {
    const { state, view } = this.#context.store;
    const spec = state.run?.timeline ?? guessTimelineSpec(state.columns);
    const timeline: Timeline = spec ? timelineEvents(state.rows, state.columns, view.order, spec) : { lanes: [], events: [], undated: 0 };
    const shapes = new Set(timeline.events.map(shapeOf));
    const empty = timeline.events.length === 0;
    this.#legend.replaceChildren(makeLegend(shapeOrder.filter((shape) => shapes.has(shape))));
    const evidence = new Set(timeline.events.map((event) => (event.after === undefined ? undefined : event.evidence)));
    if (evidence.size > 1) this.#legend.append(makeEvidenceLegend(evidenceOrder.filter((one) => evidence.has(one))));
    if (timeline.undated > 0 && !empty) this.#legend.append(element('span', { class: 'legend-note' }, `${formatCount(timeline.undated)} without a time`));
    this.#legend.hidden = empty;
    this.#chart.root.hidden = empty;
    this.#readout.hidden = empty;
    this.#empty.hidden = !empty;
    this.#empty.textContent = isRunning(state) ? 'Waiting for rows…' : spec ? 'No rows with a time to draw.' : 'This result has no datetime column, so there is no time to draw.';
    this.#chart.show(timeline, state.preferences.zone, this.#drawnColumns !== state.columns);
    this.#drawnColumns = state.columns;
  }
}
