import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { counted, lineColumnAt, ProblemError, visibleText } from '../base/index.ts';
import type { ResultFooter, WorkspaceQueryOptions } from '../protocol/index.ts';
import { bindScenario, findScenario, scenarios, treeQueries, type Scenario, type ScenarioTimeline } from '../scenarios/index.ts';
import { isCancelled, problemsOf, ReportedProblems } from './failure.ts';
import { createResultWriter, type OutputFormat } from './output.ts';
import { shortTime } from './table.ts';
import { SignInCounter } from './signInCounter.ts';
import { missingRecords, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface QueryOptions {
  readonly asOf?: string;
  readonly format: OutputFormat;
  readonly out?: string;
  /** Exit 1 when the result is truncated or partial. */
  readonly strict: boolean;
  /** Show every row in a terminal too. */
  readonly all: boolean;
  readonly workspace?: WorkspaceQueryOptions;
}

/** The text of FILE, or of standard input for `-`. */
export async function readQuery(file: string, terminal: Terminal): Promise<string> {
  return file === '-' ? terminal.readStandardInput() : readFile(file, 'utf8');
}

/** Runs a query and writes its result as it comes; returns the exit code. */
export async function runQuery(session: Session, terminal: Terminal, query: string, options: QueryOptions, timeline?: ScenarioTimeline): Promise<number> {
  const shape = { ...terminal.shape, ...(options.all && { height: Number.POSITIVE_INFINITY }) };
  const writer = createResultWriter(options.format, options.out === undefined ? shape : {});
  const output = await terminal.open(options.out);
  const counter = new SignInCounter(timeline);
  let footer: ResultFooter;
  try {
    footer = await reported(query, () => session.query({ query, ...(options.asOf === undefined ? {} : { asOf: options.asOf }), ...(options.workspace ? { workspace: options.workspace } : {}) }, {
      header: (header) => {
        counter.header(header);
        void output.write(writer.header(header));
      },
      rows: async (slice) => {
        counter.rows(slice);
        await output.write(writer.rows(slice));
      },
    }));
    await output.write(writer.footer(footer));
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  terminal.note(summaryLine(footer));
  for (const line of [...counter.summary(), ...missingRecords(session.summary)]) terminal.note(line);
  for (const warning of footer.warnings) terminal.note(`${warning.severity} ${warning.code}: ${visibleText(warning.message)}`);
  const incomplete = footer.warnings.some((warning) => warning.kind !== 'note');
  return incomplete && options.strict ? 1 : 0;
}

/** The KQL of a scenario with `name=value` parameters; throws ProblemError for what is wrong with them, all in one. */
export function bindScenarioArguments(id: string, parameters: readonly string[]): { readonly scenario: Scenario; readonly query: string } {
  const scenario = findScenario(id);
  if (!scenario) {
    throw new ProblemError({ code: 'CLI010', message: `There is no scenario "${id}". Scenarios: ${scenarios.map((one) => one.id).join(', ')}.` });
  }
  const bound = bindScenario(scenario, Object.fromEntries(parameters.map(parseParameter)));
  if (!bound.ok) throw new ReportedProblems(bound.problems, '');
  return { scenario, query: bound.value.query };
}

function parseParameter(text: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new ProblemError({ code: 'CLI012', message: `--param takes name=value, not "${text}".` });
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** The identities of a source as the tree shows them; returns the exit code. */
export function listIdentities(session: Session, terminal: Terminal, json: boolean): Promise<number> {
  return runQuery(session, terminal, treeQueries.identities, { format: json ? 'json' : 'table', strict: false, all: true });
}

/** What the engine says of this query comes with its text, so that it can be told with line and column. */
async function reported<T>(query: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problems = problemsOf(error);
    throw problems.length === 0 || isCancelled(error) ? error : new ReportedProblems(problems, query);
  }
}

function summaryLine({ statistics: { rows, elapsedMs }, asOf }: ResultFooter): string {
  return `${counted(rows, 'row')} in ${String(Math.round(elapsedMs))} ms, as of ${shortTime(asOf)}`;
}

interface BatchLine {
  readonly id?: unknown;
  readonly query?: unknown;
  readonly asOf?: unknown;
}

/** NDJSON in, NDJSON out, in order; a bad line or query is an answer with `ok: false`, not the end. Returns the exit code. */
export async function runBatch(session: Session, terminal: Terminal, file: string, workspace?: WorkspaceQueryOptions): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const output = await terminal.open();
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') await output.write(`${JSON.stringify(await answerBatchLine(session, line, workspace))}\n`);
  }
  return 0;
}

async function answerBatchLine(session: Session, line: string, workspace: WorkspaceQueryOptions | undefined): Promise<object> {
  let request: BatchLine;
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object');
    request = value;
  } catch {
    return failure(null, { code: 'CLI020', message: 'This line is no JSON object.' });
  }
  const { id = null, query, asOf } = request;
  if (typeof query !== 'string') return failure(id, { code: 'CLI021', message: 'A batch line needs "query", a string.' });
  if (asOf !== undefined && asOf !== null && typeof asOf !== 'string') return failure(id, { code: 'CLI022', message: '"asOf" is a time such as "2026-01-01T00:00:00Z".' });
  try {
    const { columns, rows } = await session.collect({ query, ...(typeof asOf === 'string' ? { asOf } : {}), ...(workspace ? { workspace } : {}) });
    return { id, ok: true, columns, rows };
  } catch (error) {
    const [problem] = problemsOf(error);
    if (!problem || isCancelled(error)) throw error;
    const { code, message, span } = problem;
    return failure(id, { code, message, ...(span ? lineColumnAt(query, span.start) : {}) });
  }
}

function failure(id: unknown, error: { readonly code: string; readonly message: string; readonly line?: number; readonly column?: number }): object {
  return { id, ok: false, error };
}
