import { ProblemError } from '../base/index.ts';
import { redact, signInProblem, type ClientMessage, type EngineMessage } from '../protocol/index.ts';
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
    const { error = 'the sign-in was not completed' } = answer;
    if (error.includes('AADSTS')) throw new ProblemError(signInProblem(error));
    throw new ProblemError({ code: 'ENG012', message: `No access token for the workspace: ${redact(error)}. Sign in again and repeat the query.` });
  }
  return { token: answer.token, expiresOn: answer.expiresOn };
}
