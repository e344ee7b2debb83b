import { visibleText, visibleTextUpTo, type JsonValue } from '../../../base/index.ts';
import { initiallyExpanded, jsonNodes, type JsonNode } from '../../model/jsonNodes.ts';
import { element, icon } from '../dom.ts';

/**
 * A JSON value as a tree that the keyboard walks: Up, Down, Home, End; Right opens or goes in, Left closes or goes out;
 * `*` opens all siblings. One tab stop. `copy` gets the value of the focused line on Ctrl+C.
 */
export function makeJsonTree(value: JsonValue, label: string, copy: (text: string) => void): HTMLElement {
  const tree = element('div', { class: 'json-tree', role: 'tree', 'aria-label': label });
  let expanded = new Set(initiallyExpanded(value));
  let focused = '';
  const draw = (takeFocus: boolean): void => {
    const nodes = jsonNodes(value, expanded);
    if (!nodes.some((node) => node.path === focused)) focused = '';
    tree.replaceChildren(...nodes.map((node) => line(node, node.path === focused)));
    if (takeFocus) tree.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const toggle = (path: string, open: boolean): void => {
    expanded = new Set(expanded);
    if (open) expanded.add(path);
    else expanded.delete(path);
  };
  tree.addEventListener('click', (event) => {
    const path = event.target instanceof Element ? event.target.closest<HTMLElement>('.json-line')?.dataset['path'] : undefined;
    if (path === undefined) return;
    focused = path;
    const node = jsonNodes(value, expanded).find((other) => other.path === path);
    if (node?.expandable) toggle(path, !node.expanded);
    draw(true);
  });
  tree.addEventListener('keydown', (event) => {
    const nodes = jsonNodes(value, expanded);
    const at = nodes.findIndex((node) => node.path === focused);
    const node = nodes[at];
    if (!node) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      copy(typeof node.value === 'string' ? node.value : JSON.stringify(node.value, null, 2));
    } else {
      const step = walk(event.key, nodes, at);
      if (!step) return;
      focused = step.focus;
      for (const [path, open] of step.toggles) toggle(path, open);
      draw(true);
    }
    event.preventDefault();
    event.stopPropagation();
  });
  draw(false);
  return tree;
}

interface Step {
  readonly focus: string;
  readonly toggles: readonly (readonly [path: string, open: boolean])[];
}

function walk(key: string, nodes: readonly JsonNode[], at: number): Step | undefined {
  const node = nodes[at];
  if (!node) return undefined;
  const go = (target: JsonNode | undefined): Step => ({ focus: target?.path ?? node.path, toggles: [] });
  const siblings = nodes.filter((other) => other.level === node.level && other.expandable);
  switch (key) {
    case 'ArrowDown':
      return go(nodes[at + 1]);
    case 'ArrowUp':
      return go(nodes[at - 1]);
    case 'Home':
      return go(nodes[0]);
    case 'End':
      return go(nodes.at(-1));
    case 'ArrowRight':
      return node.expandable && !node.expanded ? { focus: node.path, toggles: [[node.path, true]] } : go(node.expanded ? nodes[at + 1] : undefined);
    case 'ArrowLeft':
      return node.expanded ? { focus: node.path, toggles: [[node.path, false]] } : go(nodes.slice(0, at).findLast((other) => other.level < node.level));
    case 'Enter':
    case ' ':
      return { focus: node.path, toggles: node.expandable ? [[node.path, !node.expanded]] : [] };
    case '*':
      return { focus: node.path, toggles: siblings.map((sibling) => [sibling.path, true] as const) };
    default:
      return undefined;
  }
}

function line(node: JsonNode, focused: boolean): HTMLElement {
  const made = element(
    'div',
    {
      class: 'json-line',
      role: 'treeitem',
      tabindex: focused ? 0 : -1,
      'aria-level': node.level + 1,
      'aria-posinset': node.position,
      'aria-setsize': node.siblings,
      'aria-expanded': node.expandable ? String(node.expanded) : undefined,
      'data-path': node.path,
    },
    icon(node.expandable ? (node.expanded ? 'chevron-down' : 'chevron-right') : 'blank'),
    ...(node.name === '' ? [] : [element('span', { class: 'json-name' }, visibleTextUpTo(node.name, 200)), element('span', { class: 'json-colon' }, ': ')]),
    valueText(node.value),
  );
  made.style.setProperty('--level', String(node.level));
  return made;
}

function valueText(value: JsonValue): HTMLElement {
  if (value === null) return element('span', { class: 'json-null' }, 'null');
  if (typeof value === 'object') {
    const count = Array.isArray(value) ? value.length : Object.keys(value).length;
    const words = Array.isArray(value) ? `[${count}]` : `{${count}}`;
    return element('span', { class: 'json-summary' }, words);
  }
  if (typeof value === 'string') return element('span', { class: 'json-string' }, `"${visibleText(value.slice(0, 20_000))}"`);
  return element('span', { class: 'json-literal' }, String(value));
}
