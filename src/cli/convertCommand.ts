import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../base/index.ts';
import { convertRules } from './convertRules.ts';
import type { Terminal } from './terminal.ts';

/** Writes the rules of a file in the other form: to standard output, or each as a file of its own into a folder. */
export async function convertFile(terminal: Terminal, file: string, folder: string | undefined): Promise<number> {
  const converted = convertRules(file === '-' ? await terminal.readStandardInput() : await readFile(file, 'utf8'));
  const [only, ...more] = converted;
  if (folder === undefined) {
    if (more.length > 0) throw new ProblemError({ code: 'CLI034', message: `${file} holds ${String(converted.length)} rules, each a file of its own: name a folder for them with --out.` });
    await terminal.write(only?.text ?? '');
    return 0;
  }
  await mkdir(folder, { recursive: true });
  for (const { name, text } of converted) {
    const target = path.join(folder, name);
    await terminal.write(text, target);
    terminal.note(target);
  }
  return 0;
}
