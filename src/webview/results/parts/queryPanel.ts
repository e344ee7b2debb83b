import { visibleText, visibleTextUpTo } from '../../../base/index.ts';
import type { PageContext } from '../context.ts';
import { button, element } from '../dom.ts';

/** The KQL that was sent and the parameters it was made from. */
export function makeQueryPanel(context: PageContext): HTMLElement {
  const { store, host } = context;
  const text = element('pre', { class: 'query-text', tabindex: 0, 'aria-label': 'KQL of this run' });
  const parameters = element('dl', { class: 'parameters' });
  const open = button({ icon: 'go-to-file', label: 'Open in editor', class: 'tool tool-labelled' }, () => host.send({ type: 'openQuery', runId: store.state.run?.runId ?? 0 }));
  const copy = button({ icon: 'copy', label: 'Copy KQL', class: 'tool tool-labelled' }, () => {
    host.send({ type: 'copy', text: store.state.run?.query ?? '', what: 'the query' });
    context.announce('Copied the query');
  });
  const panel = element('section', { class: 'query-panel', 'aria-label': 'Query', hidden: true }, element('div', { class: 'panel-tools' }, open, copy), parameters, text);
  store.subscribe((state, before) => {
    if (state.run === before.run && state.queryShown === before.queryShown) return;
    panel.hidden = !state.queryShown || !state.run;
    if (panel.hidden || !state.run) return;
    // Line ends stay; everything else that cannot be seen is made visible.
    text.textContent = state.run.query.split(/\r\n|\n/).map(visibleText).join('\n');
    parameters.replaceChildren(...state.run.parameters.flatMap(({ name, value }) => [element('dt', {}, visibleTextUpTo(name, 80)), value === '' ? element('dd', { class: 'nothing' }, 'empty') : element('dd', {}, visibleTextUpTo(value, 500))]));
    parameters.hidden = state.run.parameters.length === 0;
  });
  return panel;
}
