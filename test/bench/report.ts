import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The parts of BENCHMARKS.md, in their order; a run writes those it measures and leaves the others as they are. */
export const parts = ['hand', 'growth', 'import', 'process'] as const;
export type Part = (typeof parts)[number];

const titles: Readonly<Record<Part, string>> = {
  hand: 'Against DuckDB SQL written by hand',
  growth: 'Growth',
  import: 'Import',
  process: 'Query process',
};

const lead = [
  '# Benchmarks', '',
  'Written by `npm run bench`; do not edit. `-- --only=hand,growth,import,process` measures these parts and leaves the others as they are. Times depend on the machine and on what else it does, ratios less: both sides take turns in one run.',
];

/** Puts what a part has measured into BENCHMARKS.md. */
export function writePart(part: Part, lines: readonly string[]): void {
  const before = existsSync('BENCHMARKS.md') ? readFileSync('BENCHMARKS.md', 'utf8') : '';
  const sections = new Map(before.split(/^(?=## )/m).slice(1).map((text) => [/^## (.*)/.exec(text)?.[1] ?? '', text.trimEnd()]));
  sections.set(titles[part], [`## ${titles[part]}`, '', ...lines].join('\n').trimEnd());
  // What `npm run bench:language` and `bench:rules` measure comes last.
  const order = [...parts.map((one) => titles[one]), 'Language server', 'Rules'];
  writeFileSync('BENCHMARKS.md', `${[lead.join('\n'), ...order.flatMap((title) => sections.get(title) ?? [])].join('\n\n')}\n`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
