import * as vscode from 'vscode';
import { clouds } from '../protocol/index.ts';
import type { TokenQuestion } from '../protocol/engineClient.ts';
import { tokenExpiry } from './model/index.ts';

/**
 * Access tokens from VS Code's Microsoft account. A person is asked to sign in only while an action of theirs is under
 * way; otherwise an account that is signed in already is used, or none. Tokens are held by VS Code and never logged.
 */
export class TokenProvider {
  #actions = 0;
  #askAccount = false;

  /** Runs something a person asked for, during which VS Code may ask them to sign in. */
  async duringUserAction<T>(action: () => Promise<T>): Promise<T> {
    this.#actions += 1;
    try {
      return await action();
    } finally {
      this.#actions -= 1;
    }
  }

  /** The next sign-in asks which account to use. */
  askForAccount(): void {
    this.#askAccount = true;
  }

  /** Answers the query process; rejects with a message for a person. */
  async token(question: TokenQuestion): Promise<{ readonly token: string; readonly expiresOn: number }> {
    const session = await this.#session(question);
    if (!session) throw new Error('no Microsoft account is signed in to VS Code');
    return { token: session.accessToken, expiresOn: tokenExpiry(session.accessToken, Date.now()) };
  }

  async #session({ scopes, claims, tenantId, clientId, cloud = 'public' }: TokenQuestion): Promise<vscode.AuthenticationSession | undefined> {
    const provider = clouds[cloud].vscodeProvider;
    const wanted = [...scopes, ...(tenantId === undefined ? [] : [`VSCODE_TENANT:${tenantId}`]), ...(clientId === undefined ? [] : [`VSCODE_CLIENT_ID:${clientId}`])];
    const request = claims === undefined ? wanted : { wwwAuthenticate: `Bearer claims="${Buffer.from(claims).toString('base64')}"`, fallbackScopes: wanted };
    const clearSessionPreference = this.#askAccount && this.#actions > 0;
    const silent = clearSessionPreference ? undefined : await vscode.authentication.getSession(provider, request, { silent: true });
    if (silent || this.#actions === 0) return silent;
    this.#askAccount = false;
    return vscode.authentication.getSession(provider, request, { createIfNone: { detail: 'Identity Trail reads the logs of the workspace with your account.' }, ...(clearSessionPreference && { clearSessionPreference }) });
  }
}
