import { clouds, type Cloud, type DeviceCodePrompt, type WorkspaceAccess, type WorkspaceListing, type WorkspaceSpec } from '../../protocol/index.ts';
import type { LogSource, TokenRequester } from '../index.ts';
import type { Connection } from './connection.ts';
import { credentialFor, type CredentialWorld } from './credentials.ts';
import { RequestQueue, realTimers, serviceLimits, type Timers } from './requestQueue.ts';
import { listWorkspaces } from './resourceManager.ts';
import { defaultRetries } from './retryPolicy.ts';
import { cachedCredential, type CachedCredential } from './tokenCache.ts';
import { openWorkspace, type WorkspaceContext } from './workspaceSource.ts';

/** What one opening may use of the world around it. */
export interface WorkspaceWorld {
  readonly requestToken: TokenRequester;
  readonly deviceCode: (prompt: DeviceCodePrompt) => void;
  readonly log: (line: string) => void;
}

export interface WorkspacesOptions {
  /** Endpoints in the place of a cloud's, for a cloud that is not in the table. */
  readonly cloud?: Cloud;
  readonly timers?: Timers;
  readonly limits?: typeof serviceLimits;
  readonly retries?: Connection['retries'];
  readonly sdk?: Connection['sdk'];
  readonly identity?: CredentialWorld['identity'];
}

interface Account {
  readonly credential: CachedCredential;
  readonly queue: RequestQueue;
}

/** Opens workspaces. Those asked with the same account share its tokens and its queue, since the service counts per user. */
export class Workspaces {
  readonly #options: WorkspacesOptions;
  readonly #accounts = new Map<string, Account>();

  constructor(options: WorkspacesOptions = {}) {
    this.#options = options;
  }

  open(spec: WorkspaceSpec, world: WorkspaceWorld, context: WorkspaceContext): Promise<LogSource> {
    const connection = this.#connect(spec, world);
    // Who asks for everything anew may have signed in as somebody else.
    if (context.refresh === true) connection.credential.forget();
    return openWorkspace(spec, connection, context);
  }

  list(access: WorkspaceAccess, world: WorkspaceWorld, signal: AbortSignal): Promise<WorkspaceListing> {
    return listWorkspaces(this.#connect(access, world), signal);
  }

  #connect(access: WorkspaceAccess, world: WorkspaceWorld): Connection & Account {
    const { sdk, timers = realTimers, retries = defaultRetries } = this.#options;
    const cloud = this.#options.cloud ?? clouds[access.cloud ?? 'public'];
    return { ...this.#account(access, cloud, world, timers), cloud, timers, retries, log: world.log, ...(sdk ? { sdk } : {}) };
  }

  #account({ auth, cloud: cloudId, tenantId, clientId }: WorkspaceAccess, cloud: Cloud, world: WorkspaceWorld, timers: Timers): Account {
    const access: WorkspaceAccess = { auth, ...(cloudId === undefined ? {} : { cloud: cloudId }), ...(tenantId === undefined ? {} : { tenantId }), ...(clientId === undefined ? {} : { clientId }) };
    const key = JSON.stringify([auth, cloudId, tenantId, clientId]);
    const known = this.#accounts.get(key);
    if (known) return known;
    const { identity, limits = serviceLimits } = this.#options;
    const account = { credential: cachedCredential(credentialFor(access, cloud, { ...world, ...(identity ? { identity } : {}) })), queue: new RequestQueue(limits, timers) };
    this.#accounts.set(key, account);
    return account;
  }
}
