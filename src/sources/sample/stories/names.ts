import { at } from '../clock.ts';
import { azureResource, cast, hostileNames, people, resources, servicePrincipal, type Actor } from '../cast.ts';
import { armOperation, auditEvent } from '../activities.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

/** Where names mislead: one object under three names, two objects under one, and names that are text only if treated as such. */
export function names(world: World): void {
  renamedObject(world);
  sharedName(world);
  hostileNames.forEach((name, index) => {
    const actor = servicePrincipal(name, ['198.51.100.140'], 'clientSecret', `hostile/${String(index)}`);
    signIn(world, actor, { time: at(10, `1${String(index)}:15:00.900`), resource: resources.graph });
  });
}

function renamedObject(world: World): void {
  const lives = [[2, 'crm-connector'], [5, 'crm-connector'], [8, 'crm-connector-v2'], [12, 'crm-bridge']] as const;
  let before: string = lives[0][1];
  for (const [dayOfMonth, name] of lives) {
    if (name !== before) rename(world, cast.crm, at(dayOfMonth, '07:40:00.100'), before, name);
    signIn(world, cast.crm, { time: at(dayOfMonth, '08:00:00.250'), resource: resources.graph, name });
    before = name;
  }
}

function rename(world: World, actor: Actor, time: number, before: string, after: string): void {
  auditEvent(world, {
    time, operation: 'Update service principal', category: 'ApplicationManagement', type: 'Update', by: people.developer,
    target: { id: actor.servicePrincipalId, name: after, type: 'ServicePrincipal', appId: actor.appId },
    changed: [{ name: 'DisplayName', before: JSON.stringify([before]), after: JSON.stringify([after]) }],
  });
}

/** Both agents sign in to ARM; only the northern one then does anything. */
function sharedName(world: World): void {
  const { buildAgentNorth: north, buildAgentSouth: south } = cast;
  const reference = signIn(world, north, { time: at(10, '10:00:04.020'), resource: resources.arm });
  signIn(world, south, { time: at(10, '10:00:31.550'), resource: resources.arm });
  const site = azureResource('rg-web', 'Microsoft.Web/sites', 'web-shop');
  for (const [time, operation] of [['10:01:10.004', 'Microsoft.Web/sites/write'], ['10:01:52.731', 'Microsoft.Web/sites/restart/action']] as const) {
    armOperation(world, north, { time: at(10, time), operation, target: site, address: north.addresses[0], signIn: reference });
  }
}
