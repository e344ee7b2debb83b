import { assertNever, ProblemError } from '../base/index.ts';
import type { ClientMessage, CopyRequest, DeviceCodePrompt, EngineMessage, EngineValue, KeptFile, SourceSpec, WorkspaceAccess, WorkspaceListing } from '../protocol/index.ts';
import type { LogSource, OpenProgress, TokenRequester } from '../sources/index.ts';
import { AcknowledgedSink } from './acknowledgedSink.ts';
import { compareSources } from './compareSources.ts';
import { problemsFrom } from './runtimeProblem.ts';
import { TokenDesk } from './tokenDesk.ts';

export interface SourceOpening {
  readonly spec: SourceSpec;
  /** Folder named by the client, if any. */
  readonly storage: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: (progress: OpenProgress) => void;
  readonly requestToken: TokenRequester;
  readonly deviceCode: (prompt: DeviceCodePrompt) => void;
  readonly log: (line: string) => void;
  /** Ask anew for what is remembered of a workspace. */
  readonly refresh: boolean;
}

export type WorkspaceSearch = Pick<SourceOpening, 'signal' | 'requestToken' | 'deviceCode' | 'log'> & { readonly access: WorkspaceAccess };

export interface CopyWork {
  readonly source: LogSource;
  readonly copy: CopyRequest;
  readonly signal: AbortSignal;
  readonly progress: (progress: OpenProgress) => void;
}

export interface EngineWorld {
  readonly post: (message: EngineMessage) => void;
  readonly openSource: (opening: SourceOpening) => Promise<LogSource>;
  readonly listWorkspaces: (search: WorkspaceSearch) => Promise<WorkspaceListing>;
  readonly keepCopy: (work: CopyWork) => Promise<readonly KeptFile[]>;
}

type Work = Extract<ClientMessage, { type: 'open' | 'close' | 'query' | 'explain' | 'listWorkspaces' | 'keepCopy' | 'compare' }>;
type WorkOf<T extends Work['type']> = Extract<Work, { type: T }>;

/** Dispatches the messages of one client: several sources side by side, any number of queries at once. */
export class Engine {
  readonly #world: EngineWorld;
  readonly #sources = new Map<string, LogSource>();
  readonly #running = new Map<number, AbortController>();
  readonly #sinks = new Map<number, AcknowledgedSink>();
  readonly #tokens: TokenDesk;

  constructor(world: EngineWorld) {
    this.#world = world;
    this.#tokens = new TokenDesk(world.post);
  }

  start(): void {
    this.#world.post({ type: 'ready', processId: process.pid });
  }

  receive(message: ClientMessage): void {
    switch (message.type) {
      case 'cancel':
        this.#running.get(message.id)?.abort(new Cancelled());
        this.#sinks.get(message.id)?.release();
        return;
      case 'ack':
        this.#sinks.get(message.id)?.acknowledge();
        return;
      case 'token':
        this.#tokens.answer(message);
        return;
      default:
        void this.#work(message);
    }
  }

  async #work(message: Work): Promise<void> {
    const controller = new AbortController();
    this.#running.set(message.id, controller);
    try {
      const value = await this.#perform(message, controller.signal);
      this.#world.post({ type: 'done', id: message.id, value });
    } catch (error) {
      const cancelled = controller.signal.aborted;
      this.#world.post({ type: 'failed', id: message.id, problems: cancelled ? [cancelledProblem] : problemsFrom(error), cancelled });
    } finally {
      this.#running.delete(message.id);
      this.#sinks.delete(message.id);
    }
  }

  #perform(message: Work, signal: AbortSignal): Promise<EngineValue> {
    switch (message.type) {
      case 'open':
        return this.#open(message, signal);
      case 'close':
        return this.#close(message.sourceId);
      case 'query':
        return this.#query(message, signal);
      case 'explain':
        return this.#explain(message);
      case 'listWorkspaces':
        return this.#listWorkspaces(message, signal);
      case 'keepCopy':
        return this.#keepCopy(message, signal);
      case 'compare':
        return this.#compare(message, signal);
      default:
        return assertNever(message);
    }
  }

  async #open(message: Extract<ClientMessage, { type: 'open' }>, signal: AbortSignal): Promise<EngineValue> {
    const source = await this.#world.openSource({
      spec: message.spec,
      storage: message.storage,
      signal,
      refresh: message.refresh === true,
      progress: this.#progressOf(message.id),
      ...this.#signInWorld(),
    });
    if (signal.aborted) {
      await source.dispose();
      signal.throwIfAborted();
    }
    const previous = this.#sources.get(message.sourceId);
    this.#sources.set(message.sourceId, source);
    await previous?.dispose();
    return { kind: 'opened', summary: source.summary };
  }

  async #close(sourceId: string): Promise<EngineValue> {
    const source = this.#sources.get(sourceId);
    this.#sources.delete(sourceId);
    await source?.dispose();
    return { kind: 'closed' };
  }

  async #query(message: Extract<ClientMessage, { type: 'query' }>, signal: AbortSignal): Promise<EngineValue> {
    const sink = new AcknowledgedSink(message.id, this.#world.post);
    this.#sinks.set(message.id, sink);
    return { kind: 'result', footer: await this.#source(message.sourceId).run(message.request, sink, signal) };
  }

  async #explain(message: Extract<ClientMessage, { type: 'explain' }>): Promise<EngineValue> {
    return { kind: 'sql', sql: await this.#source(message.sourceId).explain(message.request) };
  }

  async #listWorkspaces({ access }: WorkOf<'listWorkspaces'>, signal: AbortSignal): Promise<EngineValue> {
    return { kind: 'workspaces', listing: await this.#world.listWorkspaces({ access, signal, ...this.#signInWorld() }) };
  }

  async #keepCopy({ id, sourceId, copy }: WorkOf<'keepCopy'>, signal: AbortSignal): Promise<EngineValue> {
    return { kind: 'copied', files: await this.#world.keepCopy({ source: this.#source(sourceId), copy, signal, progress: this.#progressOf(id) }) };
  }

  async #compare({ id, sourceId, otherSourceId, request }: WorkOf<'compare'>, signal: AbortSignal): Promise<EngineValue> {
    const sink = new AcknowledgedSink(id, this.#world.post);
    this.#sinks.set(id, sink);
    return { kind: 'result', footer: await compareSources(this.#source(sourceId), this.#source(otherSourceId), request, sink, signal) };
  }

  #progressOf(id: number): (progress: OpenProgress) => void {
    return (progress) => this.#world.post({ type: 'progress', id, ...progress });
  }

  #signInWorld(): Pick<SourceOpening, 'requestToken' | 'deviceCode' | 'log'> {
    return {
      requestToken: (request) => this.#tokens.request(request),
      deviceCode: (prompt) => this.#world.post({ type: 'deviceCode', prompt }),
      log: (line) => this.#world.post({ type: 'log', line }),
    };
  }

  #source(sourceId: string): LogSource {
    const source = this.#sources.get(sourceId);
    if (!source) throw new ProblemError({ code: 'ENG010', message: `The source "${sourceId}" is not open in the query process. Open it, then run the query again.` });
    return source;
  }
}

class Cancelled extends Error {
  constructor() {
    super('Cancelled.');
    this.name = 'Cancelled';
  }
}

const cancelledProblem = { code: 'ENG011', severity: 'information', message: 'Cancelled.' } as const;
