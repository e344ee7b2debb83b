import type { CloudId } from './clouds.ts';

/** The ways to sign in to a workspace. Each is a name a person can choose, on the command line by its `option`. */
export const signInWays = {
  editor: { option: 'editor', title: "VS Code's Microsoft account", detail: 'The account you are signed in with in VS Code.', needsEditor: true },
  azureCli: { option: 'azure-cli', title: 'Azure CLI', detail: 'The account of "az login" on this machine.', needsEditor: false },
  deviceCode: { option: 'device-code', title: 'Device code', detail: 'You enter a code on a web page, on this or another machine.', needsEditor: false },
  environment: { option: 'environment', title: 'Environment variables', detail: 'AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret or certificate, as in pipelines.', needsEditor: false },
  workloadIdentity: { option: 'workload-identity', title: 'Workload identity federation', detail: 'A federated token from a file (AZURE_FEDERATED_TOKEN_FILE), as in Kubernetes and pipelines.', needsEditor: false },
  managedIdentity: { option: 'managed-identity', title: 'Managed identity', detail: 'The identity of the Azure machine this runs on.', needsEditor: false },
  default: { option: 'default', title: "What @azure/identity finds", detail: 'Environment, workload identity, managed identity, Azure CLI and others, in this order.', needsEditor: false },
  demoKey: { option: 'demo', title: 'Public demo key', detail: "Microsoft's demo workspace, without signing in.", needsEditor: false },
} as const satisfies Record<string, { readonly option: string; readonly title: string; readonly detail: string; readonly needsEditor: boolean }>;

export type SignInWay = keyof typeof signInWays;

/** What to sign in with, and where. */
export interface WorkspaceAccess {
  readonly auth: SignInWay;
  /** The public cloud when absent. */
  readonly cloud?: CloudId;
  /** Directory (tenant) ID; the account's own when absent. */
  readonly tenantId?: string;
  /** Application ID of a client of one's own, where VS Code's or the CLI's may not ask for logs. */
  readonly clientId?: string;
}

/** The workspace that Microsoft documents for use without signing in, and its public key. */
export const demoWorkspace = { workspaceId: 'DEMO_WORKSPACE', key: 'DEMO_KEY' } as const;

/** Ways to go on when one was refused, in the order they are offered. */
export function otherWays(refused: SignInWay): readonly SignInWay[] {
  const order: readonly SignInWay[] = ['azureCli', 'deviceCode', 'environment', 'workloadIdentity', 'managedIdentity', 'editor'];
  return order.filter((way) => way !== refused);
}

/** Shown to a person who signs in on a web page of Microsoft's. */
export interface DeviceCodePrompt {
  readonly url: string;
  readonly code: string;
}
