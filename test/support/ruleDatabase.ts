import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Column, Row } from '../../src/base/index.ts';
import { openSource } from '../../src/engine/openSource.ts';
import type { SourceSpec } from '../../src/protocol/index.ts';
import type { OpenDatabase, RuleDatabase } from '../../src/rules/index.ts';

export interface TestRuleDatabase extends RuleDatabase {
  close(): Promise<void>;
}

/** The engine's own code in this process, as rule tests see it. */
export async function openRuleDatabase(): Promise<TestRuleDatabase> {
  const storage = await mkdtemp(path.join(tmpdir(), 'identity-trail-rules-'));
  const signal = new AbortController().signal;
  const openSpec = openSource({ storage, memoryMegabytes: 512 });
  const open = async (spec: SourceSpec): Promise<OpenDatabase> => {
    const source = await openSpec({ spec, storage, signal, progress: () => undefined, refresh: false, requestToken: () => Promise.reject(new Error('no tokens here')), deviceCode: () => undefined, log: () => undefined });
    return {
      run: async (request) => {
        let columns: readonly Column[] = [];
        const rows: Row[] = [];
        await source.run(request, { header: (header) => { columns = header.columns; }, rows: (slice) => { rows.push(...slice); } }, signal);
        return { columns, rows };
      },
      close: () => source.dispose(),
    };
  };
  let sample: Promise<OpenDatabase> | undefined;
  return {
    open: (tables) => open({ kind: 'tables', tables }),
    sample: async () => ({ ...(await (sample ??= open({ kind: 'sample' }))), close: () => Promise.resolve() }),
    close: async () => {
      await (await sample)?.close();
      await rm(storage, { recursive: true, force: true });
    },
  };
}
