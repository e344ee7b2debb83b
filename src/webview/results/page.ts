import type { ToResultsPage } from '../../protocol/index.ts';
import type { Row } from '../../base/index.ts';
import { asksForChart } from '../model/chart/index.ts';
import { besideFrom, standsBeside } from '../model/placement.ts';
import { hasTimeline, isRunning, type Preferences } from '../model/resultState.ts';
import { TextSharer } from '../model/takeRows.ts';
import type { PageContext } from './context.ts';
import { ChartPane } from './chart/chartPane.ts';
import { DetailPane } from './detail/detailPane.ts';
import { element } from './dom.ts';
import { ResultGrid } from './grid/resultGrid.ts';
import { makeOutcomePanel } from './parts/outcomePanel.ts';
import { makeQueryPanel } from './parts/queryPanel.ts';
import { makeRunHeader } from './parts/runHeader.ts';
import { makeSplitter } from './parts/splitter.ts';
import { makeStatusLine } from './parts/statusLine.ts';
import { makeToolbar } from './parts/toolbar.ts';
import { makeWarningsBar } from './parts/warningsBar.ts';
import { TimelinePane } from './timeline/timelinePane.ts';

/** Rows that came within this time are drawn at once; more time where drawing takes long, so that a reader can still work. */
const batchMilliseconds = 80;
const restPerDrawing = 3;
const longestBatch = 2000;

/** Puts the parts of the page together and routes the host's messages. */
export class ResultsPage {
  readonly #context: PageContext;
  readonly #body: HTMLElement;
  #waiting: Row[] = [];
  #waitingRun = 0;
  #sharer = new TextSharer(0);
  #rest = batchMilliseconds;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, context: PageContext, nonce: string) {
    this.#context = context;
    const { store } = context;
    const gridHost = element('div', { class: 'grid' });
    const gridArea = element('div', { class: 'grid-area' }, gridHost, makeOutcomePanel(context));
    const side = element('aside', { class: 'side' });
    this.#body = element('main', { class: 'body' }, gridArea);
    const splitter = makeSplitter({
      label: 'Size of the side pane',
      orientation: () => (this.#body.classList.contains('beside') ? 'vertical' : 'horizontal'),
      container: this.#body,
      get: () => Number(this.#body.style.getPropertyValue('--side-share')) || 0.4,
      set: (share) => this.#body.style.setProperty('--side-share', String(share)),
    });
    this.#body.append(splitter, side);
    const progress = element('div', { class: 'progress', 'aria-hidden': 'true' });
    const prefer = (preferences: Partial<Preferences>): void => store.dispatch({ type: 'prefer', preferences });
    root.append(
      makeRunHeader(context),
      makeToolbar(context, {
        toggleTimeline: () => prefer({ timeline: !store.state.preferences.timeline }),
        toggleChart: () => prefer({ chart: !store.state.preferences.chart }),
        toggleDetail: () => prefer({ detail: !store.state.preferences.detail }),
        focusGrid: () => grid.focus(),
      }),
      progress,
      makeQueryPanel(context),
      makeWarningsBar(context),
      this.#body,
      makeStatusLine(context),
    );
    const detail = new DetailPane(context, () => {
      prefer({ detail: false });
      grid.focus();
    });
    const grid = new ResultGrid(gridHost, context, nonce, (focus) => {
      prefer({ detail: true });
      if (focus === 'take') detail.focus();
    });
    const timeline = new TimelinePane(context, { close: () => prefer({ timeline: false }), place: (placement) => prefer({ placement }) });
    const chart = new ChartPane(context, { close: () => prefer({ chart: false }), place: (placement) => prefer({ placement }) });
    side.append(chart.root, timeline.root, detail.root);
    const place = (): void => {
      const beside = standsBeside(store.state.preferences.placement, store.state.layout, root.clientWidth);
      this.#body.classList.toggle('beside', beside);
      splitter.setAttribute('aria-orientation', beside ? 'vertical' : 'horizontal');
      const placement = root.clientWidth < besideFrom ? undefined : beside ? 'beside' : 'below';
      timeline.showPlacement(placement);
      chart.showPlacement(placement);
    };
    const arrange = (): void => {
      const { preferences, columns, rows } = store.state;
      const drawable = columns.length > 0 && (rows.length > 0 || isRunning(store.state));
      const timelineShown = drawable && preferences.timeline && hasTimeline(store.state);
      const chartShown = drawable && preferences.chart && asksForChart(store.state.render);
      timeline.root.hidden = !timelineShown;
      chart.root.hidden = !chartShown;
      detail.root.hidden = !preferences.detail;
      side.hidden = !timelineShown && !chartShown && !preferences.detail;
      splitter.hidden = side.hidden;
      progress.classList.toggle('on', isRunning(store.state));
      gridHost.classList.toggle('no-columns', columns.length === 0);
      place();
    };
    arrange();
    store.subscribe((state, before) => {
      arrange();
      if (state.preferences !== before.preferences) context.host.keep(state.preferences);
    });
    new ResizeObserver(place).observe(root);
  }

  take(message: ToResultsPage): void {
    const { store, host, explainer } = this.#context;
    switch (message.type) {
      case 'explanation':
        explainer.take(message);
        return;
      case 'rows':
        this.#wait(message.runId, message.rows);
        host.send({ type: 'took', runId: message.runId, rows: message.rows.length });
        return;
      default:
        this.#flush();
        if (message.type === 'begin' || message.type === 'running') this.#context.selection.clear();
        if (message.type === 'begin') this.#sharer = new TextSharer(message.columns.length);
        store.dispatch(message);
    }
  }

  /** Gathers slices, so that a hundred of them are not a hundred drawings. */
  #wait(runId: number, rows: readonly Row[]): void {
    if (runId !== this.#waitingRun) this.#flush();
    this.#waitingRun = runId;
    for (const row of rows) this.#waiting.push(this.#sharer.share(row));
    this.#timer ??= setTimeout(() => this.#flush(), this.#context.store.state.rows.length === 0 ? 0 : this.#rest);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    const rows = this.#waiting;
    this.#waiting = [];
    const began = performance.now();
    this.#context.store.dispatch({ type: 'rows', runId: this.#waitingRun, rows });
    this.#rest = Math.min(longestBatch, Math.max(batchMilliseconds, (performance.now() - began) * restPerDrawing));
  }
}
