import { counted, visibleTextUpTo } from '../../../base/index.ts';
import { formatCount, formatDuration, rowsText, speedText, statisticLines } from '../../model/status.ts';
import { isRunning, type ResultState } from '../../model/resultState.ts';
import type { PageContext } from '../context.ts';
import { element, icon } from '../dom.ts';

const tick = 200;

/** Row counts and times at the foot of the page. While a query runs, its elapsed time; then what the engine measured. */
export function makeStatusLine(context: PageContext): HTMLElement {
  const { store, selection } = context;
  const status = element('span', { class: 'status-rows', role: 'status' });
  const elapsed = element('span', { class: 'status-elapsed', 'aria-hidden': 'true' });
  const selected = element('span', { class: 'status-selection' });
  const speed = element('span', { class: 'status-speed' });
  let started = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const showElapsed = (): void => {
    elapsed.textContent = formatDuration(performance.now() - started);
  };
  store.subscribe((state, before) => {
    if (isRunning(state) && (!isRunning(before) || state.run?.runId !== before.run?.runId)) {
      started = performance.now();
      clearInterval(timer);
      timer = setInterval(showElapsed, tick);
    }
    if (!isRunning(state)) clearInterval(timer);
    elapsed.hidden = !isRunning(state);
    const text = statusText(state, store.view.order.length);
    if (status.textContent !== text) status.textContent = text;
    const { footer } = state;
    speed.replaceChildren(...(footer ? [icon('dashboard'), speedText(footer.statistics)] : []));
    speed.title = footer ? statisticLines(footer.statistics).map(({ name, value }) => `${name}: ${value}`).join('\n') : '';
  });
  let announcing: ReturnType<typeof setTimeout> | undefined;
  selection.subscribe(({ rows, columns }) => {
    const cells = rows.length * columns.length;
    selected.textContent = cells > 1 ? `${formatCount(cells)} cells in ${counted(rows.length, 'row')} selected` : '';
    clearTimeout(announcing);
    if (cells > 1) announcing = setTimeout(() => context.announce(selected.textContent), 600);
  });
  return element('footer', { class: 'status-line' }, status, elapsed, selected, speed);
}

function statusText(state: ResultState, shown: number): string {
  switch (state.phase) {
    case 'idle':
      return 'Ready';
    case 'running':
      return `Running…${progressText(state)}`;
    case 'receiving':
      return state.rows.length === 0 ? `Running…${progressText(state)}` : `Receiving, ${rowsText(shown, state.rows.length, undefined, state.dropped)} so far${progressText(state)}`;
    case 'done':
      return rowsText(shown, state.rows.length, state.footer, state.dropped);
    case 'failed':
      return state.rows.length === 0 ? 'Failed' : `Failed after ${rowsText(shown, state.rows.length, undefined, state.dropped)}; incomplete`;
    case 'cancelled':
      return state.rows.length === 0 ? 'Cancelled' : `Cancelled after ${rowsText(shown, state.rows.length, undefined, state.dropped)}; incomplete`;
  }
}

function progressText({ progress }: ResultState): string {
  return progress === undefined ? '' : ` · ${visibleTextUpTo(progress, 200)}`;
}
