import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createConnection, createProtocolConnection, InitializeRequest, StreamMessageReader, StreamMessageWriter, type Diagnostic, type InitializeParams, type InitializeResult, type Position, type ProtocolConnection, type Range } from 'vscode-languageserver/node';
import { startServer } from '../../src/server/server.ts';

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What VS Code says of itself, as far as our server looks at it. */
export const editorAbilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true }, completionList: { itemDefaults: ['editRange'] } } },
} satisfies InitializeParams['capabilities'];

/** A language server and the editor's side of its protocol. */
export class LanguageClient {
  readonly connection: ProtocolConnection;
  readonly #published = new Map<string, Published[]>();
  readonly #waiting: { readonly uri: string; readonly version: number; readonly resolve: (published: Published) => void }[] = [];
  readonly #close: () => Promise<number | null>;
  #documents = 0;

  constructor(connection: ProtocolConnection, close: () => Promise<number | null>) {
    this.connection = connection;
    this.#close = close;
    connection.onNotification('textDocument/publishDiagnostics', (published: Published) => this.#receive(published));
    connection.listen();
  }

  initialize(initializationOptions: unknown = {}, capabilities: InitializeParams['capabilities'] = editorAbilities): Promise<InitializeResult> {
    return this.connection.sendRequest(InitializeRequest.type, { processId: null, workspaceFolders: null, capabilities, initializationOptions } as unknown as InitializeParams).then(async (result) => {
      await this.connection.sendNotification('initialized', {});
      return result;
    });
  }

  async open(text: string, languageId = 'kusto', uri = `untitled:query-${String((this.#documents += 1))}`): Promise<string> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  change(uri: string, version: number, contentChanges: readonly { readonly range?: Range; readonly text: string }[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Asks about a place in an open document. */
  at<T>(method: string, uri: string, position: Position, more: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
  }

  ask<T>(method: string, uri: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  /** Diagnostics of this version of the document, or of a later one. */
  diagnostics(uri: string, version = 1): Promise<Published> {
    const known = this.#published.get(uri)?.find((published) => (published.version ?? 0) >= version);
    return known ? Promise.resolve(known) : new Promise((resolve) => this.#waiting.push({ uri, version, resolve }));
  }

  /** How many times diagnostics came for a document. */
  published(uri: string): readonly Published[] {
    return this.#published.get(uri) ?? [];
  }

  /** Ends as the protocol wants it; gives the exit code of a process. */
  async close(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.#close();
  }

  #receive(published: Published): void {
    const list = this.#published.get(published.uri) ?? [];
    list.push(published);
    this.#published.set(published.uri, list);
    for (const { uri, version, resolve } of [...this.#waiting]) if (uri === published.uri && (published.version ?? 0) >= version) resolve(published);
  }
}

export const serverFile = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** The built server in a process of its own. */
export function startBuiltServer(): LanguageClient {
  const child = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  return new LanguageClient(connection, () => ended);
}

/** A server in this process, behind two streams: quicker to start. It must not be sent `exit`. */
export function startServerInMemory(): LanguageClient {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  return new LanguageClient(createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)), () => Promise.resolve(0));
}
