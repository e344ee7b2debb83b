import type { Problem } from '../../base/index.ts';
import type { ImportedFile, ImportIssue } from '../../protocol/index.ts';
import type { FoundFile } from './findFiles.ts';

interface FileRecord {
  readonly found: FoundFile;
  readonly format: string;
  readonly rowsByTable: Map<string, number>;
  readonly rejected: Map<string, number>;
  skipped: number;
}

/** Where a staged record is: ordinal of its document, and its place in an envelope (0: not in one). */
export interface Place {
  readonly file: string;
  readonly position: bigint;
  readonly item: number;
}

export interface IssueDetails {
  readonly line?: number;
  readonly records?: number;
  readonly severity?: Problem['severity'];
}

interface PlacedIssue {
  readonly issue: ImportIssue;
  /** Absent where the issue has its line, or none. */
  readonly place?: Place;
}

/** Turns places into 1-based lines, or records where the file has no lines. */
export type LineResolver = (places: readonly Place[]) => Promise<ReadonlyMap<Place, number>>;

/** Gathers what became of every file and record. Files are known by their path. */
export class ImportReport {
  readonly #issues: PlacedIssue[] = [];
  readonly #files = new Map<string, FileRecord>();
  /** Path of each copy that was read instead of a file. */
  readonly #originals = new Map<string, string>();

  addFile(found: FoundFile, format: string): void {
    this.#files.set(found.path, { found, format, rowsByTable: new Map(), rejected: new Map(), skipped: 0 });
  }

  /** What is said of this copy is said of the file. */
  addCopy(found: FoundFile, copy: FoundFile): void {
    this.#originals.set(copy.path, found.path);
  }

  addRows(path: string, table: string, rows: number): void {
    const file = this.#record(path);
    file?.rowsByTable.set(table, (file.rowsByTable.get(table) ?? 0) + rows);
  }

  /** Something worth knowing about records that were loaded. */
  noteAt(place: Place, code: string, message: string, details: IssueDetails = {}): void {
    this.#issues.push({ issue: this.#issue(place.file, code, message, details), place: { file: place.file, position: place.position, item: place.item } });
  }

  /** Records that no table holds, found in a line. */
  skip(path: string, code: string, message: string, details: IssueDetails = {}): void {
    const file = this.#record(path);
    if (file) file.skipped += details.records ?? 1;
    this.note(path, code, message, { severity: 'warning', ...details });
  }

  note(path: string, code: string, message: string, details: IssueDetails = {}): void {
    this.#issues.push({ issue: this.#issue(path, code, message, details) });
  }

  /** Sound JSON that is no log record. */
  reject(place: Place, reason: string, records: number): void {
    const file = this.#record(place.file);
    if (!file) return;
    file.rejected.set(reason, (file.rejected.get(reason) ?? 0) + records);
    file.skipped += records;
    this.noteAt(place, 'SRC003', `${records === 1 ? 'A record was' : `${records} records were`} left out: ${reason}.`, { records, severity: 'warning' });
  }

  /** A file that holds no log: said once, and no record counts as skipped for it. */
  notALog(found: FoundFile, why: string): void {
    this.#files.delete(found.path);
    this.#issues.push({ issue: { code: 'SRC001', message: `${found.name} was left out: ${why}.`, severity: 'information', file: found.name, records: 0 } });
  }

  /** A file none of whose records is one of a log is told as a whole, not record by record. */
  foldForeignFiles(): void {
    for (const { found, rowsByTable, rejected, skipped } of [...this.#files.values()]) {
      const all = [...rejected.values()].reduce((sum, count) => sum + count, 0);
      const [reason] = rejected.keys();
      if (rowsByTable.size > 0 || rejected.size !== 1 || all !== skipped || reason === undefined) continue;
      for (let index = this.#issues.length - 1; index >= 0; index -= 1) {
        if (this.#issues[index]?.issue.file === found.name) this.#issues.splice(index, 1);
      }
      this.notALog(found, reason);
    }
  }

  /** Every issue, in the order of files and of lines in them. */
  async finish(resolve: LineResolver): Promise<readonly ImportIssue[]> {
    const lines = await resolve(this.#issues.flatMap(({ place }) => (place ? [place] : [])));
    const placed = this.#issues.map(({ issue, place }) => {
      const line = place && lines.get(place);
      return line === undefined ? issue : { ...issue, line };
    });
    return placed.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
  }

  get files(): readonly ImportedFile[] {
    return [...this.#files.values()].map(({ found, format, rowsByTable, skipped }) => ({ file: found.name, format, rowsByTable: Object.fromEntries(rowsByTable), skipped }));
  }

  #record(path: string): FileRecord | undefined {
    return this.#files.get(this.#originals.get(path) ?? path);
  }

  #issue(path: string, code: string, message: string, { line, records = 1, severity = 'information' }: IssueDetails): ImportIssue {
    const file = this.#record(path)?.found.name ?? path;
    return { code, message, severity, file, records, ...(line === undefined ? {} : { line }) };
  }
}
