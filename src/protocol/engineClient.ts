import { fork, type ChildProcess } from 'node:child_process';
import type { Problem, Row } from '../base/index.ts';
import type { ClientMessage, EngineMessage, EngineValue } from './engine.ts';
import type { QueryRequest, QueryResult, ResultFooter, ResultHeader, ResultSink } from './result.ts';
import type { CloudId } from './clouds.ts';
import type { DeviceCodePrompt, WorkspaceAccess } from './signIn.ts';
import type { SourceSpec, SourceSummary } from './source.ts';
import type { CopyRequest, KeptFile, WorkspaceListing } from './workspace.ts';

export interface TokenQuestion {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly tenantId?: string;
  readonly clientId?: string;
  /** The public cloud when absent. */
  readonly cloud?: CloudId;
}

export interface EngineClientOptions {
  /** Path of dist/engine.js. */
  readonly script: string;
  /** Folder kept between runs for loaded sources, and for spilling. */
  readonly storage?: string;
  readonly memoryMegabytes?: number;
  /** More variables for the process, asked for whenever one is started. */
  readonly environment?: () => Readonly<Record<string, string>>;
  /** Node to run the script with; this process's own by default. */
  readonly execPath?: string;
  /** Answers the engine's wish for an access token (`auth: 'editor'`); a rejection is told to the user. */
  readonly requestToken?: (question: TokenQuestion) => Promise<{ readonly token: string; readonly expiresOn: number }>;
  /** Told when the query process died and a new one took over. */
  readonly onNotice?: (problem: Problem) => void;
  /** One line per request to a service, without tokens and results. */
  readonly onLog?: (line: string) => void;
  /** A person has to enter a code on a web page to sign in. */
  readonly onDeviceCode?: (prompt: DeviceCodePrompt) => void;
}

export interface OpenOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (message: string, fraction: number | undefined) => void;
  /** Ask anew for what is remembered of a workspace. */
  readonly refresh?: boolean;
}

/** A request the engine could not carry out; `cancelled` tells a person's own wish from a failure. */
export class EngineFailure extends Error {
  readonly problems: readonly Problem[];
  readonly cancelled: boolean;

  constructor(problems: readonly Problem[], cancelled: boolean) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'EngineFailure';
    this.problems = problems;
    this.cancelled = cancelled;
  }
}

type WithoutId<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
type Request = WithoutId<Extract<ClientMessage, { type: 'open' | 'close' | 'query' | 'explain' | 'listWorkspaces' | 'keepCopy' | 'compare' }>>;

/** How long the query process may take to end cancelled work, in milliseconds; after that it is ended itself. What fetches over a network may have to put things in order. */
const cancelPatience: Readonly<Record<Request['type'], number>> = { open: 150, close: 150, query: 150, explain: 150, compare: 150, listWorkspaces: 3000, keepCopy: 3000 };

interface Pending {
  readonly request: Request;
  readonly resolve: (value: EngineValue) => void;
  readonly reject: (error: EngineFailure) => void;
  readonly sink?: ResultSink;
  readonly onProgress?: OpenOptions['onProgress'];
  /** Slices are handed on one after the other; the answer waits for the last of them. */
  delivered: Promise<void>;
  /** Part of the answer has been handed on, so the request cannot be made again. */
  begun: boolean;
  /** Makes the request again. */
  readonly again: () => Promise<EngineValue>;
}

interface KnownSource {
  readonly spec: SourceSpec;
  /** The process it is open in; another one has to open it again. */
  process: ChildProcess | undefined;
  opening: Promise<SourceSummary> | undefined;
}

/**
 * The client's side of the query process: starts it at the first request, starts a new one when it died, and opens
 * sources again in the new one when they are next asked for. Plain Node, for the extension host and the command line.
 */
export class EngineClient {
  readonly #options: EngineClientOptions;
  readonly #pending = new Map<number, Pending>();
  readonly #sources = new Map<string, KnownSource>();
  #process: ChildProcess | undefined;
  #lastId = 0;
  #errorOutput = '';
  #disposed = false;
  /** A process that is to end when it has nothing left to do. */
  #outdated: ChildProcess | undefined;

