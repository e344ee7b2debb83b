import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { registerNativeFunctions } from '../../src/engine/nativeFunctions.ts';
import { createTranslator, type Translator } from '../../src/kql/index.ts';
import { referenceSchemas } from '../../src/sources/local/tableKnowledge.ts';
import { correlations, operators, type Case } from './cases.ts';
import { asOf, fill } from './data.ts';
import { writeReport, type Growth, type Measured } from './report.ts';

const flag = (name: string) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const schemas = referenceSchemas();

async function main(): Promise<void> {
  const rows = Number(flag('rows') ?? 200_000);
  const [small, large] = (flag('growth') ?? '100000,1000000').split(',').map(Number);
  const repeats = Number(flag('repeats') ?? 3);
  const folder = mkdtempSync(path.join(tmpdir(), 'identity-trail-bench-'));
  try {
    const translator = createTranslator();
    const { measured, cancelMs } = await withData(folder, rows, async (connection) => {
      const list: Measured[] = [];
      for (const one of [...correlations, ...operators]) list.push(await compare(connection, translator, one, repeats));
      return { measured: list, cancelMs: await cancel(connection, translator) };
    });
    const translateP95Ms = translation(translator);
    const growth = small && large ? await grow(folder, translator, small, large) : [];
    writeReport({ rows, repeats, measured, growth, translateP95Ms, cancelMs, processors: `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}` });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database as the engine opens one, under its limit of 2 GiB. */
async function withData<T>(folder: string, rows: number, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const file = path.join(folder, `${String(rows)}.duckdb`);
  const instance = await DuckDBInstance.create(file, { memory_limit: '2048MiB', temp_directory: path.join(folder, 'spill') });
  const connection = await instance.connect();
  try {
    await registerNativeFunctions(connection);
    await fill(connection, schemas, rows);
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(file, { force: true });
  }
}

function textOf({ kql }: Case): string {
  return typeof kql === 'string' ? kql : readFileSync(`src/scenarios/${kql.scenario}/query.kql`, 'utf8');
}

function sqlOf(translator: Translator, one: Case): string {
  const translated = translator.translate(textOf(one), { tables: schemas, asOf });
  if (!translated.ok) throw new Error(`${one.name}: ${translated.problems.map(({ message }) => message).join(' ')}`);
  return translated.value[0]?.sql ?? '';
}

/** Both take turns, so that what else the machine does meets them alike; the best of each counts. Different answers end the run. */
async function compare(connection: DuckDBConnection, translator: Translator, one: Case, repeats: number): Promise<Measured> {
  const ours = sqlOf(translator, one);
  const [oursSum, handSum] = [await checksum(connection, ours), await checksum(connection, one.sql)];
  if (oursSum !== handSum) throw new Error(`${one.name}: the answers differ (rows and sum of hashes: ours ${oursSum}, by hand ${handSum})`);
  let [oursMs, handMs, answered] = [Infinity, Infinity, 0];
  for (let turn = 0; turn < repeats; turn += 1) {
    const mine = await timed(connection, ours);
    oursMs = Math.min(oursMs, mine.ms);
    answered = mine.rows;
    handMs = Math.min(handMs, (await timed(connection, one.sql)).ms);
  }
  console.error(`${one.name}: ${oursMs.toFixed(0)} ms, by hand ${handMs.toFixed(0)} ms, ratio ${(oursMs / handMs).toFixed(2)}, ${String(answered)} rows`);
  return { name: one.name, rows: answered, oursMs, handMs };
}

async function checksum(connection: DuckDBConnection, sql: string): Promise<string> {
  const reader = await connection.runAndReadAll(`SELECT count(*), sum(hash(COLUMNS(*)::VARCHAR)::HUGEINT) FROM (${sql}) q`);
  return reader.getRows().map((row) => row.map(String).join(' ')).join();
}

async function timed(connection: DuckDBConnection, sql: string): Promise<{ readonly ms: number; readonly rows: number }> {
  const started = performance.now();
  const result = await connection.stream(sql);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return { ms: performance.now() - started, rows };
    rows += chunk.rowCount;
  }
}

/** From the call to interrupt until the query has ended. */
async function cancel(connection: DuckDBConnection, translator: Translator): Promise<number> {
  const slow = correlations.find(({ name }) => name === 'sp-arm');
  if (!slow) throw new Error('no sp-arm');
  const running = timed(connection, sqlOf(translator, slow)).then(() => 'ended', () => 'interrupted');
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  const started = performance.now();
  connection.interrupt();
  if ((await running) !== 'interrupted') throw new Error('sp-arm ended before it could be interrupted; use more rows');
  return performance.now() - started;
}

function translation(translator: Translator): number {
  const times = [...correlations, ...operators].flatMap((one) => Array.from({ length: 20 }, () => {
    const started = performance.now();
    sqlOf(translator, one);
    return performance.now() - started;
  }));
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

async function grow(folder: string, translator: Translator, small: number, large: number): Promise<readonly Growth[]> {
  const once = (rows: number) => withData(folder, rows, async (connection) => {
    const times: number[] = [];
    for (const one of correlations) times.push((await timed(connection, sqlOf(translator, one))).ms);
    return times;
  });
  const [few, many] = [await once(small), await once(large)];
  return correlations.map(({ name }, index) => ({ name, small, large, smallMs: few[index] ?? NaN, largeMs: many[index] ?? NaN }));
}

void main();
