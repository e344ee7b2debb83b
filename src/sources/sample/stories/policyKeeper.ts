import { at } from '../clock.ts';
import { cast, resources } from '../cast.ts';
import { auditEvent, graphCall } from '../activities.ts';
import { idOf } from '../random.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

/**
 * (d) A service principal with a certificate reads Conditional Access policies each night; one night it deletes one. The
 * Graph record links to the sign-in by token, the audit record says what was deleted but not from where.
 */
export function policyKeeper(world: World): void {
  const { policyKeeper: actor } = cast;
  const call = { address: actor.addresses[0], roles: 'Policy.Read.All Policy.ReadWrite.ConditionalAccess' };
  for (let night = 2; night <= 14; night += 1) {
    const reference = signIn(world, actor, { time: at(night, '22:41:05.318'), resource: resources.graph });
    graphCall(world, actor, { ...call, time: at(night, '22:41:06.020'), method: 'GET', path: 'identity/conditionalAccess/policies', signIn: reference });
    if (night !== 11) continue;
    const policyId = idOf('policy/require-mfa-for-admins');
    graphCall(world, actor, { ...call, time: at(night, '22:41:07.244'), method: 'DELETE', path: `identity/conditionalAccess/policies/${policyId}`, status: 204, signIn: reference });
    auditEvent(world, {
      time: at(night, '22:41:07.611'), operation: 'Delete Conditional Access policy', category: 'Policy', type: 'Delete', by: actor,
      target: { id: policyId, name: 'Require MFA for administrators', type: 'Policy' },
      changed: [{ name: 'ConditionalAccessPolicy', before: JSON.stringify({ displayName: 'Require MFA for administrators', state: 'enabled' }), after: null }],
    });
  }
}
