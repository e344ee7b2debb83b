import { csvRows } from './csvLines.ts';
import type { FoundFile } from './findFiles.ts';
import type { LineResolver, Place } from './importReport.ts';
import { readLines } from './readLines.ts';

interface Page {
  readonly file: FoundFile;
  readonly gzipped: boolean;
  readonly firstPosition: bigint;
  /** Set for CSV files: lines before the first row, and the lines of rows that were left out. */
  readonly csv?: { readonly skip: number; readonly rejected: ReadonlySet<number> };
}

/** Knows how places in files of lines and rows become line numbers; reads a file only when one of its places is asked for. */
export class LineBook {
  readonly #pages = new Map<string, Page>();

  add(page: Page): void {
    this.#pages.set(page.file.path, page);
  }

  readonly resolve: LineResolver = async (places) => {
    const lines = new Map<Place, number>();
    const byFile = new Map<string, Place[]>();
    for (const place of places) {
      if (this.#pages.has(place.file)) byFile.set(place.file, [...(byFile.get(place.file) ?? []), place]);
      else lines.set(place, place.item > 0 ? place.item : Number(place.position) + 1);
    }
    for (const [path, wanted] of byFile) {
      const page = this.#pages.get(path);
      if (page) await resolveIn(page, wanted, lines);
    }
    return lines;
  };
}

async function resolveIn(page: Page, wanted: readonly Place[], lines: Map<Place, number>): Promise<void> {
  const last = wanted.reduce((most, { position }) => (position > most ? position : most), 0n) - page.firstPosition;
  for await (const { ordinal, number } of page.csv ? numberedRows(page, page.csv) : readLines(page.file, page.gzipped)) {
    for (const place of wanted) if (place.position - page.firstPosition === ordinal) lines.set(place, number);
    if (ordinal >= last) return;
  }
}

async function* numberedRows({ file, gzipped }: Page, { skip, rejected }: NonNullable<Page['csv']>): AsyncIterable<{ readonly ordinal: bigint; readonly number: number }> {
  let ordinal = 0n;
  for await (const { line } of csvRows(file, gzipped, skip)) if (!rejected.has(line)) yield { ordinal: ordinal++, number: line };
}
