import { EngineFailure } from '../protocol/engineClient.ts';
import type { QueryResult, RuleRequest } from '../protocol/index.ts';

type Answer = Extract<RuleRequest, { readonly type: 'answer' }>;

/** Queries that whoever started this process runs, and hands each answer to whoever asked. */
export class AskDesk {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  /** Rejects with EngineFailure where the query failed. */
  async ask(send: (askId: number) => void): Promise<QueryResult> {
    const askId = (this.#last += 1);
    const { result, problems = [] } = await new Promise<Answer>((resolve) => {
      this.#waiting.set(askId, resolve);
      send(askId);
    });
    if (!result) throw new EngineFailure(problems, false);
    return result;
  }

  answer(answer: Answer): void {
    this.#waiting.get(answer.askId)?.(answer);
    this.#waiting.delete(answer.askId);
  }
}
