import { visibleTextUpTo } from '../../../base/index.ts';
import { asOfText } from '../../model/status.ts';
import { zoneName } from '../../model/formatCell.ts';
import type { PageContext } from '../context.ts';
import { element, icon } from '../dom.ts';

/** The line that says what is shown, from which source and as of when. */
export function makeRunHeader(context: PageContext): HTMLElement {
  const title = element('h1', { class: 'run-title' }, 'Results');
  const source = element('span', { class: 'run-fact' });
  const asOf = element('span', { class: 'run-fact', title: 'What now() and ago() meant in this run' });
  const header = element('header', { class: 'run-header' }, title, element('span', { class: 'run-facts' }, source, asOf));
  context.store.subscribe((state, before) => {
    if (state.run === before.run && state.footer === before.footer && state.preferences.zone === before.preferences.zone) return;
    const runTitle = visibleTextUpTo(state.run?.title ?? 'Results', 160);
    title.textContent = runTitle;
    title.title = runTitle;
    source.replaceChildren(...(state.run ? [icon('database'), visibleTextUpTo(state.run.sourceTitle, 80)] : []));
    source.title = state.run ? `Source: ${visibleTextUpTo(state.run.sourceTitle, 400)}` : '';
    const { footer, preferences } = state;
    asOf.replaceChildren(...(footer ? [icon('history'), `as of ${asOfText(footer, preferences.zone)} ${zoneName(preferences.zone, new Date(footer.asOf))}`] : []));
  });
  return header;
}
