import type { PageContext } from '../context.ts';
import { element, icon } from '../dom.ts';

const typingPause = 200;

/** The search over all columns. Ctrl+F comes here from anywhere on the page; Enter and Down go on to the rows. */
export function makeSearchBox(context: PageContext, focusGrid: () => void): HTMLElement {
  const input = element('input', { type: 'search', class: 'search-input', placeholder: 'Search all columns', 'aria-label': 'Search all columns', title: 'Rows that hold all of these words (Ctrl+F)', spellcheck: 'false', autocomplete: 'off' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    clearTimeout(timer);
    context.store.dispatch({ type: 'search', text: input.value });
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(apply, typingPause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') input.value = '';
    else if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    apply();
    if (event.key !== 'Escape') focusGrid();
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    input.select();
    input.focus();
  });
  context.store.subscribe((state) => {
    if (document.activeElement !== input && input.value !== state.view.search) input.value = state.view.search;
  });
  return element('div', { class: 'search-box', role: 'search' }, icon('search'), input);
}
