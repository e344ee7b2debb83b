/**
 * Where a column's value comes from in an exported record: `outer` is the record itself, `inner` its `properties`
 * (for Microsoft Graph, which has no envelope, the record is `inner`). `below` walks into the value.
 */
export interface FieldSource {
  readonly from: 'outer' | 'inner';
  readonly key: string;
  readonly below: readonly string[];
}

/** Sources in order of preference: the first that is there and not empty gives the value. */
export type ColumnSources = Readonly<Record<string, readonly FieldSource[]>>;

/** Reads `o.time`, `p.status>errorCode`: `o` is outer, `p` inner, `>` walks down. */
export function sources(table: Readonly<Record<string, string>>): ColumnSources {
  return Object.fromEntries(Object.entries(table).map(([column, text]) => [column, text.split(' | ').map(source)]));
}

function source(text: string): FieldSource {
  const [first = '', ...below] = text.slice(2).split('>');
  return { from: text.startsWith('o.') ? 'outer' : 'inner', key: first, below };
}
