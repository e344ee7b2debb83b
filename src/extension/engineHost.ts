import path from 'node:path';
import * as vscode from 'vscode';
import type { QueryResult, ResultFooter, ResultSink, QueryRequest, SourceSpec, SourceSummary } from '../protocol/index.ts';
import { EngineClient, type OpenOptions } from '../protocol/engineClient.ts';
import { readSetting } from './configuration.ts';
import { problemMessage } from './model/index.ts';
import type { TokenProvider } from './tokenProvider.ts';

/** The query process as the extension uses it: nothing is loaded or started before the first source is opened. */
export class EngineHost implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #tokens: TokenProvider;
  readonly #log: vscode.LogOutputChannel;
  #client: EngineClient | undefined;

  constructor(context: vscode.ExtensionContext, tokens: TokenProvider, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#tokens = tokens;
    this.#log = log;
  }

  open(sourceId: string, spec: SourceSpec, options: OpenOptions): Promise<SourceSummary> {
    return this.#start().open(sourceId, spec, options);
  }

  query(sourceId: string, request: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
    return this.#start().query(sourceId, request, sink, signal);
  }

  /** Runs a query whose answer is known to be small enough for memory. */
  run(sourceId: string, request: QueryRequest): Promise<QueryResult> {
    return this.#start().run(sourceId, request);
  }

  async close(sourceId: string): Promise<void> {
    await this.#client?.close(sourceId);
  }

  dispose(): void {
    this.#client?.dispose();
  }

  #start(): EngineClient {
    return (this.#client ??= this.#create());
  }

  #create(): EngineClient {
    const memory = readSetting('identityTrail.memoryLimit');
    return new EngineClient({
      script: this.#context.asAbsolutePath(path.join('dist', 'engine.js')),
      storage: path.join(this.#context.globalStorageUri.fsPath, 'engine'),
      ...(memory >= 64 && { memoryMegabytes: memory }),
      requestToken: (question) => this.#tokens.token(question),
      onLog: (line) => { this.#log.info(line); },
      onNotice: (problem) => {
        this.#log.error(`${problem.code}: ${problem.message}`);
        void vscode.window.showWarningMessage(problemMessage([problem], 'The query process was started again.'), 'Show Log').then((choice) => {
          if (choice) this.#log.show();
        });
      },
    });
  }
}
