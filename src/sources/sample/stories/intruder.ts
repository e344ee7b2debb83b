import { at, day, minute } from '../clock.ts';
import { cast, intruder, people, resources } from '../cast.ts';
import { auditEvent, graphCall, keyDescriptions } from '../activities.ts';
import { signIn, userSignIn } from '../signIns.ts';
import type { World } from '../world.ts';

const { payroll } = cast;
const ownKey = { id: payroll.credential.keyId, type: 'Password', name: 'payroll 2025' } as const;
const newKey = { id: intruder.keyId, type: 'Password', name: 'sync' } as const;
const servicePrincipal = { id: payroll.servicePrincipalId, name: payroll.name, type: 'ServicePrincipal', appId: payroll.appId };
const application = { id: payroll.applicationObjectId, name: payroll.name, type: 'Application', appId: payroll.appId };

/**
 * (f) An intruder with a developer's session adds a credential to a service principal that works without trouble, renames
 * it, signs in with the new credential from an address on the threat-intelligence list and reads mail through Graph. A token
 * of one reader of that mail is used from the same place. The rightful job goes on under the new name, with the old credential.
 */
export function intruderStory(world: World): void {
  for (let run = 0; run < 13; run += 1) rightfulRun(world, at(1, '09:30:00.410') + run * day, payroll.name);
  prepare(world);
  const first = signIn(world, payroll, { time: at(13, '23:31:44.902'), resource: resources.graph, address: intruder.address, name: intruder.newName, keyId: intruder.keyId });
  [people.accountant, people.admin, people.developer].forEach((person, index) => {
    readMail(world, first, at(13, '23:31:46.115') + index * 20_300, person.upn, intruder.address);
  });
  const second = signIn(world, payroll, { time: at(14, '01:05:12.077'), resource: resources.graph, address: intruder.secondAddress, name: intruder.newName, keyId: intruder.keyId });
  readMail(world, second, at(14, '01:05:14.268'), people.accountant.upn, intruder.secondAddress);
  // A refresh token of one of the readers of that mail turns up at the intruder's second address.
  userSignIn(world, people.accountant, { time: at(14, '01:20:40.815'), resource: resources.graph, address: intruder.secondAddress, appId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', appName: 'Microsoft Office', interactive: false });
  rightfulRun(world, at(14, '09:30:00.388'), intruder.newName);
}

function rightfulRun(world: World, time: number, name: string): void {
  const reference = signIn(world, payroll, { time, resource: resources.graph, name });
  graphCall(world, payroll, { time: time + 1250, method: 'GET', path: 'users?$select=id,employeeId', address: payroll.addresses[0], roles: 'User.Read.All Mail.Read', signIn: reference });
}

function readMail(world: World, reference: ReturnType<typeof signIn>, time: number, upn: string, address: string): void {
  graphCall(world, payroll, { time, method: 'GET', path: `users/${upn}/messages?$top=100`, address, roles: 'User.Read.All Mail.Read', signIn: reference });
}

function prepare(world: World): void {
  const by = { ...people.developer, address: intruder.address };
  userSignIn(world, by, { time: at(13, '23:08:51.630'), resource: resources.graph, appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c', appName: 'Azure Portal', interactive: true });
  const added = at(13, '23:11:20.204');
  const common = { category: 'ApplicationManagement', type: 'Update', by } as const;
  auditEvent(world, { ...common, time: added, operation: 'Update application – Certificates and secrets management ', target: application, changed: [{ name: 'KeyDescription', before: keyDescriptions([ownKey]), after: keyDescriptions([ownKey, newKey]) }] });
  auditEvent(world, { ...common, time: added + 140, operation: 'Add service principal credentials', target: servicePrincipal, changed: [{ name: 'KeyDescription', before: keyDescriptions([]), after: keyDescriptions([newKey]) }] });
  const renamed = [{ name: 'DisplayName', before: JSON.stringify([payroll.name]), after: JSON.stringify([intruder.newName]) }];
  auditEvent(world, { ...common, time: added + 3 * minute, operation: 'Update application', target: { ...application, name: intruder.newName }, changed: renamed });
  auditEvent(world, { ...common, time: added + 3 * minute + 320, operation: 'Update service principal', target: { ...servicePrincipal, name: intruder.newName }, changed: renamed });
}
