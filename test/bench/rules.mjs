// npm run bench:rules: `check` on 1,000 rule files and `test` on 500 rule tests, as the built command line does them.
// The files are the shipped pack's, copied with IDs of their own, in a folder that is removed afterwards. Prints seconds;
// `--write` puts them into BENCHMARKS.md.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.js');
const pack = path.join(root, 'src/rules/pack');
const heading = '## Rules';
/** Seconds on two processors. */
const targets = { check: 20, test: 30 };
const ruleFiles = 1000;
const ruleTests = 500;

const names = readdirSync(pack).filter((name) => name.endsWith('.yaml'));
const rules = names.filter((name) => !name.endsWith('.test.yaml'));

function idOf(number) {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function writeRules(folder) {
  for (let index = 0; index < ruleFiles; index += 1) {
    const name = rules[index % rules.length];
    writeFileSync(path.join(folder, `${String(index).padStart(4, '0')}-${name}`), readFileSync(path.join(pack, name), 'utf8').replace(/^id: .*$/m, `id: ${idOf(index)}`));
  }
}

/** Whole test files beside their rules, until there are so many tests; the last file keeps as many as are wanted. */
function writeTests(folder) {
  let written = 0;
  for (let copy = 0; written < ruleTests; copy += 1) {
    const below = path.join(folder, String(copy));
    mkdirSync(below);
    cpSync(pack, below, { recursive: true, filter: (file) => !file.endsWith('.test.yaml') });
    for (const name of names.filter((one) => one.endsWith('.test.yaml'))) {
      const parts = readFileSync(path.join(pack, name), 'utf8').split(/^(?= {2}- name:)/m);
      const taken = parts.slice(1, 1 + ruleTests - written);
      if (taken.length === 0) break;
      written += taken.length;
      writeFileSync(path.join(below, name), parts[0] + taken.join(''));
    }
  }
}

/** Seconds from the start of the process to its end. */
function measure(args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`identity-trail ${args[0]} ended with ${String(status)}:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return { seconds: (performance.now() - started) / 1000, said: `${stdout}${stderr}` };
}

/** The section of BENCHMARKS.md that is this script's. */
function section(results) {
  const [load = 0] = os.loadavg();
  return [
    heading, '',
    `Written by \`npm run bench:rules -- --write\`: the built command line, from the start of its process to its end, on copies of the shipped pack. ${String(os.cpus().length)} × ${os.cpus()[0]?.model ?? 'unknown processor'}, load ${load.toFixed(1)} at the end: above the number of processors, part of the time is waiting for them.`, '',
    '| | wanted, s | passed, s |', '| --- | ---: | ---: |',
    ...results.map(({ what, seconds, target }) => `| ${what} | ${String(target)} | ${seconds.toFixed(1)} |`), '',
  ].join('\n');
}

/** Puts the section in place of the one that is there, or at the end. */
function writeSection(text) {
  const file = path.join(root, 'BENCHMARKS.md');
  const before = readFileSync(file, 'utf8');
  const start = before.indexOf(`${heading}\n`);
  const next = start < 0 ? -1 : before.indexOf('\n## ', start + 1);
  writeFileSync(file, `${(start < 0 ? before : before.slice(0, start)).trimEnd()}\n\n${text.trimEnd()}\n${next < 0 ? '' : before.slice(next)}`);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'identity-trail-bench-rules-'));
try {
  const [toCheck, toTest] = ['check', 'test'].map((name) => path.join(folder, name));
  for (const below of [toCheck, toTest]) mkdirSync(below);
  writeRules(toCheck);
  writeTests(toTest);
  const check = measure(['check', toCheck]);
  const test = measure(['test', toTest]);
  if (!test.said.includes(`${String(ruleTests)} passed, 0 failed`)) throw new Error(`Not ${String(ruleTests)} tests passed: ${test.said.trim().split('\n').at(-1)}`);
  const text = section([
    { what: `check, ${ruleFiles.toLocaleString('en')} rule files`, seconds: check.seconds, target: targets.check },
    { what: `test, ${String(ruleTests)} rule tests`, seconds: test.seconds, target: targets.test },
  ]);
  console.log(text);
  if (process.argv.includes('--write')) writeSection(text);
} finally {
  rmSync(folder, { recursive: true });
}
