import { mkdir } from 'node:fs/promises';
import { assertNever, ProblemError, type TableSchema } from '../base/index.ts';
import type { Translator } from '../kql/index.ts';
import type { Cloud, SourceSpec, TablesSpec, WorkspaceSpec } from '../protocol/index.ts';
import type { Databases, LogSource, OpenContext } from '../sources/index.ts';
import { LocalSource, openInlineTables, openLocalSource, type LocalTools } from '../sources/local/index.ts';
import { createDatabases } from './duckDatabases.ts';
import { emptiedDatabases } from './emptiedDatabases.ts';
import type { EngineWorld } from './engine.ts';
import { keepCopy } from './keepCopy.ts';
import type { Workspaces } from '../sources/azureMonitor/index.ts';
import type { EngineArguments } from './engineArguments.ts';
import { registerNativeFunctions } from './nativeFunctions.ts';
import { sampleFolder } from './sampleFolder.ts';
import { spillFolder } from './spillFolder.ts';

/** What the engine can do; what only one kind of source needs is loaded when such a source is opened. */
export function sourceWork(engineArguments: EngineArguments): Omit<EngineWorld, 'post'> {
  let translator: Promise<Translator> | undefined;
  const loadTranslator = () => (translator ??= import('../kql/index.ts').then((kql) => kql.createTranslator()));
  let workspaces: Promise<Workspaces> | undefined;
  const loadWorkspaces = () => (workspaces ??= import('../sources/azureMonitor/index.ts').then((azure) => new azure.Workspaces(otherCloud(process.env['IDENTITY_TRAIL_CLOUD']))));
  let forTables: TableTools | undefined;
  return {
    async openSource(opening) {
      const storage = opening.storage ?? engineArguments.storage;
      await mkdir(storage, { recursive: true, mode: 0o700 });
      const context: OpenContext = { signal: opening.signal, progress: opening.progress, storage };
      const { spec } = opening;
      if (spec.kind === 'workspace') return (await loadWorkspaces()).open(spec, opening, { ...context, refresh: opening.refresh });
      const limits = { memoryMegabytes: engineArguments.memoryMegabytes, spillFolder: await spillFolder(storage) };
      const databases = createDatabases(limits, registerNativeFunctions);
      const tools = { ...context, databases, translator: loadTranslator, now: () => new Date() };
      if (spec.kind !== 'tables') return openLoaded(spec, tools);
      forTables ??= { databases: emptiedDatabases(databases), schemas: new Map() };
      return openInlineTables(spec, { ...tools, ...forTables });
    },
    listWorkspaces: async (search) => (await loadWorkspaces()).list(search.access, search, search.signal),
    async keepCopy(work) {
      const limits = { memoryMegabytes: engineArguments.memoryMegabytes, spillFolder: await spillFolder(engineArguments.storage) };
      return keepCopy(work, createDatabases(limits, registerNativeFunctions));
    },
  };
}

/** What the databases of rule tests share; nothing of their content. */
interface TableTools {
  readonly databases: Databases;
  readonly schemas: Map<string, readonly TableSchema[]>;
}

/** Opens any source; see `sourceWork`. */
export function openSource(engineArguments: EngineArguments): EngineWorld['openSource'] {
  return sourceWork(engineArguments).openSource;
}

/** A cloud that is not in the table (Azure Stack, a test): its endpoints as JSON in the environment of whoever starts us. */
function otherCloud(text: string | undefined): { readonly cloud?: Cloud } {
  if (text === undefined || text === '') return {};
  try {
    return { cloud: JSON.parse(text) as Cloud };
  } catch {
    throw new ProblemError({ code: 'LA080', message: 'IDENTITY_TRAIL_CLOUD is no JSON. It takes an object with title, logsEndpoint, logsScope, managerEndpoint, managerScope and authority.' });
  }
}

function openLoaded(spec: Exclude<SourceSpec, WorkspaceSpec | TablesSpec>, tools: LocalTools): Promise<LogSource> {
  switch (spec.kind) {
    case 'none':
      return openEmpty(spec, tools);
    case 'local':
      return openLocalSource(spec, spec.path, tools);
    case 'sample':
      return openSample(spec, tools);
    default:
      return assertNever(spec);
  }
}

/** A database without tables, for `print`, `datatable` and `range`. */
async function openEmpty(spec: SourceSpec, { databases, translator, now }: LocalTools): Promise<LogSource> {
  return new LocalSource({
    summary: { spec, title: 'No source', tables: [], files: [], issues: [], skipped: 0 },
    tables: [],
    database: await databases.openLocked(undefined),
    translator,
    now,
  });
}

async function openSample(spec: Extract<SourceSpec, { kind: 'sample' }>, tools: LocalTools): Promise<LogSource> {
  return openLocalSource(spec, await sampleFolder(spec, tools), { ...tools, title: 'Sample tenant' });
}
