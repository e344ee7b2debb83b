import { mkdir } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Database, Databases } from '../sources/index.ts';
import { DuckSession } from './duckSession.ts';
import type { FunctionRegistrar } from './nativeFunctions.ts';

export interface DuckLimits {
  readonly memoryMegabytes: number;
  /** Folder DuckDB spills to when the limit is reached. */
  readonly spillFolder: string;
}

/** What holds for every database: no extension is fetched or loaded, and memory has a ceiling beyond which DuckDB spills. */
function settings(limits: DuckLimits): Record<string, string> {
  return {
    memory_limit: `${limits.memoryMegabytes}MiB`,
    temp_directory: limits.spillFolder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  };
}

class DuckDatabase implements Database {
  readonly #instance: DuckDBInstance;

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  async connect(): Promise<DuckSession> {
    return new DuckSession(await this.#instance.connect());
  }

  close(): Promise<void> {
    this.#instance.closeSync();
    return Promise.resolve();
  }
}

/** `registrar` adds the functions of the KQL layer to the databases that answer queries. */
export function createDatabases(limits: DuckLimits, registrar: FunctionRegistrar): Databases {
  return {
    async create(file) {
      await mkdir(limits.spillFolder, { recursive: true });
      // No other program reads it, so the newest format serves: its compression of text takes two thirds of the time.
      return new DuckDatabase(await DuckDBInstance.create(file, { ...settings(limits), storage_compatibility_version: 'latest' }));
    },
    async openLocked(file) {
      await mkdir(limits.spillFolder, { recursive: true });
      const instance = await DuckDBInstance.create(file ?? ':memory:', {
        ...settings(limits),
        ...(file === undefined ? {} : { access_mode: 'READ_ONLY' }),
      });
      const connection = await instance.connect();
      try {
        await registrar(connection);
        await connection.run('SET enable_external_access = false');
        await connection.run('SET lock_configuration = true');
      } finally {
        connection.closeSync();
      }
      return new DuckDatabase(instance);
    },
  };
}
