import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { tenant } from './cast.ts';

/** Takes records one by one and writes them as lines, a file per kind, holding at most about a megabyte of each. */
export class SampleSink {
  readonly #directory: string;
  readonly #pending = new Map<string, { lines: string[]; characters: number }>();
  readonly #handles = new Map<string, FileHandle>();
  #records = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** A record as diagnostic settings write it; its file stands where a storage account would hold it. */
  diagnostic(category: string, record: object): void {
    this.#add(path.join(`insights-logs-${category.toLowerCase()}`, `tenantId=${tenant.id}`, 'PT1H.json'), record);
  }

  /** A row of a table that no diagnostic setting writes; its fields are the table's columns. */
  row(table: string, record: object): void {
    this.#add(path.join('tables', `${table}.ndjson`), record);
  }

  get records(): number {
    return this.#records;
  }

  /** Writes what has grown large; await it now and then so that memory stays bounded. */
  async drain(above = 1 << 20): Promise<void> {
    for (const [file, pending] of this.#pending) {
      if (pending.characters <= above) continue;
      const handle = this.#handles.get(file) ?? (await this.#open(file));
      await handle.write(pending.lines.join('\n') + '\n');
      this.#pending.set(file, { lines: [], characters: 0 });
    }
  }

  /** Writes the rest and closes the files; returns their paths inside the directory. */
  async close(): Promise<readonly string[]> {
    await this.drain(0);
    await Promise.all([...this.#handles.values()].map((handle) => handle.close()));
    return [...this.#handles.keys()].sort();
  }

  #add(file: string, record: object): void {
    const line = JSON.stringify(record);
    const pending = this.#pending.get(file) ?? { lines: [], characters: 0 };
    pending.lines.push(line);
    pending.characters += line.length;
    this.#pending.set(file, pending);
    this.#records += 1;
  }

  async #open(file: string): Promise<FileHandle> {
    const full = path.join(this.#directory, file);
    await mkdir(path.dirname(full), { recursive: true });
    const handle = await open(full, 'w');
    this.#handles.set(file, handle);
    return handle;
  }
}
