import { at, day } from '../clock.ts';
import { azureResource, cast, people, resources } from '../cast.ts';
import { armOperation, auditEvent } from '../activities.ts';
import { idOf } from '../random.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

const federation = (name: string, id: string, subject: string) => ({ Id: id, Name: name, Issuer: 'https://token.actions.githubusercontent.com', Subject: subject, Audiences: ['api://AzureADTokenExchange'] });
const mainBranch = federation('main-branch', cast.gitHub.credential.keyId, 'repo:lindholm-freight/web:ref:refs/heads/main');
const pullRequests = federation('pull-requests', idOf('github-deploy-web/pull-requests'), 'repo:lindholm-freight/web:pull_request');

/** A dormant identity, a pipeline on GitHub that gets a federated credential, and a user-assigned managed identity. */
export function quietOnes(world: World): void {
  signIn(world, cast.dormant, { time: at(1, '11:02:40.300'), resource: resources.sql });
  trust(world, at(3, '14:20:11.800'), [mainBranch], []);
  // The pipeline already works when a second trust is added, for any pull request.
  trust(world, at(9, '16:44:02.300'), [mainBranch, pullRequests], [mainBranch]);
  const site = azureResource('rg-web', 'Microsoft.Web/sites', 'web-front');
  for (let run = 0; run < 10; run += 1) {
    const time = at(4, '13:05:20.640') + run * day;
    const address = cast.gitHub.addresses[run % 2];
    const reference = signIn(world, cast.gitHub, { time, resource: resources.arm, ...(address === undefined ? {} : { address }) });
    armOperation(world, cast.gitHub, { time: time + 41_000, operation: 'Microsoft.Web/sites/write', target: site, address: address ?? '', signIn: reference });
    signIn(world, cast.kubelet, { time: time + 3_600_000, resource: resources.storage });
  }
}

function trust(world: World, time: number, after: readonly object[], before: readonly object[]): void {
  auditEvent(world, {
    time, operation: 'Update application', category: 'ApplicationManagement', type: 'Update', by: people.developer,
    target: { id: cast.gitHub.applicationObjectId, name: cast.gitHub.name, type: 'Application', appId: cast.gitHub.appId },
    changed: [{ name: 'FederatedIdentityCredentials', before: JSON.stringify(before), after: JSON.stringify(after) }],
  });
}
