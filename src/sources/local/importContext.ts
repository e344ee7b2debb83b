import type { Session } from '../index.ts';
import type { FoundFile } from './findFiles.ts';
import type { ImportReport } from './importReport.ts';
import type { TableKnowledge } from './routeRecord.ts';
import type { TableStore } from './tableStore.ts';

/** What every importer works with. */
export interface ImportContext {
  readonly session: Session;
  readonly store: TableStore;
  readonly report: ImportReport;
  readonly knowledge: TableKnowledge;
  readonly signal: AbortSignal;
  /** A folder of ours for copies of files that cannot be read as they are; it goes when the import ends. */
  readonly workFolder: string;
}

/** Files that are read in one go: same way of reading, same compression. */
export interface ReadBatch {
  readonly files: readonly FoundFile[];
  readonly gzipped: boolean;
}

/**
 * Statements that belong together are committed together, which saves a write to disk for each. What may fail and be tried
 * in another way (reading a file) stays outside: a failure ends a transaction.
 */
export async function inTransaction(session: Session, work: () => Promise<void>): Promise<void> {
  await session.execute('BEGIN');
  await work();
  await session.execute('COMMIT');
}
