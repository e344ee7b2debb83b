import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabases } from '../../src/engine/duckDatabases.ts';
import { registerNativeFunctions } from '../../src/engine/nativeFunctions.ts';
import { createTranslator } from '../../src/kql/index.ts';
import type { Problem, Row } from '../../src/base/index.ts';
import { problemsFrom } from '../../src/engine/runtimeProblem.ts';
import { withPlace } from '../../src/sources/local/failurePlace.ts';
import type { KqlAnswer } from './runKql.ts';

const asOf = 639_028_224_000_000_000n;

export interface OpenEngine {
  /** Translates and runs a query without tables, as-of 2026-01-01T00:00:00Z; throws the refusals as text. */
  run(query: string): Promise<KqlAnswer>;
  /** Why such a query is not answered, in the words a person would read; nothing where it is answered. */
  problems(query: string): Promise<readonly Problem[]>;
  close(): Promise<void>;
}

/** Translator and locked database as the query process has them, kept open for many queries. */
export async function openEngine(): Promise<OpenEngine> {
  const translator = createTranslator();
  const spillFolder = mkdtempSync(path.join(tmpdir(), 'identity-trail-test-'));
  const database = await createDatabases({ memoryMegabytes: 512, spillFolder }, registerNativeFunctions).openLocked(undefined);
  const session = await database.connect();
  return {
    async problems(query) {
      const translated = translator.translate(query, { tables: [], asOf });
      if (!translated.ok) return translated.problems;
      for (const statement of translated.value) {
        try {
          for await (const _ of session.stream(statement.sql, statement.columns));
        } catch (error) {
          return problemsFrom(await withPlace(error as Error, query, statement, session, 20_000));
        }
      }
      return [];
    },
    async run(query) {
      const translated = translator.translate(query, { tables: [], asOf });
      if (!translated.ok) throw new Error(translated.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
      const [statement] = translated.value;
      if (!statement) throw new Error('no statement');
      const rows: Row[] = [];
      for await (const slice of session.stream(statement.sql, statement.columns)) rows.push(...slice);
      return { columns: statement.columns, rows };
    },
    async close() {
      session.close();
      await database.close();
      rmSync(spillFolder, { recursive: true, force: true });
    },
  };
}
