import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkText, createWorld, languageOfFile, type LintSettings } from '../language/index.ts';
import { readYamlRules, RuleIds } from '../rules/index.ts';
import { toFinding, formatFindings, type Finding, type FindingFormat } from './findings.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Checks files, and every file of a kind we know below folders; exit code 1 when there is an error or a warning. */
export async function checkPaths(terminal: Terminal, paths: readonly string[], format: FindingFormat, severities: LintSettings = {}): Promise<number> {
  const files = (await Promise.all(paths.map(filesBelow))).flat();
  const findings: Finding[] = [];
  const world = createWorld();
  const ids = new RuleIds();
  for (const file of files) {
    const language = languageOfFile(file);
    if (language === undefined) continue;
    const text = await readFile(file, 'utf8');
    const repeated = language === 'yaml' ? ids.add(file, readYamlRules(text).rules) : [];
    findings.push(...[...checkText(text, language, world, severities), ...repeated].map((problem) => toFinding(file, text, problem)));
  }
  await terminal.write(formatFindings(findings, format, { version, pages: pathToFileURL(path.join(__dirname, '..', path.sep)).href }));
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  terminal.note(`${files.length.toLocaleString('en')} files checked, ${grave.toLocaleString('en')} errors and warnings`);
  return grave > 0 ? 1 : 0;
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
