import { DocumentFormattingRequest, DocumentRangeFormattingRequest, type Connection, type Disposable } from 'vscode-languageserver/node';

/** Formatting that is registered for some languages only, and taken back while another extension formats them. */
export class Formatters {
  readonly #connection: Connection;
  readonly #languages: readonly string[];
  #registered: Promise<readonly Disposable[]> | undefined;

  constructor(connection: Connection, languages: readonly string[]) {
    this.#connection = connection;
    this.#languages = languages;
  }

  set(wanted: boolean): void {
    if (wanted === (this.#registered !== undefined)) return;
    const before = this.#registered;
    this.#registered = wanted ? this.#register() : undefined;
    void before?.then((registrations) => { for (const registration of registrations) registration.dispose(); });
  }

  /** A client that refuses does without. */
  #register(): Promise<readonly Disposable[]> {
    const documentSelector = this.#languages.map((language) => ({ language }));
    const { client } = this.#connection;
    return Promise.all([client.register(DocumentFormattingRequest.type, { documentSelector }), client.register(DocumentRangeFormattingRequest.type, { documentSelector })]).catch(() => []);
  }
}
