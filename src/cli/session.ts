import path from 'node:path';
import { counted, visibleText } from '../base/index.ts';
import { EngineClient } from '../protocol/engineClient.ts';
import type { CopyRequest, KeptFile, QueryRequest, QueryResult, ResultFooter, ResultSink, SourceSummary } from '../protocol/index.ts';
import { parseSourceArgument, type AccessFlags } from './sourceArgument.ts';
import type { Terminal } from './terminal.ts';

/** One source opened in a query process of its own, for the length of one command. Its queries reject with EngineFailure. */
export interface Session {
  readonly summary: SourceSummary;
  query(request: QueryRequest, sink: ResultSink): Promise<ResultFooter>;
  /** The whole result in memory. */
  collect(request: QueryRequest): Promise<QueryResult>;
  /** Writes Parquet files of the source's records. */
  keepCopy(copy: CopyRequest): Promise<readonly KeptFile[]>;
  /** The same source, whose queries answer with the rows in which another source differs. */
  against(source: string): Promise<Session>;
}

export interface SourceFlags extends AccessFlags {
  readonly source: string;
  readonly verbose?: boolean;
}

const sourceId = 'cli';
const otherId = 'other';

/** A query process for the length of one command. Ctrl+C cancels what runs; a second one ends at once. */
export async function withEngine<T>({ verbose }: { readonly verbose?: boolean }, terminal: Terminal, work: (client: EngineClient, signal: AbortSignal, progress: (message: string) => void) => Promise<T>): Promise<T> {
  const interrupted = new AbortController();
  const say = (line: string) => { terminal.note(visibleText(line)); };
  const detail = verbose === true ? say : () => undefined;
  const client = new EngineClient({
    script: path.join(__dirname, 'engine.js'),
    onNotice: (problem) => { say(`${problem.code}: ${problem.message}`); },
    onLog: detail,
    onDeviceCode: ({ url, code }) => { say(`To sign in, open ${url} and enter the code ${code}.`); },
  });
  process.once('SIGINT', () => { interrupted.abort(); });
  try {
    return await work(client, interrupted.signal, detail);
  } finally {
    client.dispose();
  }
}

/** Opens the source, does the work, and ends the query process whatever happened. */
export function withSession<T>(flags: SourceFlags, terminal: Terminal, work: (session: Session) => Promise<T>): Promise<T> {
  const spec = parseSourceArgument(flags.source, flags);
  return withEngine(flags, terminal, async (client, signal, onProgress) => {
    const summary = await client.open(sourceId, spec, { signal, onProgress });
    for (const { code, severity, message } of summary.notes ?? []) terminal.note(`${severity} ${code}: ${visibleText(message)}`);
    const session: Session = {
      summary,
      query: (request, sink) => client.query(sourceId, request, { progress: onProgress, ...sink }, signal),
      collect: (request) => client.run(sourceId, request, signal),
      keepCopy: (copy) => client.keepCopy(sourceId, copy, { signal, onProgress }),
      against: async (source) => {
        await client.open(otherId, parseSourceArgument(source, flags), { signal, onProgress });
        return { ...session, query: (request, sink) => client.compare(sourceId, otherId, request, sink, signal) };
      },
    };
    return work(session);
  });
}

/** One line about records that a query cannot see, or nothing. */
export function missingRecords({ skipped, issues }: SourceSummary): readonly string[] {
  const grave = issues.some(({ severity }) => severity === 'error');
  if (skipped === 0 && !grave) return [];
  const what = skipped === 0 ? 'Some files could not be read to their end' : `${counted(skipped, 'record')} could not be loaded`;
  return [`${what}; "identity-trail tables" says which and why.`];
}
