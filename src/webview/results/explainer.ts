import type { ToResultsPage } from '../../protocol/index.ts';
import type { HostLink } from './hostLink.ts';

export interface Explanation {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

type Answer = Extract<ToResultsPage, { readonly type: 'explanation' }>;

/** Longer values are no code or ID that a reference could know. */
const longestValue = 200;
const rememberedAnswers = 2000;

/** Asks the host what columns and values mean, each question once. */
export class Explainer {
  readonly #host: HostLink;
  readonly #answers = new Map<string, Promise<Explanation | undefined>>();
  readonly #waiting = new Map<number, (explanation: Explanation | undefined) => void>();
  #lastRequest = 0;

  constructor(host: HostLink) {
    this.#host = host;
  }

  /** The meaning of a column, or of one of its values; undefined when the reference has nothing to say. */
  explain(column: string, value?: string): Promise<Explanation | undefined> {
    if (value !== undefined && (value === '' || value.length > longestValue)) return Promise.resolve(undefined);
    const key = JSON.stringify([column, value]);
    const known = this.#answers.get(key);
    if (known) return known;
    if (this.#answers.size >= rememberedAnswers) this.#answers.clear();
    const answer = this.#ask(column, value);
    this.#answers.set(key, answer);
    return answer;
  }

  take(answer: Answer): void {
    const settle = this.#waiting.get(answer.requestId);
    this.#waiting.delete(answer.requestId);
    settle?.(answer.known ? { title: answer.title, paragraphs: answer.paragraphs } : undefined);
  }

  #ask(column: string, value: string | undefined): Promise<Explanation | undefined> {
    this.#lastRequest += 1;
    const requestId = this.#lastRequest;
    return new Promise((resolve) => {
      this.#waiting.set(requestId, resolve);
      this.#host.send({ type: 'explain', requestId, column, ...(value === undefined ? {} : { value }) });
    });
  }
}
