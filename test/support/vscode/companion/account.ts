import * as vscode from 'vscode';

/** One sign-in that VS Code asked for: its scopes, and the claims of a challenge. */
export interface AccountQuestion {
  readonly scopes: readonly string[];
  readonly claims?: string;
}

interface Challenge {
  readonly challenges: readonly { readonly params: Readonly<Record<string, string>> }[];
  readonly fallbackScopes?: readonly string[];
}

/** Tokens that carry this meet a demand for more. */
const strongMark = 'strong';

/**
 * A Microsoft account of the sovereign clouds for the in-editor tests: VS Code asks the person, the account says yes. What it
 * was asked for is kept in `globalThis.identityTrailAccount`, where page tests find it.
 */
export class TestAccount implements vscode.AuthenticationProvider {
  readonly #changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly #questions: AccountQuestion[] = [];
  #sessions: vscode.AuthenticationSession[] = [];

  readonly onDidChangeSessions = this.#changed.event;

  static register(): vscode.Disposable {
    const account = new TestAccount();
    Object.assign(globalThis, { identityTrailAccount: account.#questions });
    // The types do not have the option yet, by which challenges reach a provider.
    const options = { supportsMultipleAccounts: false, supportsChallenges: true } as vscode.AuthenticationProviderOptions;
    return vscode.authentication.registerAuthenticationProvider('microsoft-sovereign-cloud', 'Microsoft Sovereign Cloud', account, options);
  }

  getSessions(scopes?: readonly string[]): Promise<vscode.AuthenticationSession[]> {
    return Promise.resolve(this.#sessions.filter((session) => scopes === undefined || session.scopes.join(' ') === [...scopes].join(' ')));
  }

  createSession(scopes: readonly string[]): Promise<vscode.AuthenticationSession> {
    return Promise.resolve(this.#create({ scopes }));
  }

  getSessionsFromChallenges({ fallbackScopes = [] }: Challenge): Promise<vscode.AuthenticationSession[]> {
    return this.getSessions(fallbackScopes).then((sessions) => sessions.filter(({ accessToken }) => accessToken.includes(strongMark)));
  }

  createSessionFromChallenges({ challenges, fallbackScopes = [] }: Challenge): Promise<vscode.AuthenticationSession> {
    const claims = challenges.find(({ params }) => params['claims'] !== undefined)?.params['claims'] ?? '';
    return Promise.resolve(this.#create({ scopes: fallbackScopes, claims: Buffer.from(claims, 'base64').toString() }));
  }

  removeSession(id: string): Promise<void> {
    this.#sessions = this.#sessions.filter((session) => session.id !== id);
    return Promise.resolve();
  }

  #create(question: AccountQuestion): vscode.AuthenticationSession {
    this.#questions.push(question);
    const id = String(this.#questions.length);
    const session = { id, accessToken: `test.${question.claims === undefined ? 'plain' : strongMark}.${id}`, account: { id: 'casey', label: 'casey@contoso.example' }, scopes: [...question.scopes] };
    this.#sessions = [...this.#sessions.filter(({ scopes }) => scopes.join(' ') !== session.scopes.join(' ')), session];
    this.#changed.fire({ added: [session], removed: [], changed: [] });
    return session;
  }
}
