import path from 'node:path';
import * as vscode from 'vscode';
import type { CopyRequest, KeptFile, QueryResult, ResultFooter, ResultSink, QueryRequest, SourceSpec, SourceSummary, WorkspaceAccess, WorkspaceListing } from '../protocol/index.ts';
import { EngineClient, type OpenOptions } from '../protocol/engineClient.ts';
import { readSetting } from './configuration.ts';
import { problemMessage } from './model/index.ts';
import { showDeviceCode } from './sources/deviceCode.ts';
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

  /** Tenants, subscriptions and workspaces that an account sees through Azure Resource Manager. */
  listWorkspaces(access: WorkspaceAccess, options: OpenOptions): Promise<WorkspaceListing> {
    return this.#start().listWorkspaces(access, options);
  }

  /** Writes Parquet files of a source's records. */
  keepCopy(sourceId: string, copy: CopyRequest, options: OpenOptions): Promise<readonly KeptFile[]> {
    return this.#start().keepCopy(sourceId, copy, options);
  }

  /** Runs a query on two sources; the sink gets the rows that differ. */
  compare(sourceId: string, otherSourceId: string, request: QueryRequest, sink: ResultSink, signal: AbortSignal): Promise<ResultFooter> {
    return this.#start().compare(sourceId, otherSourceId, request, sink, signal);
  }

  /** The next request starts a new query process, with the proxy that the settings name now. */
  renew(): void {
    this.#client?.renew();
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
      environment: proxyEnvironment,
      requestToken: (question) => this.#tokens.token(question),
      onDeviceCode: (prompt) => void showDeviceCode(prompt),
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

/** VS Code's proxy settings as the variables that the Azure SDK reads; a proxy of the environment stays where the settings name none. */
function proxyEnvironment(): Readonly<Record<string, string>> {
  const settings = vscode.workspace.getConfiguration('http');
  const proxy = settings.get<string>('proxy') ?? '';
  const without = settings.get<readonly string[]>('noProxy') ?? [];
  if (settings.get('proxySupport') === 'off') return { HTTPS_PROXY: '', HTTP_PROXY: '', https_proxy: '', http_proxy: '' };
  return { ...(proxy !== '' && { HTTPS_PROXY: proxy, HTTP_PROXY: proxy }), ...(without.length > 0 && { NO_PROXY: without.join(',') }) };
}
