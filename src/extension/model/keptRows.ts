import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '../../base/index.ts';

/** Cells kept in memory; what comes after them goes to the file. */
const mostCells = 200_000;

interface Place {
  readonly position: number;
  readonly bytes: number;
}

/**
 * The rows of one run, block by block. A large result would fill the extension host, which all extensions share: its later
 * blocks lie in a file. The file has lost its name before anything is written to it, so that no record outlives the process.
 */
export class KeptRows {
  readonly #folder: string;
  readonly #blocks: (readonly Row[] | Place)[] = [];
  #cells = 0;
  #rows = 0;
  #file: number | undefined;
  #end = 0;
  #disposed = false;

  /** @param folder where the file is made, such as the system's folder for temporary files. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get blocks(): number {
    return this.#blocks.length;
  }

  get rows(): number {
    return this.#rows;
  }

  append(rows: readonly Row[]): void {
    this.#cells += rows.reduce((sum, row) => sum + row.length, 0);
    this.#rows += rows.length;
    this.#blocks.push(this.#cells > mostCells ? this.#write(rows) : rows);
  }

  block(index: number): readonly Row[] {
    const block = this.#blocks[index] ?? [];
    if (!('position' in block)) return block;
    if (this.#disposed) throw new Error('The rows of this result are no longer kept: another query has run since. Run it again, or read its rows before the next run.');
    return this.#read(block);
  }

  all(): readonly Row[] {
    return this.#blocks.flatMap((_, index) => this.block(index));
  }

  /** Lets go of the file; what is in memory stays readable. */
  dispose(): void {
    this.#disposed = true;
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  /** Where the file cannot be made or is full, the rows stay in memory: none is lost. */
  #write(rows: readonly Row[]): readonly Row[] | Place {
    const data = Buffer.from(JSON.stringify(rows));
    try {
      this.#file ??= namelessFile(this.#folder);
      for (let done = 0; done < data.length;) done += writeSync(this.#file, data, done, data.length - done, this.#end + done);
    } catch {
      return rows;
    }
    const place = { position: this.#end, bytes: data.length };
    this.#end += data.length;
    return place;
  }

  #read({ position, bytes }: Place): readonly Row[] {
    const data = Buffer.alloc(bytes);
    for (let done = 0; done < bytes;) {
      const more = this.#file === undefined ? 0 : readSync(this.#file, data, done, bytes - done, position + done);
      if (more === 0) throw new Error('The rows of this result can no longer be read from the temporary file. Run the query again.');
      done += more;
    }
    return JSON.parse(data.toString()) as readonly Row[];
  }
}

function namelessFile(parent: string): number {
  const folder = mkdtempSync(path.join(parent, 'identity-trail-'));
  try {
    return openSync(path.join(folder, 'rows'), 'wx+', 0o600);
  } finally {
    // An open file stays usable without its name, on every system that VS Code runs on.
    rmSync(folder, { recursive: true, force: true });
  }
}
