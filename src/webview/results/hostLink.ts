import type { FromResultsPage, ToResultsPage } from '../../protocol/index.ts';

/** What VS Code gives a webview page. */
export interface VsCodeApi {
  postMessage(message: FromResultsPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** The page's end of the line to the extension host. */
export class HostLink {
  readonly #api: VsCodeApi;

  constructor(api: VsCodeApi) {
    this.#api = api;
  }

  send(message: FromResultsPage): void {
    this.#api.postMessage(message);
  }

  receive(take: (message: ToResultsPage) => void): void {
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (isMessage(event.data)) take(event.data);
    });
  }

  /** What the page kept when it was last shown. */
  recall(): unknown {
    return this.#api.getState();
  }

  keep(state: unknown): void {
    this.#api.setState(state);
  }
}

function isMessage(data: unknown): data is ToResultsPage {
  return typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string';
}
