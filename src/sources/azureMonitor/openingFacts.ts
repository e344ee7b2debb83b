import { cellText, ProblemError, type Column, type Problem, type TableSchema } from '../../base/index.ts';
import type { TableInfo, WorkspaceFunction, WorkspaceSpec } from '../../protocol/index.ts';
import { findTable } from '../../reference/index.ts';
import { askService } from './askService.ts';
import type { Connection } from './connection.ts';
import { readMetadata } from './metadata.ts';
import { recallWorkspace, rememberWorkspace, type RememberedWorkspace } from './metadataCache.ts';
import { readTablePlans } from './resourceManager.ts';
import type { DecodedResponse } from './responseDecoder.ts';
import { wholeRange } from './timeRange.ts';
import type { WorkspaceContext } from './workspaceSource.ts';

// The Usage table costs nothing to read and needs no more rights than any other; sizes there are in MB.
const usageQuery = 'Usage | where TimeGenerated > ago(30d) | summarize Bytes = tolong(sum(Quantity) * 1000000), LastRecord = max(TimeGenerated) by DataType | order by DataType asc';
const watchlistQuery = '_GetWatchlistAlias | distinct WatchlistAlias | order by WatchlistAlias asc';
const waitSeconds = 60;
/** Metadata that is older is asked for again. */
const freshMs = 24 * 3_600_000;
/** Without these answers, what is remembered still serves. */
const outOfReach = new Set(['LA020', 'LA022', 'LA023']);

/** What is known of a workspace once it is open. */
export interface OpeningFacts {
  readonly name?: string;
  readonly tables: readonly TableInfo[];
  readonly schemas: readonly TableSchema[];
  readonly functions: readonly WorkspaceFunction[];
  readonly watchlists: readonly string[];
  readonly notes: readonly Problem[];
}

export async function openingFacts(spec: WorkspaceSpec, connection: Connection, context: WorkspaceContext): Promise<OpeningFacts> {
  const recalled = await recallWorkspace(context.storage, spec.workspaceId);
  const notes: Problem[] = [];
  context.progress({ message: 'Asking the workspace for its tables' });
  const usage = await readUsage(spec, connection, context, recalled, notes);
  const fresh = recalled && usage === undefined ? recalled : await currentMetadata(spec, connection, context, recalled, notes);
  return { ...(fresh.name === undefined ? {} : { name: fresh.name }), tables: tablesOf(usage, fresh), schemas: fresh.tables, functions: fresh.functions, watchlists: fresh.watchlists, notes };
}

/** Undefined when the service is out of reach and the workspace is remembered: it then opens offline, and says so. */
async function readUsage(spec: WorkspaceSpec, connection: Connection, { signal, progress }: WorkspaceContext, recalled: RememberedWorkspace | undefined, notes: Problem[]): Promise<DecodedResponse | undefined> {
  try {
    return await ask(usageQuery, spec, connection, signal, (message) => { progress({ message }); });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (recalled && outOfReach.has(error.problem.code)) {
      notes.push({ code: 'LA070', severity: 'warning', message: `Log Analytics is out of reach, so the tables are as they were on ${new Date(recalled.readAt).toISOString().slice(0, 10)}. Queries will fail until the network is back. (${error.problem.message})` });
      return undefined;
    }
    // Someone who may read one table only has no Usage; the workspace is open to them all the same.
    if (!/^(?:SEM|LA403)/.test(error.problem.code)) throw error;
    await ask('print IdentityTrail = 1', spec, connection, signal);
    notes.push({ code: 'LA071', severity: 'information', message: 'The table Usage may not be read by this account, so table sizes are unknown.' });
    return { columns: [], rows: [], warnings: [], statistics: {} };
  }
}

