import { at } from '../clock.ts';
import { azureResource, cast, resources, tenant } from '../cast.ts';
import { armOperation } from '../activities.ts';
import { idOf } from '../random.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

const elsewhere = '198.51.100.77';

/**
 * (b) Four sign-ins of a deployment pipeline to Azure Resource Manager. One is followed by a deployment; three come from
 * one other address and nothing follows. One of the three falls between the pipeline's sign-in and its work, so that
 * time alone would hand it the whole deployment. Most operations carry the token's `uti`; the database writes and the policy
 * audit do not, as in real records, and are told apart by object ID and address.
 */
export function pipeline(world: World): void {
  const { pipeline: actor } = cast;
  signIn(world, actor, { time: at(12, '04:17:22.118'), resource: resources.arm, address: elsewhere });
  const deployment = signIn(world, actor, { time: at(12, '09:30:10.640'), resource: resources.arm });
  signIn(world, actor, { time: at(12, '09:30:41.093'), resource: resources.arm, address: elsewhere });
  signIn(world, actor, { time: at(12, '21:58:07.355'), resource: resources.arm, address: elsewhere });

  const server = azureResource('rg-orders', 'Microsoft.Sql/servers', 'sql-orders');
  const group = `/subscriptions/${tenant.subscriptionId}/resourceGroups/rg-orders`;
  const correlationId = idOf('pipeline/deployment');
  const operation = (time: string, name: string, target: string, more: object = { signIn: deployment }) => {
    armOperation(world, actor, { time: at(12, time), operation: name, target, address: actor.addresses[0], correlationId, ...more });
  };
  operation('09:31:02.411', 'Microsoft.Resources/deployments/validate/action', `${group}/providers/Microsoft.Resources/deployments/orders-db`);
  operation('09:31:09.877', 'Microsoft.Sql/servers/write', server);
  operation('09:33:40.020', 'Microsoft.Sql/servers/firewallRules/write', `${server}/firewallRules/AllowBuildAgents`);
  operation('09:34:12.506', 'Microsoft.Sql/servers/databases/write', `${server}/databases/orders`, {});
  operation('09:34:13.171', 'Microsoft.Sql/servers/databases/write', `${server}/databases/orders-archive`, {});
  operation('09:34:15.930', 'Microsoft.Authorization/policies/audit/action', server, { category: 'Policy' });
}
