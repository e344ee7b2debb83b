import { element, icon } from '../dom.ts';

export type MenuItem =
  | { readonly kind: 'action'; readonly label: string; readonly icon?: string; readonly keys?: string; readonly disabled?: boolean; readonly run: () => void }
  | { readonly kind: 'check' | 'radio'; readonly label: string; readonly checked: boolean; readonly run: () => void }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'separator' };

/** Where a menu opens: below an element, or at a point. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

const roles = { action: 'menuitem', check: 'menuitemcheckbox', radio: 'menuitemradio' } as const;

let closeOpenMenu: (() => void) | undefined;

/**
 * Opens a menu and moves the focus into it. Arrow keys, Home, End and first letters move, Enter and Space choose,
 * Escape and Tab close and give the focus back. A check item leaves the menu open.
 */
export function openMenu(label: string, items: () => readonly MenuItem[], anchor: MenuAnchor): void {
  closeOpenMenu?.();
  const opener = document.activeElement;
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: -1 });
  const close = (): void => {
    if (!menu.isConnected) return;
    menu.remove();
    document.removeEventListener('pointerdown', closeOutside, true);
    window.removeEventListener('blur', close);
    window.removeEventListener('resize', close);
    if (anchor instanceof Element) anchor.setAttribute('aria-expanded', 'false');
    closeOpenMenu = undefined;
  };
  const closeAndReturn = (): void => {
    close();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const closeOutside = (event: Event): void => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  const choose = (item: MenuItem, place: number): void => {
    if (item.kind === 'heading' || item.kind === 'separator' || (item.kind === 'action' && item.disabled)) return;
    if (item.kind === 'check') {
      item.run();
      fill(place);
      return;
    }
    closeAndReturn();
    item.run();
  };
  const fill = (focused: number): void => {
    const rows = items().map((item) => itemElement(item, choose));
    rows.forEach((row, place) => (row.dataset['place'] = String(place)));
    menu.replaceChildren(...rows);
    (rows[focused] ?? choosable(menu)[0])?.focus();
  };
  menu.addEventListener('keydown', (event) => handleKey(event, menu, items, choose, closeAndReturn));
  document.body.append(menu);
  fill(-1);
  place(menu, anchor);
  document.addEventListener('pointerdown', closeOutside, true);
  window.addEventListener('blur', close);
  window.addEventListener('resize', close);
  if (anchor instanceof Element) anchor.setAttribute('aria-expanded', 'true');
  closeOpenMenu = close;
}

function itemElement(item: MenuItem, choose: (item: MenuItem, place: number) => void): HTMLElement {
  if (item.kind === 'separator') return element('div', { class: 'menu-separator', role: 'separator' });
  if (item.kind === 'heading') return element('div', { class: 'menu-heading', role: 'presentation' }, item.label);
  const checked = item.kind !== 'action' && item.checked;
  const mark = item.kind === 'action' ? icon(item.icon ?? 'blank') : icon(checked ? 'check' : 'blank');
  const made = element(
    'div',
    { class: 'menu-item', role: roles[item.kind], tabindex: -1, 'aria-checked': item.kind === 'action' ? undefined : String(checked), 'aria-disabled': item.kind === 'action' && item.disabled ? 'true' : undefined },
    mark,
    element('span', { class: 'menu-label' }, item.label),
  );
  if (item.kind === 'action' && item.keys) made.append(element('span', { class: 'menu-keys', 'aria-hidden': 'true' }, item.keys));
  made.addEventListener('click', () => choose(item, Number(made.dataset['place'])));
  made.addEventListener('pointermove', () => made.focus({ preventScroll: true }));
  return made;
}

function choosable(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item:not([aria-disabled="true"])')];
}

function handleKey(event: KeyboardEvent, menu: HTMLElement, items: () => readonly MenuItem[], choose: (item: MenuItem, place: number) => void, close: () => void): void {
  const rows = choosable(menu);
  const at = rows.findIndex((row) => row === document.activeElement);
  const moves: Readonly<Record<string, number>> = { ArrowDown: (at + 1) % rows.length, ArrowUp: (at - 1 + rows.length) % rows.length, Home: 0, End: rows.length - 1 };
  const target = moves[event.key] ?? firstLetter(rows, at, event.key);
  event.stopPropagation();
  if (target !== undefined) {
    event.preventDefault();
    rows[target]?.focus();
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    const place = Number(rows[at]?.dataset['place'] ?? -1);
    const item = items()[place];
    if (item) choose(item, place);
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
  }
}

function firstLetter(rows: readonly HTMLElement[], at: number, key: string): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const matches = rows.flatMap((row, index) => (row.textContent.trim().toLowerCase().startsWith(key.toLowerCase()) ? [index] : []));
  return matches.find((index) => index > at) ?? matches[0];
}

/** Below the anchor and inside the page, scrolling if it is too long. */
function place(menu: HTMLElement, anchor: MenuAnchor): void {
  const box = anchor instanceof Element ? anchor.getBoundingClientRect() : undefined;
  const { width, height } = menu.getBoundingClientRect();
  const left = box ? box.left : (anchor as { readonly x: number }).x;
  const top = box ? box.bottom + 2 : (anchor as { readonly y: number }).y;
  const above = box ? box.top - height - 2 : top - height;
  const y = top + height <= window.innerHeight - 4 ? top : Math.max(4, above);
  menu.style.setProperty('left', `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`);
  menu.style.setProperty('top', `${y}px`);
  menu.style.setProperty('max-height', `${window.innerHeight - y - 8}px`);
}
