import type { TreeNode } from '../kql/index.ts';
import { findColumn } from '../reference/index.ts';
import { parts, walk } from './treeAt.ts';

/** A column of a table and a place in it: where a value comes from without being changed in a way that matters. */
export interface Origin {
  readonly column: string;
  /** As KQL writes it after the column: empty, or `.app.servicePrincipalId`, `[0].id`. */
  readonly path: string;
  /** Tables that have the column. */
  readonly tables: readonly string[];
}

/** A place that gives a name its value: `name = value`, or `mv-expand name`. */
interface Declared {
  readonly end: number;
  readonly value: TreeNode;
  /** Whether the name stands for each element of the value. */
  readonly expanded: boolean;
}

/** Functions that give their argument in another type or case. */
const transparent: ReadonlySet<string> = new Set(['tostring', 'tolower', 'toupper', 'parse_json', 'todynamic', 'toobject', 'toguid', 'trim']);
const deepest = 20;

/** Follows the names of one query through renames, conversions, paths and `mv-expand` back to a table's column. */
export class Origins {
  readonly #root: TreeNode;
  #declared: ReadonlyMap<string, readonly Declared[]> | undefined;

  constructor(root: TreeNode) {
    this.#root = root;
  }

  /** Undefined for anything computed. */
  of(node: TreeNode | undefined, depth = 0): Origin | undefined {
    if (!node || depth > deepest) return undefined;
    switch (node.kind) {
      case 'NameReference':
        return this.#ofName(node, depth);
      case 'ParenthesizedExpression':
        return this.of(parts(node)[0], depth + 1);
      case 'FunctionCallExpression':
        return transparent.has(node.symbol?.name ?? '') ? this.of(parts(parts(node)[1] ?? node).at(-1), depth + 1) : undefined;
      case 'PathExpression': {
        const [left, selected] = parts(node);
        return isSide(left) ? this.of(selected, depth + 1) : below(this.of(left, depth + 1), selected && dotted(nameOf(selected)));
      }
      case 'ElementExpression': {
        const [left, bracket] = parts(node);
        const selector = bracket && parts(bracket)[0];
        return below(this.of(left, depth + 1), selector && (selector.string === undefined ? '[0]' : dotted(selector.string)));
      }
      default:
        return undefined;
    }
  }

  #ofName(node: TreeNode, depth: number): Origin | undefined {
    const { symbol } = node;
    if (symbol?.kind !== 'column') return undefined;
    this.#declared ??= declarations(this.#root);
    const declared = this.#declared.get(symbol.name)?.findLast(({ end }) => end <= node.span.start);
    if (declared) {
      const origin = this.of(declared.value, depth + 1);
      return declared.expanded ? below(origin, '[0]') : origin;
    }
    return symbol.tables.length > 0 ? { column: columnName(symbol.name, symbol.tables), path: '', tables: symbol.tables } : undefined;
  }
}

/** `$left` and `$right` of a join. */
function isSide(node: TreeNode | undefined): boolean {
  return node?.kind === 'NameReference' && /^\$(?:left|right)$/.test(nameOf(node) ?? '');
}

function nameOf(node: TreeNode): string | undefined {
  return [...walk(node)].find(({ kind }) => kind === 'Token')?.text;
}

function dotted(name: string | undefined): string | undefined {
  return name === undefined ? undefined : /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `["${name}"]`;
}

function below(origin: Origin | undefined, step: string | undefined): Origin | undefined {
  return origin && step !== undefined ? { ...origin, path: origin.path + step } : undefined;
}

/** A join gives the right side's column a number when the left has one of the same name. */
function columnName(name: string, tables: readonly string[]): string {
  const bare = name.replace(/\d+$/, '');
  const known = (candidate: string) => tables.some((table) => findColumn(table, candidate));
  return !known(name) && known(bare) ? bare : name;
}

function declarations(root: TreeNode): ReadonlyMap<string, readonly Declared[]> {
  const found = new Map<string, Declared[]>();
  const add = (name: string | undefined, declared: Declared) => {
    if (name === undefined) return;
    const known = found.get(name);
    if (known) known.push(declared);
    else found.set(name, [declared]);
  };
  for (const node of walk(root)) {
    const expanded = node.parent?.kind === 'MvExpandExpression' || node.parent?.kind === 'MvApplyExpression';
    const end = node.span.start + node.span.length;
    if (node.kind === 'SimpleNamedExpression') {
      const [declared, value] = parts(node);
      if (declared && value) add(nameOf(declared), { end, value, expanded });
    } else if (expanded && node.kind === 'NameReference') {
      add(node.symbol?.name, { end, value: node, expanded });
    }
  }
  return found;
}
