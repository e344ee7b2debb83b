import { counted, visibleText, visibleTextUpTo, type Problem } from '../../../base/index.ts';
import { problemPlace } from '../../model/problemPlace.ts';
import type { ResultState } from '../../model/resultState.ts';
import type { PageContext } from '../context.ts';
import { button, element, icon } from '../dom.ts';

/** What stands in the place of the grid when there are no rows: waiting, nothing found, filtered away, failed, cancelled. */
export function makeOutcomePanel(context: PageContext): HTMLElement {
  const panel = element('div', { class: 'outcome', hidden: true });
  context.store.subscribe((state) => {
    const content = outcome(state, context);
    panel.hidden = content === undefined;
    panel.replaceChildren(...(content ?? []));
  });
  const first = outcome(context.store.state, context);
  panel.hidden = first === undefined;
  panel.replaceChildren(...(first ?? []));
  return panel;
}

function outcome(state: ResultState, context: PageContext): readonly HTMLElement[] | undefined {
  if (context.store.view.items.length > 0) return undefined;
  if (state.rows.length > 0) return [message('filter', 'No row passes the filters', 'The result has rows; the filters or the search leave all of them out.'), actions(clearFilters(context))];
  switch (state.phase) {
    case 'idle':
      return [message('run-all', 'Nothing has been run yet', 'Run a scenario from the Scenarios view, or a query from a KQL file. Its rows appear here.')];
    case 'running':
    case 'receiving':
      return [message('loading', 'Running…', 'Rows appear as soon as the first ones are found.')];
    case 'done':
      if (state.run?.comparedWith !== undefined) return [message('check-all', 'No differences', sameRows(state))];
      return [message('search', 'No rows', 'The query ran to its end and found nothing. Check the time range and the parameters in Query, and that the tables it reads hold records.'), actions(openQuery(context))];
    case 'cancelled':
      return [message('debug-stop', 'Cancelled', 'The query was stopped before it found any rows.'), actions(runAgain(context), openQuery(context))];
    case 'failed':
      return [message('error', 'The query failed', ''), ...state.problems.map((found) => problem(found, state.run?.query ?? '')), actions(runAgain(context), openQuery(context))];
  }
}

function sameRows({ footer }: ResultState): string {
  const rows = footer?.statistics['leftRows'];
  return `Both sources gave the same ${typeof rows === 'number' ? counted(rows, 'row') : 'rows'} for this query.`;
}

function message(iconName: string, title: string, text: string): HTMLElement {
  const sign = icon(iconName);
  if (iconName === 'loading') sign.classList.add('codicon-modifier-spin');
  return element('div', { class: `outcome-message outcome-${iconName}` }, sign, element('h2', {}, title), element('p', {}, text));
}

function problem({ code, message: text, severity, span }: Problem, query: string): HTMLElement {
  const place = problemPlace(query, span);
  const where = place
    ? [
        element(
          'div',
          { class: 'problem-place' },
          element('span', { class: 'problem-line' }, `Line ${place.line}, column ${place.column}`),
          element('code', { class: 'problem-source' }, place.before, element('mark', {}, place.faulty === '' ? '\u00a0' : place.faulty), place.after),
        ),
      ]
    : [];
  return element(
    'div',
    { class: 'problem', role: 'alert' },
    icon(severity === 'warning' ? 'warning' : 'error'),
    element('div', { class: 'problem-body' }, element('p', { class: 'problem-text' }, visibleText(text.slice(0, 4000)), ' ', element('span', { class: 'code' }, visibleTextUpTo(code, 40))), ...where),
  );
}

function actions(...buttons: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'outcome-actions' }, ...buttons);
}

function runAgain({ host, store }: PageContext): HTMLElement {
  return button({ label: 'Run again', class: 'button-primary' }, () => host.send({ type: 'rerun', runId: store.state.run?.runId ?? 0 }));
}

function openQuery({ host, store }: PageContext): HTMLElement {
  return button({ label: 'Open query', class: 'button-secondary' }, () => host.send({ type: 'openQuery', runId: store.state.run?.runId ?? 0 }));
}

function clearFilters({ store }: PageContext): HTMLElement {
  return button({ label: 'Clear filters', class: 'button-primary' }, () => store.dispatch({ type: 'clearFilters' }));
}