  constructor(options: EngineClientOptions) {
    this.#options = options;
  }

  /** Process ID of the running query process, if there is one. */
  get processId(): number | undefined {
    return this.#process?.pid;
  }

  /** Opens a source under a name of the caller's choice; opening a name again reloads it. */
  async open(sourceId: string, spec: SourceSpec, options: OpenOptions = {}): Promise<SourceSummary> {
    const known: KnownSource = { spec, process: undefined, opening: undefined };
    const summary = await this.#openIn(known, sourceId, options);
    this.#sources.set(sourceId, known);
    return summary;
  }

  /** Runs a query; the sink gets the header once, then the rows slice by slice at its own pace. */
  async query(sourceId: string, request: QueryRequest, sink: ResultSink, signal?: AbortSignal): Promise<ResultFooter> {
    await this.#ensureOpen(sourceId);
    const value = await this.#send({ type: 'query', sourceId, request }, { sink, ...(signal ? { signal } : {}) });
    return expectKind(value, 'result').footer;
  }

  /** Runs a query and collects its rows in memory. */
  async run(sourceId: string, request: QueryRequest, signal?: AbortSignal): Promise<QueryResult> {
    let header: ResultHeader = { columns: [] };
    const rows: Row[] = [];
    const sink: ResultSink = {
      header: (value) => (header = value),
      rows: (slice) => {
        for (const row of slice) rows.push(row);
      },
    };
    const footer = await this.query(sourceId, request, sink, signal);
    return { ...header, ...footer, rows };
  }

