import { categoryCoverage } from './category-coverage/scenario.ts';
import { credentialAddedWhileWorking } from './credential-added-while-working/scenario.ts';
import { credentialInventory } from './credential-inventory/scenario.ts';
import { followCorrelationId } from './follow-correlation-id/scenario.ts';
import { identityOverview } from './identity-overview/scenario.ts';
import { miKeyVault } from './mi-keyvault/scenario.ts';
import { newIpForIdentity } from './new-ip-for-identity/scenario.ts';
import { nonInteractiveUserSignIns } from './noninteractive-user-signins/scenario.ts';
import { spArm } from './sp-arm/scenario.ts';
import { spFailedSignIns } from './sp-failed-signins/scenario.ts';
import { spGraph } from './sp-graph/scenario.ts';
import { spLogicApp } from './sp-logicapp/scenario.ts';
import { tableUsage } from './table-usage/scenario.ts';
import { threatIntelIp } from './threat-intel-ip/scenario.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, in the order a list shows them: what an identity did, what looks wrong, then what is there at all. */
export const scenarios: readonly Scenario[] = [
  miKeyVault,
  spArm,
  spLogicApp,
  spGraph,
  spFailedSignIns,
  credentialAddedWhileWorking,
  identityOverview,
  newIpForIdentity,
  threatIntelIp,
  credentialInventory,
  nonInteractiveUserSignIns,
  followCorrelationId,
  tableUsage,
  categoryCoverage,
];

export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
