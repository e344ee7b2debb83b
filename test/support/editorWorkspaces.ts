import { startLogAnalyticsService, type Fault, type LogAnalyticsService } from './logAnalyticsService.ts';
import { resourceManager } from './resourceManager.ts';

/** Rows beyond which an answer of this service is cut. */
export const rowLimit = 2_000;

/** A text in a query is the fault that it meets, since the tests run in another process than the service. */
export const markers = { strongerSignIn: 'stronger sign-in', breaksOnce: 'breaks once', slow: 'slow answer' } as const;

/** A Log Analytics workspace and Azure Resource Manager for the in-editor tests. */
export function startEditorWorkspaces(): Promise<LogAnalyticsService> {
  let slices = 0;
  const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');
  const demandMore: Fault = (usual, { headers }) =>
    String(headers['authorization']).includes('strong') ? usual() : { status: 401, body: '{}', headers: { 'www-authenticate': `Bearer realm="", authorization_uri="https://login.example/common", error="insufficient_claims", claims="${claims}"` } };
  const breakThirdSlice: Fault = (usual, { body: { query = '' } }) => {
    if (!/TimeGenerated < datetime\([^)]*\)$/.test(query)) return usual();
    slices += 1;
    return slices === 3 ? { status: 400, body: '{"error":{"code":"BadArgumentError","message":"The cluster is being moved."}}' } : usual();
  };
  const wait: Fault = async (usual) => ({ ...(await usual()), delayMs: 60_000 });
  return startLogAnalyticsService({
    rowLimit,
    resourceManager,
    chooseFault: ({ body: { query = '' } }) => (query.includes(markers.strongerSignIn) ? demandMore : query.includes(markers.breaksOnce) ? breakThirdSlice : query.includes(markers.slow) ? wait : undefined),
  });
}
