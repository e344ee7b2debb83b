import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly oursMs: number;
  readonly handMs: number;
}

export interface Growth {
  readonly name: string;
  readonly small: number;
  readonly large: number;
  readonly smallMs: number;
  readonly largeMs: number;
}

export interface Benchmark {
  readonly rows: number;
  readonly repeats: number;
  readonly measured: readonly Measured[];
  readonly growth: readonly Growth[];
  readonly translateP95Ms: number;
  readonly cancelMs: number;
  readonly processors: string;
}

const number = (value: number) => Math.round(value).toLocaleString('en');

/** BENCHMARKS.md: what was measured in this one run, and what is missed. */
export function writeReport({ rows, repeats, measured, growth, translateP95Ms, cancelMs, processors }: Benchmark): void {
  const ratios = measured.map(({ oursMs, handMs }) => oursMs / handMs).sort((a, b) => a - b);
  const middle = ratios.length / 2;
  const median = ((ratios[Math.ceil(middle) - 1] ?? NaN) + (ratios[Math.floor(middle)] ?? NaN)) / 2;
  const lines = [
    '# Benchmarks', '',
    'Written by `npm run bench`; do not edit. Times depend on the machine and on what else it does, ratios less: both sides take turns in one run.', '',
    `Machine: ${processors}. DuckDB limit: 2 GiB. ${number(rows)} sign-ins of each kind and the activities after them; best of ${String(repeats)}.`, '',
    '## Against DuckDB SQL written by hand', '',
    'Both run on the same tables; the run fails unless the answers are the same (row count and hashes of every column). Translation is not in the times of this table.', '',
    '| query | rows | KQL, ms | by hand, ms | ratio |', '| --- | ---: | ---: | ---: | ---: |',
    ...measured.map(({ name, rows: answered, oursMs, handMs }) => `| ${name} | ${number(answered)} | ${oursMs.toFixed(1)} | ${handMs.toFixed(1)} | ${(oursMs / handMs).toFixed(2)} |`), '',
    `Median ratio ${median.toFixed(2)} (wanted: at most 1.10), greatest ${(ratios.at(-1) ?? NaN).toFixed(2)} (wanted: at most 1.50).`, '',
    '## Growth', '',
    ...(growth.length === 0 ? ['Not measured in this run.'] : [
      'One run each. `npm run bench -- --growth=1000000,10000000` measures the sizes that are wanted (growth at most 12 times).', '',
      `| scenario | ${number(growth[0]?.small ?? 0)} sign-ins, s | ${number(growth[0]?.large ?? 0)} sign-ins, s | growth |`, '| --- | ---: | ---: | ---: |',
      ...growth.map(({ name, smallMs, largeMs }) => `| ${name} | ${(smallMs / 1000).toFixed(2)} | ${(largeMs / 1000).toFixed(2)} | ${(largeMs / smallMs).toFixed(1)} |`),
    ]), '',
    '## Other', '',
    `- Translation, warm, 95th percentile of all queries above: ${translateP95Ms.toFixed(1)} ms (wanted: below 15 ms).`,
    `- A running correlation ends ${cancelMs.toFixed(0)} ms after it is cancelled in DuckDB (wanted: below 200 ms).`, '',
    'Not measured yet: import against `read_json` and `read_csv`, opening a kept source, the start of the engine process, memory of the extension host, the credential rule.', '',
  ];
  writeFileSync('BENCHMARKS.md', lines.join('\n') + languageSection());
}

/** What `npm run bench:language -- --write` put at the end. */
function languageSection(): string {
  const before = existsSync('BENCHMARKS.md') ? readFileSync('BENCHMARKS.md', 'utf8') : '';
  const start = before.indexOf('## Language server\n');
  return start < 0 ? '' : `\n${before.slice(start)}`;
}
