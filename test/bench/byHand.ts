import type { DuckDBConnection } from '@duckdb/node-api';
import type { Translator } from '../../src/kql/index.ts';
import { correlations, operators, type Case } from './cases.ts';
import { sqlOf, timed, withData } from './database.ts';
import { table, whole } from './report.ts';

interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly oursMs: number;
  readonly handMs: number;
}

const cases = [...correlations, ...operators];

/** The same answers from KQL and from SQL as a person writes it, and what translating takes. */
export async function measureByHand(folder: string, translator: Translator, rows: number, repeats: number): Promise<readonly string[]> {
  const measured = await withData(folder, rows, async (connection) => {
    const list: Measured[] = [];
    for (const one of cases) list.push(await compare(connection, translator, one, repeats));
    return list;
  });
  const ratios = measured.map(({ oursMs, handMs }) => oursMs / handMs).sort((a, b) => a - b);
  const middle = ratios.length / 2;
  const median = ((ratios[Math.ceil(middle) - 1] ?? NaN) + (ratios[Math.floor(middle)] ?? NaN)) / 2;
  return [
    `${whole(rows)} sign-ins of each kind and the activities after them; best of ${String(repeats)}. Both run on the same tables; the run fails unless the answers are the same (row count and hashes of every column). Translation is not in these times.`, '',
    ...table(['query', 'rows', 'KQL, ms', 'by hand, ms', 'ratio'], measured.map(({ name, rows: answered, oursMs, handMs }) => [name, whole(answered), oursMs.toFixed(1), handMs.toFixed(1), (oursMs / handMs).toFixed(2)])), '',
    `Median ratio ${median.toFixed(2)} (wanted: at most 1.10), greatest ${(ratios.at(-1) ?? NaN).toFixed(2)} (wanted: at most 1.50).`, '',
    `Translation, warm, 95th percentile of all these queries: ${translation(translator).toFixed(1)} ms (wanted: below 15 ms).`,
  ];
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

function translation(translator: Translator): number {
  const times = cases.flatMap((one) => Array.from({ length: 20 }, () => {
    const started = performance.now();
    sqlOf(translator, one);
    return performance.now() - started;
  }));
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}
