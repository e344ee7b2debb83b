/** The read-only lists of Microsoft's library. */
interface KustoList<T> {
  readonly Count: number;
  getItem(index: number): T | null;
}

/** A list of Microsoft's library as an array, without its null items. */
export function items<T>(list: KustoList<T> | null): readonly T[] {
  const all: T[] = [];
  for (let index = 0; index < (list?.Count ?? 0); index += 1) {
    const item = list?.getItem(index);
    if (item) all.push(item);
  }
  return all;
}
