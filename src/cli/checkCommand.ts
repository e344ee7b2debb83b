import { readdir, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { counted } from '../base/index.ts';
import { languageOfFile, type LintSettings } from '../language/index.ts';
import { RuleIds } from '../rules/index.ts';
import { textChecker, type CheckedText, type CheckTask } from './checkText.ts';
import { CheckThreads } from './checkWorkers.ts';
import { toFinding, formatFindings, type Finding, type FindingFormat } from './findings.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

export interface CheckOptions {
  readonly format: FindingFormat;
  /** How grave each code is, where not as it comes. */
  readonly severities?: LintSettings;
  /** Threads to check in; one for each processor when absent. */
  readonly jobs?: number;
  /** The script that answers batches in a thread; without it everything happens in this one. */
  readonly threadScript?: string;
}

interface Work {
  readonly severities: LintSettings;
  readonly threads: number;
  readonly threadScript: string | undefined;
}

/** Files to a batch: small enough that threads end together, large enough that few messages are sent. */
const batchSize = 8;
/** Below this many files the start of a thread costs more than it saves. */
const fewFiles = 40;

/** Checks files, and every file of a kind we know below folders; exit code 1 when there is an error or a warning. */
export async function checkPaths(terminal: Terminal, paths: readonly string[], { format, severities = {}, jobs = availableParallelism(), threadScript }: CheckOptions): Promise<number> {
  const files = (await Promise.all(paths.map(filesBelow))).flat();
  const threads = threadScript === undefined || files.length < fewFiles ? 1 : Math.min(jobs, Math.ceil(files.length / batchSize));
  const findings = await findingsOf(files, { severities, threads, threadScript: threads > 1 ? threadScript : undefined });
  await terminal.write(formatFindings(findings, format, { version, pages: pathToFileURL(path.join(__dirname, '..', path.sep)).href }));
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  terminal.note(`${counted(files.length, 'file')} checked, ${counted(grave, 'error or warning', 'errors and warnings')}`);
  return grave > 0 ? 1 : 0;
}

/** In the order of the files, however many threads there are. */
async function findingsOf(files: readonly string[], work: Work): Promise<readonly Finding[]> {
  const batches = Array.from({ length: Math.ceil(files.length / batchSize) }, (_, index) => files.slice(index * batchSize, (index + 1) * batchSize));
  const read: { readonly file: string; readonly text: string; checked?: CheckedText | undefined }[][] = [];
  const next = async (): Promise<readonly CheckTask[] | undefined> => {
    const batch = batches[read.length];
    if (!batch) return undefined;
    const texts = await Promise.all(batch.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
    const known = texts.filter(({ file }) => languageOfFile(file) !== undefined);
    read.push(known);
    return known.map(({ file, text }) => ({ text, kind: languageOfFile(file) ?? 'kusto', severities: work.severities }));
  };
  const done = (number: number, checked: readonly CheckedText[]): void => {
    read[number]?.forEach((entry, index) => { entry.checked = checked[index]; });
  };
  await checkAll(next, done, work);
  const ids = new RuleIds();
  return read.flat().flatMap(({ file, text, checked }) => [...(checked?.problems ?? []), ...ids.add(file, checked?.ids ?? [])].map((problem) => toFinding(file, text, problem)));
}

async function checkAll(next: () => Promise<readonly CheckTask[] | undefined>, done: (batch: number, checked: readonly CheckedText[]) => void, { threadScript, threads: count }: Work): Promise<void> {
  if (threadScript === undefined) {
    const check = textChecker();
    let number = 0;
    for (let tasks = await next(); tasks; tasks = await next()) done(number++, tasks.map(check));
    return;
  }
  const threads = new CheckThreads(threadScript, count);
  try {
    await threads.run(next, done);
  } finally {
    await threads.end();
  }
}

/** A file as given, or the files of a folder that we know, in order of name; hidden folders and node_modules are passed over. */
async function filesBelow(target: string): Promise<string[]> {
  if (!(await stat(target)).isDirectory()) return [target];
  const entries = await readdir(target, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && languageOfFile(entry.name) !== undefined)
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(target, file).split(path.sep).some((part) => part === 'node_modules' || part.startsWith('.')))
    .sort();
}