async function currentMetadata(spec: WorkspaceSpec, connection: Connection, context: WorkspaceContext, recalled: RememberedWorkspace | undefined, notes: Problem[]): Promise<RememberedWorkspace> {
  if (recalled && context.refresh !== true && Date.now() - recalled.readAt < freshMs) return recalled;
  context.progress({ message: 'Reading the columns and functions of the workspace' });
  try {
    const metadata = await readMetadata(connection, spec.workspaceId, context.signal);
    const plans = await orElse(() => plansOf(spec, connection, metadata.resourceId, context.signal), {}, context.signal);
    const watchlists = await orElse(() => readWatchlists(spec, connection, metadata.functions, context.signal), [], context.signal);
    const remembered: RememberedWorkspace = { ...metadata, version: 1, readAt: Date.now(), plans, watchlists };
    await rememberWorkspace(context.storage, spec.workspaceId, remembered);
    return remembered;
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof ProblemError)) throw error;
    notes.push({ code: 'LA072', severity: 'warning', message: `The columns of the workspace's tables could not be read; ${recalled ? 'remembered ones' : 'those of the documentation'} are used. (${error.problem.message})` });
    return recalled ?? { version: 1, readAt: 0, tables: [], functions: [], watchlists: [], plans: {} };
  }
}

async function plansOf({ resourceId, auth }: WorkspaceSpec, connection: Connection, named: string | undefined, signal: AbortSignal): Promise<RememberedWorkspace['plans']> {
  const place = resourceId ?? named;
  return place === undefined || auth === 'demoKey' ? {} : readTablePlans(connection, place, signal);
}

async function readWatchlists(spec: WorkspaceSpec, connection: Connection, functions: readonly WorkspaceFunction[], signal: AbortSignal): Promise<readonly string[]> {
  // Watchlists come with Microsoft Sentinel; asking for them elsewhere is an error.
  if (!functions.some(({ name }) => name === '_GetWatchlistAlias')) return [];
  const { rows } = await ask(watchlistQuery, spec, connection, signal);
  return rows.map(([alias]) => cellText(alias ?? ''));
}

/** What the account may not read is left out: it makes the workspace poorer, not closed. */
async function orElse<T>(read: () => Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> {
  try {
    return await read();
  } catch {
    signal.throwIfAborted();
    return otherwise;
  }
}

function ask(query: string, { workspaceId }: WorkspaceSpec, connection: Connection, signal: AbortSignal, onWait?: (message: string) => void): Promise<DecodedResponse> {
  return askService(connection, { workspaceId, query, timespan: wholeRange, basic: false, waitSeconds, signal }, onWait);
}

/** Tables with records in the last 30 days with their sizes, and the workspace's other tables by their columns alone. */
function tablesOf(usage: DecodedResponse | undefined, { tables: schemas, plans }: RememberedWorkspace): readonly TableInfo[] {
  const at = (name: string) => usage?.columns.findIndex((column) => column.name === name) ?? -1;
  const [nameAt, bytesAt, lastAt] = [at('DataType'), at('Bytes'), at('LastRecord')];
  const used = new Map((usage?.rows ?? []).map((row) => [cellText(row[nameAt] ?? ''), row]));
  const columns = new Map<string, readonly Column[]>(schemas.map((table) => [table.name, table.columns]));
  const names = [...used.keys(), ...schemas.map(({ name }) => name).filter((name) => !used.has(name)).sort()];
  return names.map((name) => {
    const known = findTable(name);
    const row = used.get(name);
    const [bytes, last] = [row?.[bytesAt], row?.[lastAt]];
    const plan = plans[name];
    return {
      name,
      ...(known?.category === undefined ? {} : { category: known.category }),
      // The Usage table tells of every table, so one it does not name had nothing in 30 days.
      ...(typeof bytes === 'number' ? { bytes } : used.size > 0 && !row ? { bytes: 0 } : {}),
      ...(typeof last === 'string' ? { lastRecord: last } : {}),
      ...(plan === undefined ? {} : { plan }),
      columns: columns.get(name) ?? known?.columns.map((column) => ({ name: column.name, type: column.type })) ?? [],
    };
  });
}
