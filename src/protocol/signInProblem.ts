import type { Problem } from '../base/index.ts';

/** The next step for a sign-in that failed. The SDK's message may hold anything, so only Microsoft's code is taken from it. */
export function signInProblem(message: string): Problem {
  const aadsts = /AADSTS\d+/.exec(message)?.[0];
  if (aadsts === 'AADSTS65002') {
    return { code: 'LA011', severity: 'error', message: 'This client may not ask for Log Analytics tokens in this tenant (AADSTS65002): Microsoft has not approved the combination. Sign in another way: with the Azure CLI, a device code, a client ID of your own, or a workload identity.' };
  }
  if (aadsts === undefined && /az login|Azure CLI/i.test(message)) {
    return { code: 'LA012', severity: 'error', message: 'The Azure CLI is not installed or not signed in. Run "az login" (with --tenant for a guest tenant), then run the query again.' };
  }
  return {
    code: 'LA010',
    severity: 'error',
    message: `Signing in failed${aadsts ? ` with ${aadsts}` : ': no way to sign in was found'}. On the command line run "az login", or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET; "identity-trail explain ${aadsts ?? 'AADSTS…'}" tells what a code means.`,
  };
}
