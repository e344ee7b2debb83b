import { fork, type ChildProcess } from 'node:child_process';
import { EngineFailure } from './engineClient.ts';
import type { QueryRequest, QueryResult } from './result.ts';
import type { BackTestQuestion, BackTestResult, ConvertedFile, RuleCoverage, RuleMessage, RuleRequest, RuleTestListing, RuleTestReport, RuleTestRequest, RuleValue } from './rules.ts';

export interface RuleClientOptions {
  /** Path of dist/cli.js. */
  readonly script: string;
}

export interface RuleTestEvents {
  readonly started: (file: string, name: string) => void;
  readonly finished: (report: RuleTestReport) => void;
}

/** What a back-test needs of whoever asked for it. */
export interface BackTestWorld {
  /** Runs a query on the source; a rejection ends the back-test. */
  readonly run: (request: QueryRequest) => Promise<QueryResult>;
  readonly progress: (done: number, all: number) => void;
}

interface Pending {
  readonly resolve: (value: RuleValue) => void;
  readonly reject: (error: EngineFailure) => void;
  readonly events?: Partial<RuleTestEvents>;
  readonly world?: BackTestWorld;
}

type Question = RuleRequest extends infer R ? (R extends { readonly type: 'list' | 'runTests' | 'convert' | 'backTest'; readonly id: number } ? Omit<R, 'id'> : never) : never;
type PendingOptions = Pick<Pending, 'events' | 'world'> & { readonly signal?: AbortSignal };

/** The extension's side of the rule process: starts it at the first request, and again after it died. */
export class RuleClient {
  readonly #options: RuleClientOptions;
  readonly #pending = new Map<number, Pending>();
  #process: ChildProcess | undefined;
  #errorOutput = '';
  #lastId = 0;

  constructor(options: RuleClientOptions) {
    this.#options = options;
  }

  async list(file: string, text: string): Promise<RuleTestListing> {
    return expectKind(await this.#send({ type: 'list', file, text }, {}), 'listing').listing;
  }

  async runTests(request: RuleTestRequest, events: RuleTestEvents, signal: AbortSignal): Promise<readonly RuleCoverage[]> {
    return expectKind(await this.#send({ type: 'runTests', request }, { events, signal }), 'tested').coverage;
  }

  /** Rules in the other form: YAML as an ARM template, a template as YAML. */
  async convert(text: string): Promise<readonly ConvertedFile[]> {
    return expectKind(await this.#send({ type: 'convert', text }, {}), 'converted').files;
  }

  /** Runs a rule over the history of a source, which the caller queries. */
  async backTest(request: BackTestQuestion, world: BackTestWorld, signal: AbortSignal): Promise<BackTestResult> {
    return expectKind(await this.#send({ type: 'backTest', request }, { world, signal }), 'backTested').result;
  }

  dispose(): void {
    const process = this.#process;
    this.#process = undefined;
    this.#failAll('The rule process was stopped.', true);
    if (process?.connected) process.disconnect();
  }

  #send(question: Question, { signal, ...handlers }: PendingOptions): Promise<RuleValue> {
    if (signal?.aborted) return Promise.reject(cancelled());
    const process = (this.#process ??= this.#start());
    const id = (this.#lastId += 1);
    const cancel = () => post(process, { type: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    return new Promise<RuleValue>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, ...handlers });
      post(process, { ...question, id });
    }).finally(() => signal?.removeEventListener('abort', cancel));
  }

  #start(): ChildProcess {
    const child = fork(this.#options.script, ['rule-service'], {
      serialization: 'advanced',
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // In the extension host process.execPath is VS Code itself, which this turns into Node.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    this.#errorOutput = '';
    child.stderr?.on('data', (data: Buffer) => (this.#errorOutput = (this.#errorOutput + data.toString()).slice(-2000)));
    child.on('message', (message) => this.#receive(child, message as RuleMessage));
    child.on('error', (error) => this.#died(child, error.message));
    child.on('exit', (code, killedBy) => this.#died(child, killedBy === null ? `exit code ${code}` : `signal ${killedBy}`));
    return child;
  }

  #receive(child: ChildProcess, message: RuleMessage): void {
    const pending = this.#pending.get(message.id);
    switch (message.type) {
      case 'started':
        pending?.events?.started?.(message.file, message.name);
        return;
      case 'finished':
        pending?.events?.finished?.(message.report);
        return;
      case 'ask':
        void this.#answer(child, message, pending?.world);
        return;
      case 'progress':
        pending?.world?.progress(message.done, message.all);
        return;
      case 'done':
        this.#pending.delete(message.id);
        pending?.resolve(message.value);
        return;
      case 'failed':
        this.#pending.delete(message.id);
        pending?.reject(new EngineFailure(message.problems, message.cancelled));
    }
  }

  async #answer(child: ChildProcess, { id, askId, request }: Extract<RuleMessage, { type: 'ask' }>, world: BackTestWorld | undefined): Promise<void> {
    try {
      if (!world) throw new Error('nobody here runs queries');
      post(child, { type: 'answer', id, askId, result: await world.run(request) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post(child, { type: 'answer', id, askId, problems: error instanceof EngineFailure ? error.problems : [{ code: 'ENG099', severity: 'error', message }] });
    }
  }

  #died(child: ChildProcess, how: string): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    this.#failAll(`The rule process ended unexpectedly (${how}). It starts again with the next run. ${this.#errorOutput.split('\n').find((line) => /error/i.test(line)) ?? ''}`.trim(), false);
  }

  #failAll(message: string, wasCancelled: boolean): void {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of all) reject(new EngineFailure([{ code: 'ENG030', severity: wasCancelled ? 'information' : 'error', message }], wasCancelled));
  }
}

function cancelled(): EngineFailure {
  return new EngineFailure([{ code: 'ENG011', severity: 'information', message: 'Cancelled.' }], true);
}

function post(child: ChildProcess, message: RuleRequest): void {
  // A process that is going away reports its end itself.
  if (child.connected) child.send(message, () => undefined);
}

function expectKind<K extends RuleValue['kind']>(value: RuleValue, kind: K): Extract<RuleValue, { kind: K }> {
  if (value.kind !== kind) throw new Error(`The rule process answered ${value.kind} where ${kind} was asked for.`);
  return value as Extract<RuleValue, { kind: K }>;
}
