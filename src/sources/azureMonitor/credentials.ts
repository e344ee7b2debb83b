import {
  AzureCliCredential,
  DefaultAzureCredential,
  DeviceCodeCredential,
  EnvironmentCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
  type TokenCredentialOptions,
} from '@azure/identity';
import { assertNever } from '../../base/index.ts';
import { demoWorkspace, type Cloud, type DeviceCodePrompt, type WorkspaceAccess } from '../../protocol/index.ts';
import type { TokenRequester } from '../index.ts';

export type Credential = TokenCredential;

export interface CredentialWorld {
  readonly requestToken: TokenRequester;
  readonly deviceCode: (prompt: DeviceCodePrompt) => void;
  /** Options for the requests of the sign-in itself: TLS trust in tests. */
  readonly identity?: TokenCredentialOptions;
}

/** The credential for a chosen way to sign in. Tokens stay in the memory of this process, or of VS Code. */
export function credentialFor(access: WorkspaceAccess, cloud: Cloud, world: CredentialWorld): Credential {
  const tenant = access.tenantId === undefined ? {} : { tenantId: access.tenantId };
  const client = access.clientId === undefined ? {} : { clientId: access.clientId };
  const identity = { authorityHost: cloud.authority, ...world.identity };
  switch (access.auth) {
    case 'editor':
      return editorCredential(access, world.requestToken);
    case 'azureCli':
      return new AzureCliCredential(tenant);
    case 'deviceCode':
      return new DeviceCodeCredential({ ...identity, ...tenant, ...client, userPromptCallback: ({ verificationUri, userCode }) => { world.deviceCode({ url: verificationUri, code: userCode }); } });
    case 'environment':
      return new EnvironmentCredential(identity);
    case 'workloadIdentity':
      return new WorkloadIdentityCredential({ ...identity, ...tenant, ...client });
    case 'managedIdentity':
      return new ManagedIdentityCredential({ ...identity, ...client });
    case 'default':
      return new DefaultAzureCredential({ ...identity, ...tenant });
    case 'demoKey':
      // The key travels in a header of its own (see queryClient); the SDK's client wants a credential all the same.
      return { getToken: () => Promise.resolve({ token: demoWorkspace.key, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) };
    default:
      return assertNever(access.auth);
  }
}

/** Tokens from whoever started the engine: the editor and its account. */
function editorCredential({ tenantId, clientId, cloud }: WorkspaceAccess, requestToken: TokenRequester): Credential {
  return {
    async getToken(scopes, options) {
      const tenant = options?.tenantId ?? tenantId;
      const { token, expiresOn } = await requestToken({
        scopes: typeof scopes === 'string' ? [scopes] : scopes,
        ...(options?.claims === undefined ? {} : { claims: options.claims }),
        ...(tenant === undefined ? {} : { tenantId: tenant }),
        ...(clientId === undefined ? {} : { clientId }),
        ...(cloud === undefined ? {} : { cloud }),
      });
      return { token, expiresOnTimestamp: expiresOn };
    },
  };
}
