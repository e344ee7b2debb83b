import { visibleTextUpTo } from '../../../base/index.ts';
import type { ResultWarning } from '../../../protocol/index.ts';
import { formatCount } from '../../model/status.ts';
import { rowLimit } from '../../model/takeRows.ts';
import type { PageContext } from '../context.ts';
import { element, icon } from '../dom.ts';

const looks: Readonly<Record<ResultWarning['kind'], { readonly icon: string; readonly class: string; readonly words: string }>> = {
  truncated: { icon: 'warning', class: 'warning', words: 'Truncated' },
  partial: { icon: 'warning', class: 'warning', words: 'Partial' },
  note: { icon: 'info', class: 'note', words: 'Note' },
};

/** What the reader must know before believing the rows: truncation, parts not read, notes, and a run that broke off. */
export function makeWarningsBar(context: PageContext): HTMLElement {
  const bar = element('div', { class: 'warnings', role: 'group', 'aria-label': 'Warnings', hidden: true });
  context.store.subscribe((state, before) => {
    if (state.footer === before.footer && state.phase === before.phase && state.notice === before.notice && (state.dropped > 0) === (before.dropped > 0)) return;
    const stopped = state.rows.length > 0 && (state.phase === 'failed' || state.phase === 'cancelled');
    const lines = [
      ...(state.notice === undefined ? [] : [line('warning', 'warning', 'Not done', state.notice, '')]),
      ...(state.dropped > 0 ? [line('warning', 'warning', 'Page full', `The page holds ${formatCount(rowLimit(state.columns.length))} rows of this width; what came after is counted and not kept. Filter or summarize in the query to see the rest.`, '')] : []),
      ...(stopped ? [line('warning', 'warning', `${state.phase === 'cancelled' ? 'Cancelled' : 'Broke off'}: the rows below are incomplete.`, state.problems[0]?.message ?? '', state.problems[0]?.code ?? '')] : []),
      ...(state.footer?.warnings ?? []).map((warning) => line(looks[warning.kind].class, looks[warning.kind].icon, looks[warning.kind].words, warning.message, warning.code)),
    ];
    bar.replaceChildren(...lines);
    bar.hidden = lines.length === 0;
  });
  return bar;
}

function line(kind: string, iconName: string, head: string, message: string, code: string): HTMLElement {
  return element(
    'div',
    { class: `warning-line warning-${kind}` },
    icon(iconName),
    element('strong', {}, head),
    element('span', { class: 'warning-text' }, visibleTextUpTo(message, 600)),
    element('span', { class: 'code' }, visibleTextUpTo(code, 40)),
  );
}
