import path from 'node:path';
import { ProblemError } from '../../base/index.ts';
import type { OpenContext, Session } from '../index.ts';
import { describeTables, newestRecord } from './describeTables.ts';
import type { FoundFile } from './findFiles.ts';
import { inTransaction, type ImportContext } from './importContext.ts';
import { importFiles } from './importFiles.ts';
import { ImportReport } from './importReport.ts';
import { writeContent } from './loadedSource.ts';
import { referenceKnowledge, referenceSchemas } from './tableKnowledge.ts';
import { TableStore } from './tableStore.ts';
import { valueMacros } from './valueMacros.ts';

export interface ImportRequest extends Pick<OpenContext, 'signal' | 'progress'> {
  readonly root: string;
  readonly isFolder: boolean;
  readonly workFolder: string;
}

/** Fills an empty database with the logs of these files and a description of what became of them. */
export async function importDatabase(session: Session, files: readonly FoundFile[], { root, isFolder, workFolder, signal, progress }: ImportRequest): Promise<void> {
  await session.execute("SET TimeZone = 'UTC'");
  for (const macro of valueMacros) await session.execute(macro);
  const store = new TableStore(session);
  const report = new ImportReport();
  const context: ImportContext = { session, store, report, knowledge: referenceKnowledge(), signal, workFolder };
  const lineBook = await importFiles(context, files, progress);
  report.foldForeignFiles();
  const issues = await report.finish(lineBook.resolve);
  if (report.files.length === 0) throw nothingLoaded(root, isFolder, issues.map(({ message }) => message));
  await inTransaction(session, async () => {
    await store.finish();
    const filled = store.schemas;
    await store.addEmptyTables(referenceSchemas());
    const tables = await describeTables(session, filled);
    const asOf = newestRecord(tables);
    await writeContent(session, {
      summary: {
        title: path.basename(root),
        ...(asOf === undefined ? {} : { asOf }),
        tables,
        files: report.files,
        issues,
        skipped: report.files.reduce((sum, { skipped }) => sum + skipped, 0),
      },
      tables: store.schemas,
    });
  });
}

function nothingLoaded(root: string, isFolder: boolean, reasons: readonly string[]): ProblemError {
  const what = isFolder ? `No file in ${root} is a log.` : `${root} is no log.`;
  const [reason = ''] = reasons;
  return new ProblemError({
    code: 'SRC009',
    message: `${what} ${isFolder && reasons.length > 1 ? `${reasons.length} files were looked at; the first: ${reason}` : reason} Identity Trail reads diagnostic settings exports, Log Analytics results (JSON or CSV), Microsoft Graph sign-ins and audits, and NDJSON, CSV or Parquet with a table's columns.`,
  });
}
