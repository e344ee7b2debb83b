import { pointerStep } from '../../base/index.ts';
import { quoteIdentifier, quoteString } from '../../kql/sql/index.ts';
import type { FieldSource } from './fieldSources.ts';
import type { Layout } from './routeRecord.ts';

/**
 * Hands out SQL expressions for the fields of a JSON record and collects which are asked for, so that one
 * `json_transform` per record (one parse) fetches them all. Expressions are valid inside `relation`'s rows.
 */
export class FieldReader {
  readonly #layout: Layout;
  readonly #outer = new Map<string, Leaf>();
  readonly #inner = new Map<string, Leaf>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The value as text: strings without quotes, anything else as compact JSON; NULL where missing or null. */
  text(source: FieldSource): () => string {
    const leaf = this.#leaf(source);
    if (source.below.length > 0) leaf.json = true;
    return () => (source.below.length > 0 ? `json_extract_string(${leaf.sql()}, ${path(source.below)})` : leaf.json ? `(${leaf.sql()}->>'$')` : leaf.sql());
  }

  /** The value as JSON. */
  json(source: FieldSource): () => string {
    const leaf = this.#leaf(source);
    leaf.json = true;
    return () => (source.below.length > 0 ? `json_extract(${leaf.sql()}, ${path(source.below)})` : leaf.sql());
  }

  /** The relation with the record unpacked as `s`; `from` has to offer the columns file, pos, item and json. */
  relation(from: string): string {
    const structure: Record<string, unknown> = leaves(this.#outer);
    if (this.#layout === 'graph') Object.assign(structure, leaves(this.#inner));
    else if (this.#inner.size > 0) structure['properties'] = leaves(this.#inner);
    const unpacked = Object.keys(structure).length > 0 ? `json_transform(json, ${quoteString(JSON.stringify(structure))})` : 'NULL';
    return `(SELECT file, pos, item, json, ${unpacked} AS s FROM ${from})`;
  }

  #leaf({ from, key }: FieldSource): Leaf {
    const level = from === 'outer' ? this.#outer : this.#inner;
    const nested = from === 'inner' && this.#layout !== 'graph';
    let leaf = level.get(key);
    if (!leaf) {
      // DuckDB's struct fields ignore case, JSON's do not; the odd ones out are fetched one by one.
      const fits = key !== '' && key.length < 200 && ![...level.keys()].some((other) => other.toLowerCase() === key.toLowerCase()) && (nested || key.toLowerCase() !== 'properties');
      leaf = fits ? structLeaf(key, nested) : pointerLeaf(key, nested);
      level.set(key, leaf);
    }
    return leaf;
  }
}

interface Leaf {
  readonly inStruct: boolean;
  json: boolean;
  sql(): string;
}

function structLeaf(key: string, nested: boolean): Leaf {
  return { inStruct: true, json: false, sql: () => `s.${nested ? 'properties.' : ''}${quoteIdentifier(key)}` };
}

function pointerLeaf(key: string, nested: boolean): Leaf {
  const pointer = quoteString(`${nested ? '/properties' : ''}${pointerStep(key)}`);
  const leaf: Leaf = { inStruct: false, json: false, sql: () => (leaf.json ? `json_extract(json, ${pointer})` : `json_extract_string(json, ${pointer})`) };
  return leaf;
}

function leaves(level: ReadonlyMap<string, Leaf>): Record<string, unknown> {
  return Object.fromEntries([...level].filter(([, leaf]) => leaf.inStruct).map(([key, leaf]) => [key, leaf.json ? 'JSON' : 'VARCHAR']));
}

/** Only called with the key names of our own mappings. */
function path(below: readonly string[]): string {
  return quoteString(`$${below.map((key) => `."${key}"`).join('')}`);
}
