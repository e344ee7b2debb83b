import { at, minute } from '../clock.ts';
import { cast, resources } from '../cast.ts';
import { workflowRun } from '../activities.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

/**
 * (c) A Logic App runs 12 minutes after its service principal signed in to the Log Analytics API. Run records name no
 * identity, so only time ties them together. The sign-in of the day after is followed by no run.
 */
export function invoiceLogic(world: World): void {
  const start = at(11, '06:03:10.500');
  signIn(world, cast.invoiceLogic, { time: start, resource: resources.logAnalytics });
  ['Run_query_and_list_results', 'For_each_invoice', 'Send_to_ledger'].forEach((action, index) => {
    workflowRun(world, { time: start + 12 * minute + index * 1400, workflow: 'invoice-intake', action, runId: '08584512345678901234567890123CU20' });
  });
  signIn(world, cast.invoiceLogic, { time: at(12, '06:03:11.040'), resource: resources.logAnalytics });
}
