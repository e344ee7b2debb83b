import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseIsoTicks } from '../base/index.ts';
import type { BackTestQuestion, QueryRequest, RuleCoverage, RuleMessage, RuleRequest, RuleTestListing, RuleTestReport, RuleTestRequest, RuleValue } from '../protocol/index.ts';
import { backTest } from '../rules/index.ts';
import { AskDesk } from './askDesk.ts';
import { ruleIn } from './backTestCommand.ts';
import { convertRules } from './convertRules.ts';
import { coverageOfRule, joinCoverage } from './coverageReport.ts';
import { createRuleDatabase, type EngineRuleDatabase } from './engineRuleDatabase.ts';
import { isCancelled, problemsOf } from './failure.ts';
import { findTests, readFileText, untestedCoverage } from './findRuleTests.ts';
import { rangeIn } from './rulePlaces.ts';
import { readTestText } from './ruleTestFiles.ts';
import { runRuleTests, type TestedRule, type TestReport } from './ruleTestRun.ts';
import { failureLines, stepsDocument } from './testReport.ts';

/** How long query processes wait for the next run before they end, in milliseconds. */
const idleTime = 60_000;
const mostDatabases = 4;

/** The rule process: answers the editor's requests until the channel closes. */
export function serveRules(): void {
  const running = new Map<number, AbortController>();
  const pool = new DatabasePool();
  const asks = new AskDesk();
  const post = (message: RuleMessage): void => {
    if (process.connected) process.send?.(message);
  };
  process.on('message', (message) => {
    const request = message as RuleRequest;
    const { id } = request;
    if (request.type === 'cancel') {
      running.get(id)?.abort();
      return;
    }
    if (request.type === 'answer') {
      asks.answer(request);
      return;
    }
    const stop = new AbortController();
    running.set(id, stop);
    perform(request, { id, post, pool, asks, signal: stop.signal })
      .then((value) => { post({ type: 'done', id, value }); })
      .catch((error: unknown) => { post(failureOf(id, error, stop.signal.aborted)); })
      .finally(() => running.delete(id));
  });
  process.once('disconnect', () => {
    pool.dispose();
    process.exit(0);
  });
}

function perform(request: Exclude<RuleRequest, { readonly type: 'cancel' | 'answer' }>, tools: RunTools): Promise<RuleValue> {
  switch (request.type) {
    case 'list':
      return listTests(request.file, request.text);
    case 'runTests':
      return runTests(request.request, tools);
    case 'convert':
      return Promise.resolve().then(() => ({ kind: 'converted', files: convertRules(request.text) }));
    case 'backTest':
      return backTestRule(request.request, tools);
  }
}

async function backTestRule({ rule: text, from, to }: BackTestQuestion, { id, post, asks, signal }: RunTools): Promise<RuleValue> {
  const rule = ruleIn(text);
  const run = (request: QueryRequest) => {
    signal.throwIfAborted();
    return asks.ask((askId) => { post({ type: 'ask', id, askId, request }); });
  };
  const [first, last] = [parseIsoTicks(from) ?? 0n, parseIsoTicks(to) ?? 0n];
  const result = await backTest({ rule, database: { run }, from: first, to: last, progress: (done, all) => { post({ type: 'progress', id, done, all }); } });
  return { kind: 'backTested', result };
}

function failureOf(id: number, error: unknown, wasStopped: boolean): RuleMessage {
  const problems = problemsOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return { type: 'failed', id, cancelled: wasStopped || isCancelled(error), problems: problems.length > 0 ? problems : [{ code: 'ENG099', severity: 'error', message }] };
}

async function listTests(file: string, text: string): Promise<RuleValue> {
  const { rulePath, rule, tests, faults } = await readTestText(file, text, readFileText);
  const listing: RuleTestListing = {
    rule: rulePath, problems: faults.map(({ place }) => place), tests: tests.map(({ name, whole }) => ({ name, range: rangeIn(text, whole) })),
    ...(rule ? { ruleName: rule.definition.name } : {}),
  };
  return { kind: 'listing', listing };
}

interface RunTools {
  readonly id: number;
  readonly post: (message: RuleMessage) => void;
  readonly pool: DatabasePool;
  readonly asks: AskDesk;
  readonly signal: AbortSignal;
}

async function runTests({ files, coverage = false, folders = [], rowsPerStep }: RuleTestRequest, { id, post, pool, signal }: RunTools): Promise<RuleValue> {
  const names = new Map(files.map(({ file, tests }) => [file, tests && new Set(tests)]));
  const databases = pool.take(Math.max(1, Math.min(availableParallelism(), files.length, mostDatabases)));
  // What a test waits for ends with the query process, so that nobody waits for a heavy query they gave up.
  const stop = () => { for (const database of databases) database.dispose(); };
  signal.addEventListener('abort', stop, { once: true });
  try {
    const { rules } = await runRuleTests({
      files: [...names.keys()], databases, readText: readFileText, coverage, signal,
      wanted: (file, name) => names.get(file)?.has(name) ?? true,
      onStart: (file, name) => { post({ type: 'started', id, file, name }); },
      onReport: (report) => { post({ type: 'finished', id, report: messageOf(report, rowsPerStep !== undefined) }); },
      ...(rowsPerStep === undefined ? {} : { rowsPerStep }),
    });
    return { kind: 'tested', coverage: coverage ? await coverageOfAll(rules, folders) : [] };
  } finally {
    signal.removeEventListener('abort', stop);
    if (!signal.aborted) pool.giveBack(databases);
  }
}

async function coverageOfAll(rules: readonly TestedRule[], folders: readonly string[]): Promise<readonly RuleCoverage[]> {
  const tested = rules.map(coverageOfRule);
  const known = new Set(tested.map(({ file }) => path.resolve(file)));
  const untested = (await findTests(folders)).rules.filter((file) => !known.has(path.resolve(file)));
  return joinCoverage([...tested, ...(await untestedCoverage(untested, readFileText))]);
}

function messageOf(report: TestReport, withSteps: boolean): RuleTestReport {
  const { file, rule, name, status, milliseconds, messages, ofTest } = report;
  const output = status === 'passed' ? '' : failureLines(report).join('\n');
  return { file, rule, status, milliseconds, messages, output, name: ofTest ? name : '', ...(withSteps && ofTest ? { steps: stepsDocument(report) } : {}) };
}

/** Query processes are kept for the next run, for a while. */
class DatabasePool {
  #free: EngineRuleDatabase[] = [];
  #idle: NodeJS.Timeout | undefined;

  take(number: number): readonly EngineRuleDatabase[] {
    clearTimeout(this.#idle);
    const kept = this.#free.splice(0, number);
    const say = (line: string) => { process.stderr.write(`${line}\n`); };
    return [...kept, ...Array.from({ length: number - kept.length }, () => createRuleDatabase(say))];
  }

  giveBack(databases: readonly EngineRuleDatabase[]): void {
    this.#free.push(...databases);
    for (const database of this.#free.splice(mostDatabases)) database.dispose();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => { this.dispose(); }, idleTime);
  }

  dispose(): void {
    clearTimeout(this.#idle);
    for (const database of this.#free.splice(0)) database.dispose();
  }
}
