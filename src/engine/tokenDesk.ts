import { ProblemError } from '../base/index.ts';
import type { ClientMessage, EngineMessage } from '../protocol/index.ts';
import type { AccessToken, TokenRequester } from '../sources/index.ts';

type TokenAnswer = Extract<ClientMessage, { type: 'token' }>;

/** Asks the client for access tokens and hands each answer to whoever asked. */
export class TokenDesk {
  readonly #post: (message: EngineMessage) => void;
  readonly #waiting = new Map<number, (answer: TokenAnswer) => void>();
  #last = 0;

  constructor(post: (message: EngineMessage) => void) {
    this.#post = post;
  }

  readonly request: TokenRequester = async (request) => {
    const tokenId = (this.#last += 1);
    const answer = await new Promise<TokenAnswer>((resolve) => {
      this.#waiting.set(tokenId, resolve);
      this.#post({ type: 'tokenRequest', tokenId, ...request });
    });
    return tokenOf(answer);
  };

  answer(answer: TokenAnswer): void {
    this.#waiting.get(answer.tokenId)?.(answer);
    this.#waiting.delete(answer.tokenId);
  }
}

function tokenOf(answer: TokenAnswer): AccessToken {
  if (answer.token === undefined || answer.expiresOn === undefined) {
    throw new ProblemError({ code: 'ENG012', message: `No access token for the workspace: ${answer.error ?? 'the sign-in was not completed'}. Sign in again and repeat the query.` });
  }
  return { token: answer.token, expiresOn: answer.expiresOn };
}
