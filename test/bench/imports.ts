import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createDatabases } from '../../src/engine/duckDatabases.ts';
import { registerNativeFunctions } from '../../src/engine/nativeFunctions.ts';
import { createTranslator } from '../../src/kql/index.ts';
import { quoteString } from '../../src/kql/sql/index.ts';
import { openLocalSource } from '../../src/sources/local/index.ts';
import { writeSample } from '../../src/sources/sample/index.ts';
import { seconds, table, whole } from './report.ts';

interface Files {
  readonly name: string;
  readonly root: string;
  /** DuckDB's own way to read them all. */
  readonly read: readonly string[];
}

/** Loading files as the extension does against DuckDB's own readers on the same files, then opening what is kept. */
export async function measureImport(folder: string, rows: number, repeats: number): Promise<readonly string[]> {
  const measured = [];
  for (const files of await makeFiles(folder, rows)) measured.push(await compare(folder, files, repeats));
  return [
    `Best of ${String(repeats)}; both write a database file. Ours also routes every record, converts times and types, keeps what does not fit and looks for repeated records.`, '',
    ...table(['files', 'size, MB', 'ours, s', 'DuckDB, s', 'ratio', 'opened again, ms'], measured.map(({ name, bytes, oursMs, duckMs, againMs }) => [
      name, whole(bytes / 1e6), seconds(oursMs), seconds(duckMs), (oursMs / duckMs).toFixed(2), againMs.toFixed(0),
    ])), '',
    'Wanted: a ratio of at most 1.3, and opening again at once.',
  ];
}

async function makeFiles(folder: string, rows: number): Promise<readonly Files[]> {
  const settings = path.join(folder, 'settings');
  await mkdir(settings);
  const { files } = await writeSample(settings, { rows });
  const lines = files.filter((name) => name.endsWith('.json')).map((name) => path.join(settings, name));
  for (const name of files.filter((one) => !one.endsWith('.json'))) rmSync(path.join(settings, name));
  const [json, csv] = [path.join(folder, 'AADServicePrincipalSignInLogs.json'), path.join(folder, 'AADServicePrincipalSignInLogs.csv')];
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const signIns = `SELECT strftime(make_timestamp(1772323200000000 + i * 5000000), '%Y-%m-%dT%H:%M:%S.%f0Z') AS TimeGenerated, uuid()::VARCHAR AS Id, md5('s' || i % 500) AS ServicePrincipalId, 'app-' || i % 500 AS ServicePrincipalName,
      md5('a' || i % 500) AS AppId, 'Microsoft Graph' AS ResourceDisplayName, '00000003-0000-0000-c000-000000000000' AS ResourceIdentity, '198.51.100.' || i % 250 AS IPAddress, '0' AS ResultType, md5('t' || i) AS UniqueTokenIdentifier,
      'clientSecret' AS ClientCredentialType, 120 + i % 40 AS DurationMs, '{"city":"Oslo","geoCoordinates":{"latitude":59.9}}' AS LocationDetails, 'ServicePrincipalSignInLogs' AS Category FROM range(${String(rows)}) r(i)`;
  await connection.run(`COPY (${signIns}) TO ${quoteString(json)} (FORMAT json)`);
  await connection.run(`COPY (${signIns}) TO ${quoteString(csv)} (FORMAT csv, HEADER)`);
  connection.closeSync();
  return [
    { name: `diagnostic settings, ${String(lines.length)} files of JSON lines`, root: settings, read: lines.map((file) => `read_json(${quoteString(file)}, format = 'newline_delimited')`) },
    { name: 'Log Analytics rows, JSON lines', root: json, read: [`read_json(${quoteString(json)}, format = 'newline_delimited')`] },
    { name: 'Log Analytics rows, CSV', root: csv, read: [`read_csv(${quoteString(csv)})`] },
  ];
}

async function compare(folder: string, { name, root, read }: Files, repeats: number) {
  let [oursMs, duckMs, againMs] = [Infinity, Infinity, Infinity];
  for (let turn = 0; turn < repeats; turn += 1) {
    const storage = path.join(folder, `storage-${String(turn)}`);
    oursMs = Math.min(oursMs, await open(root, storage));
    againMs = Math.min(againMs, await open(root, storage));
    rmSync(storage, { recursive: true });
    duckMs = Math.min(duckMs, await plain(path.join(folder, 'plain.duckdb'), read));
  }
  const bytes = statSync(root).isFile() ? statSync(root).size : readdirSync(root, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
  console.error(`${name}: ${seconds(oursMs)} s, DuckDB ${seconds(duckMs)} s, ratio ${(oursMs / duckMs).toFixed(2)}, again ${againMs.toFixed(0)} ms`);
  return { name, bytes, oursMs, duckMs, againMs };
}

async function open(root: string, storage: string): Promise<number> {
  const started = performance.now();
  const databases = createDatabases({ memoryMegabytes: 2048, spillFolder: path.join(storage, 'spill') }, registerNativeFunctions);
  const source = await openLocalSource({ kind: 'local', path: root }, root, {
    databases, storage, signal: new AbortController().signal, progress: () => undefined, translator: () => Promise.resolve(createTranslator()), now: () => new Date(),
  });
  const took = performance.now() - started;
  await source.dispose();
  return took;
}

async function plain(file: string, read: readonly string[]): Promise<number> {
  const started = performance.now();
  const instance = await DuckDBInstance.create(file, { memory_limit: '2048MiB' });
  const connection = await instance.connect();
  for (const [index, from] of read.entries()) await connection.run(`CREATE TABLE t${String(index)} AS SELECT * FROM ${from}`);
  connection.closeSync();
  instance.closeSync();
  const took = performance.now() - started;
  rmSync(file);
  return took;
}
