import { ProblemError } from '../../base/index.ts';
import type { BackTestResult, ResultFooter, ResultSink, SourceSummary } from '../../protocol/index.ts';
import { backTestView, historyOf, type EarlierBackTest } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import type { RememberedBackTest } from '../tests/ruleHost.ts';
import type { RunRequest } from './queryRuns.ts';

export interface BackTestedRule {
  /** The same for every run of the same file. */
  readonly key: string;
  readonly name: string;
  /** As it stands when the run begins. */
  readonly text: () => string;
  /** The file on disk, where it differs. */
  readonly saved: string | undefined;
  /** Its query, for whoever wants to see it. */
  readonly query: string;
}

/** A back-test as a run of the results page: it is cancelled and run again like a query. */
export function backTestRun(parts: Parts, rule: BackTestedRule): RunRequest {
  return { title: `Back-test: ${rule.name}`, query: rule.query, work: (sourceId, sink, signal) => work(parts, rule, sourceId, sink, signal) };
}

async function work({ rules, engine, sources }: Parts, rule: BackTestedRule, sourceId: string, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
  const began = performance.now();
  const history = historyFrom(sources.currentSummary);
  const run = (text: string, what: string): Promise<BackTestResult> =>
    rules.client.backTest({ rule: text, ...history }, { run: (request) => engine.run(sourceId, request), progress: (done, all) => sink.progress?.(`${what}: run ${String(done + 1)} of ${String(all)}`, all === 0 ? undefined : done / all) }, signal);
  const text = rule.text();
  const now = await run(text, 'the rule');
  const before = await earlierOf(rule, text, rules.lastBackTests.get(rule.key), sourceId, run);
  rules.lastBackTests.set(rule.key, { text, sourceId, result: now });
  const { columns, render, rows, notes } = backTestView(now, before);
  sink.header({ columns, render });
  await sink.rows(rows);
  return { statistics: { engine: 'duckdb', rows: rows.length, elapsedMs: Math.round(performance.now() - began), runs: now.runs, alerts: now.alerts }, warnings: notes, asOf: history.to };
}

/** The saved file is what an edit is measured by; after that, the rule as it ran before. */
async function earlierOf(rule: BackTestedRule, text: string, last: RememberedBackTest | undefined, sourceId: string, run: (text: string, what: string) => Promise<BackTestResult>): Promise<EarlierBackTest | undefined> {
  if (rule.saved !== undefined && rule.saved !== text) return { result: await run(rule.saved, 'the saved file'), what: 'the saved file' };
  return last && last.sourceId === sourceId && last.text !== text ? { result: last.result, what: 'the run before' } : undefined;
}

function historyFrom(summary: SourceSummary | undefined): { readonly from: string; readonly to: string } {
  if (summary?.spec.kind === 'workspace') throw new ProblemError({ code: 'IT174', message: 'A back-test asks what was known at each run of the past, and a workspace answers as of now only. Keep a local copy of the tables, open it as a source, and back-test there.' });
  const history = summary && historyOf(summary);
  if (!history) throw new ProblemError({ code: 'IT175', message: 'This source has no records with a time, so there is no history to run the rule over.' });
  return history;
}
