import { asksForChart, formatNumber, makeChart, shownText, type Chart, type ChartResult } from '../../model/chart/index.ts';
import { isRunning, type ResultState } from '../../model/resultState.ts';
import type { PageContext } from '../context.ts';
import { element, iconButton } from '../dom.ts';
import { PlaceButton, type SidePlacement } from '../parts/placeButton.ts';
import { ChartFigure } from './chartFigure.ts';
import { seriesSwatch } from './seriesLook.ts';

const restWhileReceiving = 700;

export interface ChartPaneActions {
  readonly close: () => void;
  readonly place: (placement: SidePlacement) => void;
}

/** The chart that the query asks for by `render`, of the rows that the grid shows. */
export class ChartPane {
  readonly root: HTMLElement;
  readonly #context: PageContext;
  readonly #figure: ChartFigure;
  readonly #placer: PlaceButton;
  readonly #title = element('h2', {}, 'Chart');
  readonly #legend = element('div', { class: 'chart-legend' });
  readonly #card = element('dl', { class: 'chart-card' });
  readonly #empty = element('p', { class: 'pane-empty' });
  readonly #notes = element('p', { class: 'chart-notes' });
  readonly #readout = element('div', { class: 'chart-readout', 'aria-hidden': 'true' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PageContext, actions: ChartPaneActions) {
    this.#context = context;
    this.#figure = new ChartFigure({
      choose: (rows) => {
        const { columns } = context.store.state;
        context.selection.set({ active: rows[0] === undefined ? undefined : { row: rows[0], column: 0 }, rows, columns: columns.map((_, index) => index) }, 'chart');
      },
      describe: (text, focused) => {
        this.#readout.textContent = text;
        if (focused) context.announce(text);
      },
    });
    this.#placer = new PlaceButton(actions.place);
    const bar = element('div', { class: 'pane-bar' }, this.#title, element('span', { class: 'pane-space' }), this.#placer.root, iconButton({ icon: 'close', label: 'Close chart' }, () => actions.close()));
    this.root = element('section', { class: 'chart', 'aria-label': 'Chart' }, bar, this.#legend, this.#notes, this.#card, this.#figure.root, this.#empty, this.#readout);
    context.store.subscribe((state, before) => {
      const changed = state.rows !== before.rows || state.view !== before.view || state.columns !== before.columns || state.render !== before.render || state.phase !== before.phase || state.preferences !== before.preferences;
      if (changed && state.preferences.chart && asksForChart(state.render)) this.#updateSoon(state);
    });
    context.selection.subscribe(({ rows }) => this.#figure.select(new Set(rows)));
  }

  /** Where the pane stands now; undefined where there is no choice. */
  showPlacement(placement: SidePlacement | undefined): void {
    this.#placer.show(placement);
  }

  #updateSoon(state: ResultState): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), isRunning(state) ? restWhileReceiving : 0);
  }

  #update(): void {
    const { state, view } = this.#context.store;
    if (!asksForChart(state.render)) return;
    const { columns, rows, preferences } = state;
    const result: ChartResult = makeChart({ columns, rows, order: view.order, zone: preferences.zone }, state.render);
    const drawn = result.ok && result.chart.kind !== 'card';
    this.#empty.hidden = result.ok;
    this.#empty.textContent = result.ok ? '' : isRunning(state) ? 'Waiting for rows…' : result.reason;
    this.#figure.root.hidden = !drawn;
    this.#readout.hidden = !drawn;
    this.#readout.textContent = '';
    this.#card.hidden = !result.ok || drawn;
    this.#notes.textContent = result.ok ? result.chart.notes.join(' ') : '';
    this.#notes.hidden = this.#notes.textContent === '';
    this.#legend.replaceChildren(...(result.ok ? legend(result.chart) : []));
    this.#legend.hidden = this.#legend.childElementCount === 0;
    this.#title.textContent = result.ok && result.chart.title !== '' ? shownText(result.chart.title) : 'Chart';
    if (!result.ok) return;
    if (drawn) this.#figure.show(result.chart, preferences.zone);
    else this.#card.replaceChildren(...result.chart.series.flatMap(({ name, points }) => [element('dt', {}, shownText(name)), element('dd', {}, formatNumber(points[0]?.y ?? 0))]));
  }
}

/** The series, or the slices with their share. */
function legend(chart: Chart): readonly HTMLElement[] {
  if (!chart.legend || chart.kind === 'card') return [];
  const points = chart.series[0]?.points ?? [];
  const total = points.reduce((sum, { y }) => sum + y, 0);
  const names = chart.kind === 'pie' ? points.map(({ x, y }) => `${shownText(chart.categories[x] ?? '')} ${((y / total) * 100).toFixed(1)} %`) : chart.series.map(({ name }) => shownText(name));
  if (chart.kind !== 'pie' && names.length < 2) return [];
  const form = chart.kind === 'line' || chart.kind === 'scatter' ? 'line' : 'area';
  return [element('ul', { class: 'legend', 'aria-label': 'Series' }, ...names.map((name, index) => element('li', { title: name }, seriesSwatch(index, form), element('span', {}, name))))];
}
