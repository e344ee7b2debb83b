import * as vscode from 'vscode';
import { counted, type Row } from '../../base/index.ts';
import { isConfirmable, type QueryRequest, type ResultFooter, type ResultHeader, type ResultSink, type WorkspaceQueryOptions } from '../../protocol/index.ts';
import { readSetting } from '../configuration.ts';
import type { EngineHost } from '../engineHost.ts';
import { problemsOf, wasCancelled } from '../failures.ts';

/** "Fetch all" is asked for by name, so it may bring in more than a query does by itself. */
const mostRows = 1_000_000;

/** One query for the engine. */
export interface Question {
  readonly sourceId: string;
  readonly query: string;
  /** Run on this source too and deliver the rows that differ. */
  readonly otherSourceId?: string;
  readonly timespan?: string;
  readonly fetchAll?: boolean;
}

/**
 * Asks the engine, and the person where it takes one: before a query that costs money or reads more days than they chose,
 * and after a "fetch all" that broke off, which goes on with the rows that had not come. Rejects as the engine does.
 */
export async function askSource(engine: EngineHost, question: Question, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
  const delivered = new DeliveredRows(sink);
  let workspace = optionsOf(question);
  for (;;) {
    try {
      return await send(engine, question, workspace, delivered, signal);
    } catch (error) {
      const more = wasCancelled(error) ? undefined : await askPerson(error, question, delivered.count);
      if (!more) throw error;
      workspace = { ...workspace, ...more };
    }
  }
}

function optionsOf({ timespan, fetchAll }: Question): WorkspaceQueryOptions {
  const confirmDays = readSetting('identityTrail.confirmDays');
  return { waitSeconds: readSetting('identityTrail.waitSeconds'), ...(confirmDays > 0 && { confirmDays }), ...(timespan !== undefined && { timespan }), ...(fetchAll === true && { fetchAll }) };
}

function send(engine: EngineHost, { sourceId, query, otherSourceId, fetchAll }: Question, workspace: WorkspaceQueryOptions, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
  // A side that stops early would differ by the rows it has not read.
  if (otherSourceId !== undefined) return engine.compare(sourceId, otherSourceId, { query, workspace }, sink, signal);
  const request: QueryRequest = { query, maxRows: fetchAll === true ? mostRows : readSetting('identityTrail.maxRows'), workspace };
  return engine.query(sourceId, request, sink, signal);
}

/** What the person agrees to; undefined when there is nothing to agree to or they do not. */
async function askPerson(error: unknown, { fetchAll }: Question, rows: number): Promise<WorkspaceQueryOptions | undefined> {
  const problems = problemsOf(error);
  const costly = problems.find(({ code }) => isConfirmable(code));
  if (costly) return (await vscode.window.showWarningMessage('Run this query?', { modal: true, detail: costly.message }, 'Run')) === 'Run' ? { confirmed: true } : undefined;
  if (fetchAll !== true || rows === 0) return undefined;
  const answer = await vscode.window.showWarningMessage(`Fetching broke off after ${counted(rows, 'row')}.`, { modal: true, detail: `${problems[0]?.message ?? ''} The rows that came stay; going on asks for the others only.` }, 'Go On');
  return answer === 'Go On' ? { resume: true } : undefined;
}

/** Hands everything on, the header once, and counts the rows. */
class DeliveredRows implements ResultSink {
  readonly #sink: ResultSink;
  #headed = false;
  #count = 0;

  constructor(sink: ResultSink) {
    this.#sink = sink;
  }

  get count(): number {
    return this.#count;
  }

  header(header: ResultHeader): void {
    if (!this.#headed) this.#sink.header(header);
    this.#headed = true;
  }

  rows(slice: readonly Row[]): void | Promise<void> {
    this.#count += slice.length;
    return this.#sink.rows(slice);
  }

  progress(message: string, fraction: number | undefined): void {
    this.#sink.progress?.(message, fraction);
  }
}
