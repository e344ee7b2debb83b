import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createTranslator } from '../../src/kql/index.ts';
import { measureByHand } from './byHand.ts';
import { measureGrowth } from './growth.ts';
import { measureImport } from './imports.ts';
import { measureProcess } from './queryProcess.ts';
import { parts, writePart, type Part } from './report.ts';

const flag = (name: string) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

async function main(): Promise<void> {
  const rows = Number(flag('rows') ?? 200_000);
  const [small = 0, large = 0] = (flag('growth') ?? '100000,1000000').split(',').map(Number);
  const repeats = Number(flag('repeats') ?? 3);
  const translator = createTranslator();
  const measure: Readonly<Record<Part, (folder: string) => Promise<readonly string[]>>> = {
    hand: (folder) => measureByHand(folder, translator, rows, repeats),
    growth: (folder) => measureGrowth(folder, translator, small, large),
    import: (folder) => measureImport(folder, rows, repeats),
    process: (folder) => measureProcess(folder, repeats),
  };
  const wanted = flag('only')?.split(',') ?? parts;
  for (const part of parts.filter((one) => wanted.includes(one))) {
    const folder = mkdtempSync(path.join(tmpdir(), 'identity-trail-bench-'));
    try {
      const lines = await measure[part](folder);
      writePart(part, [`Machine: ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}, load ${(loadavg()[0] ?? 0).toFixed(1)} while it ran.`, '', ...lines]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

void main();
