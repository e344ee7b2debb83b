import path from 'node:path';
import { EngineClient } from '../protocol/engineClient.ts';
import type { OpenDatabase, RuleDatabase } from '../rules/index.ts';

const sampleId = 'sample';

/** Databases of rule tests in one query process, which starts with the first of them. */
export class EngineRuleDatabase implements RuleDatabase {
  readonly #client: EngineClient;
  #sample: Promise<unknown> | undefined;
  #opened = 0;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  async open(tables: Parameters<RuleDatabase['open']>[0]): Promise<OpenDatabase> {
    const id = `test ${String((this.#opened += 1))}`;
    await this.#client.open(id, { kind: 'tables', tables });
    return { run: (query) => this.#client.run(id, query), close: () => this.#client.close(id) };
  }

  async sample(): Promise<OpenDatabase> {
    await (this.#sample ??= this.#client.open(sampleId, { kind: 'sample' }));
    return { run: (query) => this.#client.run(sampleId, query), close: () => Promise.resolve() };
  }

  dispose(): void {
    this.#client.dispose();
  }
}

/** One with a query process of its own. */
export function createRuleDatabase(say: (line: string) => void): EngineRuleDatabase {
  return new EngineRuleDatabase(new EngineClient({ script: path.join(__dirname, 'engine.js'), onNotice: ({ code, message }) => { say(`${code}: ${message}`); } }));
}
