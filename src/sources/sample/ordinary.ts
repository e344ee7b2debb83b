import { sampleEnd, sampleStart } from './clock.ts';
import { azureResource, cast, managedIdentity, people, resources, servicePrincipal, type Actor, type Person, type Resource } from './cast.ts';
import { armOperation, graphCall, vaultOperation } from './activities.ts';
import { signIn, userSignIn } from './signIns.ts';
import type { World } from './world.ts';

const jobs = ['inventory', 'billing', 'tracking', 'customs', 'fleet', 'hr', 'web', 'archive', 'quotes'] as const;
const roles = ['sync', 'api', 'export', 'monitor'] as const;

/** The identities of everyday traffic; more of them the more records there are. */
function everydayActors(count: number): readonly [Actor, ...Actor[]] {
  const more = Array.from({ length: count }, (_, index): Actor => {
    const round = Math.floor(index / (jobs.length * roles.length));
    const name = `${jobs[index % jobs.length] ?? ''}-${roles[Math.floor(index / jobs.length) % roles.length] ?? ''}${round === 0 ? '' : `-${String(round + 1)}`}`;
    if (index % 4 === 1) return managedIdentity(`func-${name}`, 'systemAssigned', azureResource('rg-functions', 'Microsoft.Web/sites', `func-${name}`));
    if (index % 8 === 3) return managedIdentity(`id-${name}`, 'userAssigned', azureResource('rg-identities', 'Microsoft.ManagedIdentity/userAssignedIdentities', `id-${name}`));
    return servicePrincipal(name, [`192.0.2.${String(150 + (index % 100))}`], index % 8 === 2 ? 'certificate' : 'clientSecret');
  });
  return [cast.functionApp, ...more];
}

/** Writes about this many records of work nobody needs to look at, spread over the fortnight. */
export async function ordinaryTraffic(world: World, records: number): Promise<void> {
  const { random, sink } = world;
  const actors = everydayActors(Math.min(10_000, Math.max(26, Math.floor(records / 250))));
  const first = sink.records;
  for (;;) {
    const written = sink.records - first;
    if (written >= records) return;
    const time = sampleStart + ((sampleEnd - sampleStart - 600_000) * written) / records + random.next() * 60_000;
    if (random.next() < 0.22) personAtWork(world, time);
    else everydayWork(world, actors[random.below(actors.length)] ?? cast.functionApp, time);
    if (written % 512 < 8) await sink.drain();
  }
}

const targets = [resources.arm, resources.graph, resources.storage, resources.keyVault, resources.sql] as const satisfies readonly Resource[];

function everydayWork(world: World, actor: Actor, time: number): void {
  const { random } = world;
  // Each identity keeps to two resources, as real ones do.
  const habit = actor.appId.charCodeAt(0) + (random.next() < 0.8 ? 0 : 1);
  const resource = targets[habit % targets.length] ?? resources.arm;
  if (random.next() < 0.006) {
    signIn(world, actor, { time, resource, error: { code: 90033, reason: 'A transient error has occurred. Please try again.' } });
    return;
  }
  const reference = signIn(world, actor, { time, resource });
  const address = actor.kind === 'servicePrincipal' ? actor.addresses[0] : `10.2.0.${String(4 + (habit % 40))}`;
  const calls = random.below(3);
  for (let call = 0; call < calls; call += 1) {
    const then = time + 400 + call * 1700 + random.below(1500);
    if (resource === resources.arm) armOperation(world, actor, { time: then, operation: 'Microsoft.Storage/storageAccounts/listKeys/action', target: azureResource('rg-data', 'Microsoft.Storage/storageAccounts', 'stlindholm'), address, ...(random.next() < 0.7 ? { signIn: reference } : {}) });
    if (resource === resources.graph) graphCall(world, actor, { time: then, method: 'GET', path: 'users?$select=id,displayName', address, roles: 'User.Read.All', signIn: reference });
    if (resource === resources.keyVault) vaultOperation(world, actor, { time: then, operation: 'SecretGet', vault: 'kv-lindholm-apps', item: `${actor.name}-key`, address });
  }
}

const portal = { appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c', appName: 'Azure Portal' } as const;
const office = { appId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', appName: 'Microsoft Office' } as const;

function personAtWork(world: World, time: number): void {
  const { random } = world;
  const person = random.pick<Person>([people.admin, people.developer, people.accountant]);
  const interactive = random.next() < 0.15;
  userSignIn(world, person, { time, resource: interactive ? resources.arm : resources.graph, interactive, ...(interactive ? portal : office) });
}
