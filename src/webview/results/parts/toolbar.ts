import { setAttributes, button, element } from '../dom.ts';
import type { PageContext } from '../context.ts';
import { asksForChart } from '../../model/chart/index.ts';
import { hasTimeline, isRunning, type ResultState } from '../../model/resultState.ts';
import { openMenu, type MenuItem } from './menu.ts';
import { columnsMenu, copyMenu, exportMenu, groupMenu } from './toolbarMenus.ts';
import { sourceMenu } from './sourceMenu.ts';
import { makeSearchBox } from './searchBox.ts';

export interface ToolbarActions {
  readonly toggleTimeline: () => void;
  readonly toggleChart: () => void;
  readonly toggleDetail: () => void;
  readonly focusGrid: () => void;
}

/** The toolbar: one tab stop for its buttons, arrow keys between them, and the search box as a stop of its own. */
export function makeToolbar(context: PageContext, actions: ToolbarActions): HTMLElement {
  const { store, host } = context;
  const runId = (): number => store.state.run?.runId ?? 0;
  const menuButton = (look: Parameters<typeof button>[0], items: () => readonly MenuItem[]): HTMLButtonElement => {
    const made = button(look, () => openMenu(look.label, items, made));
    setAttributes(made, { 'aria-haspopup': 'menu', 'aria-expanded': 'false' });
    return made;
  };
  const parts = {
    rerun: button({ icon: 'refresh', label: 'Run again' }, () => host.send({ type: 'rerun', runId: runId() })),
    cancel: button({ icon: 'debug-stop', label: 'Cancel', class: 'tool tool-cancel' }, () => host.send({ type: 'cancel', runId: runId() })),
    query: button({ icon: 'code', label: 'Query', title: 'Show the KQL and the parameters of this run' }, () => store.dispatch({ type: 'toggleQuery' })),
    columns: menuButton({ icon: 'list-selection', label: 'Columns' }, () => columnsMenu(context)),
    group: menuButton({ icon: 'group-by-ref-type', label: 'Group' }, () => groupMenu(context)),
    filters: button({ icon: 'filter', label: 'Filters', title: 'Show or hide the filters below the column headers' }, () =>
      store.dispatch({ type: 'prefer', preferences: { filterRow: !store.state.preferences.filterRow } }),
    ),
    clear: button({ icon: 'clear-all', label: 'Clear filters' }, () => store.dispatch({ type: 'clearFilters' })),
    copy: menuButton({ icon: 'copy', label: 'Copy', title: 'Copy the selected cells' }, () => copyMenu(context)),
    export: menuButton({ icon: 'export', label: 'Export', title: 'Save the rows and columns as they are shown' }, () => exportMenu(context)),
    source: menuButton({ icon: 'database', label: 'Source', title: 'Ask the source for more, keep its records, compare it with another' }, () => sourceMenu(context)),
    zone: button({ icon: 'globe', label: 'UTC', title: 'Show times in UTC or in local time' }, () =>
      store.dispatch({ type: 'prefer', preferences: { zone: store.state.preferences.zone === 'utc' ? 'local' : 'utc' } }),
    ),
    timeline: button({ icon: 'graph-scatter', label: 'Timeline' }, actions.toggleTimeline),
    chart: button({ icon: 'graph', label: 'Chart', title: 'Show or hide the chart that the query asks for' }, actions.toggleChart),
    detail: button({ icon: 'inspect', label: 'Details', title: 'Show the selected cell and its row in full' }, actions.toggleDetail),
  };
  const separator = (): HTMLElement => element('span', { class: 'tool-separator', role: 'separator' });
  const bar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Result actions' },
    ...[parts.rerun, parts.cancel, parts.query, separator()],
    ...[parts.columns, parts.group, parts.filters, parts.clear, separator()],
    ...[parts.copy, parts.export, parts.source, separator()],
    ...[parts.zone, parts.timeline, parts.chart, parts.detail],
  );
  rove(bar);
  const update = (state: ResultState): void => {
    const { preferences, view } = state;
    const running = isRunning(state);
    parts.rerun.hidden = running;
    parts.cancel.hidden = !running;
    parts.clear.hidden = view.filters.size === 0 && view.search === '';
    parts.rerun.disabled = !state.run;
    parts.source.disabled = !state.run || running;
    for (const part of [parts.columns, parts.group, parts.copy, parts.export]) part.disabled = state.columns.length === 0;
    press(parts.query, state.queryShown);
    press(parts.filters, preferences.filterRow);
    press(parts.timeline, preferences.timeline);
    press(parts.chart, preferences.chart);
    parts.timeline.hidden = !hasTimeline(state);
    parts.chart.hidden = !asksForChart(state.render);
    press(parts.detail, preferences.detail);
    const zone = preferences.zone === 'utc' ? 'UTC' : 'Local';
    parts.zone.querySelector('.tool-label')?.replaceChildren(zone);
    parts.zone.setAttribute('aria-label', `Times in ${zone === 'UTC' ? 'UTC' : 'local time'}; switch`);
    parts.group.classList.toggle('on', view.groupBy.length > 0);
    keepTabStop(bar);
  };
  update(store.state);
  store.subscribe(update);
  return element('div', { class: 'toolbar-line' }, bar, makeSearchBox(context, actions.focusGrid));
}

function press(toggle: HTMLButtonElement, pressed: boolean): void {
  toggle.setAttribute('aria-pressed', String(pressed));
}

function usable(bar: HTMLElement): readonly HTMLButtonElement[] {
  return [...bar.querySelectorAll('button')].filter((tool) => !tool.hidden && !tool.disabled);
}

/** The tool that the keyboard was on last, where it can be used; else the first one. */
function keepTabStop(bar: HTMLElement): void {
  const tools = usable(bar);
  const stop = tools.find((tool) => tool.classList.contains('visited')) ?? tools[0];
  for (const tool of bar.querySelectorAll('button')) tool.tabIndex = tool === stop ? 0 : -1;
}

function rove(bar: HTMLElement): void {
  bar.addEventListener('focusin', (event) => {
    for (const tool of bar.querySelectorAll('button')) tool.classList.toggle('visited', tool === event.target);
    keepTabStop(bar);
  });
  bar.addEventListener('keydown', (event) => {
    const tools = usable(bar);
    const at = tools.findIndex((tool) => tool === document.activeElement);
    const targets: Readonly<Record<string, number>> = { ArrowLeft: (at - 1 + tools.length) % tools.length, ArrowRight: (at + 1) % tools.length, Home: 0, End: tools.length - 1 };
    const target = tools[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
}