  async explain(sourceId: string, request: QueryRequest): Promise<string> {
    await this.#ensureOpen(sourceId);
    return expectKind(await this.#send({ type: 'explain', sourceId, request }, {}), 'sql').sql;
  }

  /** Tenants, subscriptions and workspaces that an account can see through Azure Resource Manager. */
  async listWorkspaces(access: WorkspaceAccess, options: OpenOptions = {}): Promise<WorkspaceListing> {
    const storage = this.#options.storage;
    const value = await this.#send({ type: 'listWorkspaces', access, ...(storage === undefined ? {} : { storage }) }, options);
    return expectKind(value, 'workspaces').listing;
  }

  /** Writes Parquet files of a source's records; what an earlier, broken attempt has whole is not fetched again. */
  async keepCopy(sourceId: string, copy: CopyRequest, options: OpenOptions = {}): Promise<readonly KeptFile[]> {
    await this.#ensureOpen(sourceId);
    return expectKind(await this.#send({ type: 'keepCopy', sourceId, copy }, options), 'copied').files;
  }

  /** Runs a query on two sources; the sink gets the rows that differ. */
  async compare(sourceId: string, otherSourceId: string, request: QueryRequest, sink: ResultSink, signal?: AbortSignal): Promise<ResultFooter> {
    await this.#ensureOpen(sourceId);
    await this.#ensureOpen(otherSourceId);
    const value = await this.#send({ type: 'compare', sourceId, otherSourceId, request }, { sink, ...(signal ? { signal } : {}) });
    return expectKind(value, 'result').footer;
  }

  async close(sourceId: string): Promise<void> {
    const known = this.#sources.get(sourceId);
    this.#sources.delete(sourceId);
    if (known?.process !== undefined && known.process === this.#process) await this.#send({ type: 'close', sourceId }, {});
  }

  /** Lets a later request start a new process: the next one, or where something runs, the next one after it is done. */
  renew(): void {
    this.#outdated = this.#process;
    this.#retire();
  }

  /** Ends the query process; whatever still runs fails as cancelled. */
  dispose(): void {
    this.#disposed = true;
    const process = this.#process;
    this.#process = undefined;
    this.#failAll([{ code: 'ENG013', severity: 'information', message: 'The query process was stopped.' }], true);
    if (process?.connected) process.disconnect();
    process?.kill();
  }

  async #ensureOpen(sourceId: string): Promise<void> {
    const known = this.#sources.get(sourceId);
    if (!known || (known.process !== undefined && known.process === this.#process)) return;
    await (known.opening ??= this.#openIn(known, sourceId, {}).finally(() => (known.opening = undefined)));
  }

  async #openIn(known: KnownSource, sourceId: string, options: OpenOptions): Promise<SourceSummary> {
    const storage = this.#options.storage;
    const value = await this.#send({ type: 'open', sourceId, spec: known.spec, ...(storage === undefined ? {} : { storage }), ...(options.refresh === true ? { refresh: true } : {}) }, options);
    known.process = this.#process;
    return expectKind(value, 'opened').summary;
  }

  #send(request: Request, options: OpenOptions & { readonly sink?: ResultSink }): Promise<EngineValue> {
    const { signal, onProgress, sink } = options;
    if (signal?.aborted) return Promise.reject(new EngineFailure([cancelled], true));
    if (this.#disposed) return Promise.reject(new EngineFailure([{ code: 'ENG013', severity: 'error', message: 'The query process was stopped.' }], true));
    const process = this.#ensureProcess();
    const id = (this.#lastId += 1);
    let patience: NodeJS.Timeout | undefined;
    const cancel = () => {
      post(process, { type: 'cancel', id });
      patience = setTimeout(() => { this.#endWithout(process, id); }, cancelPatience[request.type]);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    return new Promise<EngineValue>((resolve, reject) => {
      const again = () => this.#sendAgain(request, options);
      this.#pending.set(id, { request, resolve, reject, delivered: Promise.resolve(), begun: false, again, ...(onProgress ? { onProgress } : {}), ...(sink ? { sink } : {}) });
      post(process, { ...request, id });
    }).finally(() => {
      clearTimeout(patience);
      signal?.removeEventListener('abort', cancel);
    });
  }

  /** The sources a request is about are opened in the new process first. */
  async #sendAgain(request: Request, options: OpenOptions & { readonly sink?: ResultSink }): Promise<EngineValue> {
    if (request.type === 'close') return { kind: 'closed' };
    if (request.type !== 'open' && request.type !== 'listWorkspaces') await this.#ensureOpen(request.sourceId);
    if (request.type === 'compare') await this.#ensureOpen(request.otherSourceId);
    return this.#send(request, options);
  }

  /**
   * Some steps of the database end only when they are done. Cancelled work that goes on is ended with its process; a new
   * one opens the sources again, and takes over what else was asked for and not yet begun to be answered.
   */
  #endWithout(child: ChildProcess, id: number): void {
    const stubborn = this.#settle(id);
    if (!stubborn || this.#process !== child) return;
    this.#process = undefined;
    child.kill('SIGKILL');
    const others = [...this.#pending.values()];
    this.#pending.clear();
    stubborn.reject(new EngineFailure([cancelledHard], true));
    // Whoever cancelled may be about to stop altogether.
    setTimeout(() => {
      if (this.#disposed) return;
      for (const [sourceId, { process }] of this.#sources) if (process === child) void this.#ensureOpen(sourceId).catch(() => undefined);
    }, 0);
    for (const other of others) {
      if (other.begun) other.reject(new EngineFailure([brokenOff], false));
      else other.again().then(other.resolve, other.reject);
    }
  }

  #ensureProcess(): ChildProcess {
    if (this.#process) return this.#process;
    const { script, execPath, memoryMegabytes, storage, environment } = this.#options;
    const forwarded = [
      ...(memoryMegabytes === undefined ? [] : [`--memory=${memoryMegabytes}`]),
      ...(storage === undefined ? [] : [`--storage=${storage}`]),
    ];
    const child = fork(script, forwarded, {
      serialization: 'advanced',
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // In the extension host process.execPath is VS Code itself, which this turns into Node.
      env: { ...process.env, ...environment?.(), ELECTRON_RUN_AS_NODE: '1' },
      ...(execPath === undefined ? {} : { execPath }),
    });
    this.#errorOutput = '';
    child.stderr?.on('data', (data: Buffer) => (this.#errorOutput = (this.#errorOutput + data.toString()).slice(-4000)));
    child.on('message', (message) => this.#receive(child, message as EngineMessage));
    child.on('error', (error) => this.#died(child, error.message));
    child.on('exit', (code, killedBy) => this.#died(child, killedBy === null ? `exit code ${code}` : `signal ${killedBy}`));
    this.#process = child;
    return child;
  }

  #receive(child: ChildProcess, message: EngineMessage): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'tokenRequest':
        void this.#answerToken(child, message);
        return;
      case 'progress':
        this.#pending.get(message.id)?.onProgress?.(message.message, message.fraction);
        this.#pending.get(message.id)?.sink?.progress?.(message.message, message.fraction);
        return;
      case 'log':
        this.#options.onLog?.(message.line);
        return;
      case 'deviceCode':
        this.#options.onDeviceCode?.(message.prompt);
        return;
      case 'header': {
        const pending = this.#pending.get(message.id);
        if (pending) pending.begun = true;
        pending?.sink?.header(message.header);
        return;
      }
      case 'rows':
        this.#passRows(child, message.id, message.rows);
        return;
      case 'done':
        void this.#pending.get(message.id)?.delivered.then(() => this.#settle(message.id)?.resolve(message.value));
        return;
      case 'failed':
        this.#settle(message.id)?.reject(new EngineFailure(message.problems, message.cancelled));
    }
  }

  #passRows(child: ChildProcess, id: number, rows: readonly Row[]): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.delivered = pending.delivered.then(async () => {
      try {
        await pending.sink?.rows(rows);
        post(child, { type: 'ack', id });
      } catch (error) {
        post(child, { type: 'cancel', id });
        const message = error instanceof Error ? error.message : String(error);
        this.#settle(id)?.reject(new EngineFailure([{ code: 'ENG014', severity: 'error', message: `The result could not be taken in: ${message}` }], false));
      }
    });
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    this.#retire();
    return pending;
  }

  #retire(): void {
    const old = this.#outdated;
    if (!old || this.#pending.size > 0) return;
    this.#outdated = undefined;
    if (this.#process === old) this.#process = undefined;
    if (old.connected) old.disconnect();
  }

  async #answerToken(child: ChildProcess, question: Extract<EngineMessage, { type: 'tokenRequest' }>): Promise<void> {
    const { tokenId, type, ...rest } = question;
    try {
      if (!this.#options.requestToken) throw new Error(`nobody here can sign in (${type})`);
      post(child, { type: 'token', tokenId, ...(await this.#options.requestToken(rest)) });
    } catch (error) {
      post(child, { type: 'token', tokenId, error: error instanceof Error ? error.message : String(error) });
    }
  }

  #died(child: ChildProcess, how: string): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    const problem: Problem = {
      code: 'ENG015',
      severity: 'error',
      message: `The query process ended unexpectedly (${how}). It starts again with the next query, which opens its source anew.${firstErrorLine(this.#errorOutput)}`,
    };
    this.#failAll([problem], false);
    this.#options.onNotice?.(problem);
  }

  #failAll(problems: readonly Problem[], wasCancelled: boolean): void {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of all) pending.reject(new EngineFailure(problems, wasCancelled));
  }
}

const cancelled: Problem = { code: 'ENG011', severity: 'information', message: 'Cancelled.' };
const cancelledHard: Problem = { code: 'ENG011', severity: 'information', message: 'Cancelled. The work did not stop by itself, so the query process was ended; the next query starts a new one.' };
const brokenOff: Problem = { code: 'ENG017', severity: 'error', message: 'The query process had to be ended to cancel another query, and this one broke off with it. Run it again.' };

function post(child: ChildProcess, message: ClientMessage): void {
  // A process that is going away reports its end itself.
  if (child.connected) child.send(message, () => undefined);
}

function expectKind<K extends EngineValue['kind']>(value: EngineValue, kind: K): Extract<EngineValue, { kind: K }> {
  if (value.kind !== kind) throw new Error(`The engine answered ${value.kind} where ${kind} was asked for.`);
  return value as Extract<EngineValue, { kind: K }>;
}

function firstErrorLine(output: string): string {
  const line = output.split('\n').find((text) => /error/i.test(text));
  return line === undefined ? '' : ` It said: ${line.trim().slice(0, 300)}`;
}
