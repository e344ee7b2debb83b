import { parseExactJson, pointerStep, type CellValue, type JsonValue } from '../../base/index.ts';

/** One visible line of a JSON tree. */
export interface JsonNode {
  /** JSON pointer of the value; the root's is empty. */
  readonly path: string;
  readonly name: string;
  readonly level: number;
  readonly value: JsonValue;
  readonly expandable: boolean;
  readonly expanded: boolean;
  /** 1-based place among its siblings, and how many those are. */
  readonly position: number;
  readonly siblings: number;
}

/** Children of one node that are drawn; what is left out is said in a closing node. */
export const childLimit = 500;

function entriesOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (value === null || typeof value !== 'object') return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]).map((item, index) => [String(index), item] as const) : Object.entries(value as Readonly<Record<string, JsonValue>>);
}

/** The lines of the tree, top to bottom, with only the expanded parts open. */
export function jsonNodes(root: JsonValue, expanded: ReadonlySet<string>): readonly JsonNode[] {
  const nodes: JsonNode[] = [];
  const visit = (name: string, value: JsonValue, path: string, level: number, position: number, siblings: number): void => {
    const entries = entriesOf(value);
    const open = entries.length > 0 && expanded.has(path);
    nodes.push({ path, name, level, value, expandable: entries.length > 0, expanded: open, position, siblings });
    if (!open) return;
    const shown = entries.slice(0, childLimit);
    const rest = entries.length - shown.length;
    const count = shown.length + Number(rest > 0);
    shown.forEach(([key, child], index) => visit(key, child, path + pointerStep(key), level + 1, index + 1, count));
    if (rest > 0) nodes.push({ path: `${path}/…`, name: '…', level: level + 1, value: `${rest} more, not shown`, expandable: false, expanded: false, position: count, siblings: count });
  };
  visit('', root, '', 0, 1, 1);
  return nodes;
}

/** Paths to open at first: the root, and what lies below as long as the tree stays small. */
export function initiallyExpanded(root: JsonValue): ReadonlySet<string> {
  const open = new Set(['']);
  for (const [key, value] of entriesOf(root).slice(0, 20)) if (entriesOf(value).length <= 12) open.add(pointerStep(key));
  return open;
}

/** The value as a tree: dynamic values, and texts that hold a JSON object or array. Undefined if it is neither. */
export function treeValue(value: CellValue): JsonValue | undefined {
  if (value !== null && typeof value === 'object') return value;
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    const parsed = parseExactJson(value);
    return parsed !== null && typeof parsed === 'object' ? parsed : undefined;
  } catch {
    return undefined;
  }
}
