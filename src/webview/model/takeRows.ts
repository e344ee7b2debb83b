import type { CellValue, Row } from '../../base/index.ts';

const mostRows = 1_000_000;
const mostCells = 20_000_000;
/** Distinct texts of a column after which it is not worth looking for equal ones. */
const mostDistinct = 20_000;
const longestShared = 400;

/** How many rows the page holds: a million, fewer where they are wide. What comes beyond is counted and said, not kept. */
export function rowLimit(columns: number): number {
  return Math.min(mostRows, Math.floor(mostCells / Math.max(1, columns)));
}

/**
 * Lets equal texts of a column share one string. Every message brings its strings anew, while identities, resources
 * and addresses repeat: in sign-in logs this is most of the memory of a large result.
 */
export class TextSharer {
  readonly #columns: (Map<string, string> | undefined)[];

  constructor(columns: number) {
    this.#columns = Array.from({ length: columns }, () => new Map<string, string>());
  }

  share(row: Row): Row {
    return row.map((value, column) => this.#shared(value, column));
  }

  #shared(value: CellValue, column: number): CellValue {
    const known = this.#columns[column];
    if (!known || typeof value !== 'string' || value.length > longestShared) return value;
    const same = known.get(value);
    if (same !== undefined) return same;
    if (known.size >= mostDistinct) this.#columns[column] = undefined;
    else known.set(value, value);
    return value;
  }
}
