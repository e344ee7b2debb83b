import { expect, test } from 'vitest';
import { accessText, afterMark, afterUse, clientFault, knownWorkspacesFrom, nextStepFor, offeredWays, specOf, tenantFault, typedWorkspace, workspaceGroups, type KnownWorkspace } from '../../../src/extension/model/index.ts';
import type { WorkspaceListing } from '../../../src/protocol/index.ts';

const guid = (digit: string): string => `00000000-0000-4000-8000-${digit.repeat(12)}`;
const resource = (name: string): string => `/subscriptions/s1/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/${name}`;
const listed = (digit: string, name: string, tenantId = 't1', subscriptionId = 's1') => ({ workspaceId: guid(digit), resourceId: resource(name), name, resourceGroup: 'rg', location: 'westeurope', subscriptionId, tenantId });
const listing: WorkspaceListing = {
  tenants: [{ tenantId: 't1', title: 'Contoso' }],
  subscriptions: [{ subscriptionId: 's1', title: 'Production', tenantId: 't1' }],
  workspaces: [listed('2', 'zulu'), listed('1', 'alpha'), listed('3', 'guest', 't2', 's2')],
  problems: [],
};

test('favourites come first, then recent ones, then the list by tenant and subscription; nothing stands twice', () => {
  const known: readonly KnownWorkspace[] = [{ workspaceId: guid('1'), name: 'alpha', favourite: true }, { workspaceId: guid('8'), name: 'old', usedAt: 1 }, { workspaceId: guid('9'), name: 'new', usedAt: 2 }];
  const shown = workspaceGroups(known, listing).map(({ title, workspaces }) => [title, ...workspaces.map(({ name }) => name)]);
  expect(shown).toEqual([['Favourites', 'alpha'], ['Recent', 'new', 'old'], ['Contoso › Production', 'zulu'], ['t2 › s2', 'guest']]);
  expect(workspaceGroups([], undefined)).toEqual([]);
});

test('twelve recent ones are remembered, favourites always', () => {
  let known: readonly KnownWorkspace[] = afterMark([], { workspaceId: guid('f'), name: 'kept' });
  for (const [time, digit] of Array.from('0123456789abcde').entries()) known = afterUse(known, [{ workspaceId: guid(digit) }], time);
  expect(known.filter(({ favourite }) => favourite).map(({ name }) => name)).toEqual(['kept']);
  expect(known.filter(({ favourite }) => !favourite).map(({ workspaceId }) => workspaceId)).toEqual(Array.from('edcba9876543', guid));
});

test('a star is set and taken away; using a favourite keeps it one', () => {
  const marked = afterMark([], { workspaceId: guid('1') });
  expect(afterUse(marked, [{ workspaceId: guid('1'), name: 'alpha' }], 5)).toEqual([{ workspaceId: guid('1'), name: 'alpha', usedAt: 5, favourite: true }]);
  expect(afterMark(marked, { workspaceId: guid('1') })).toEqual([]);
  expect(afterMark(afterUse(marked, [{ workspaceId: guid('1') }], 5), { workspaceId: guid('1') })).toEqual([{ workspaceId: guid('1'), usedAt: 5 }]);
});

test('what was kept is read, and what is no workspace is left out', () => {
  expect(knownWorkspacesFrom([{ workspaceId: guid('1'), name: 7, favourite: true, usedAt: 3 }, { name: 'x' }, null, 'x'])).toEqual([{ workspaceId: guid('1'), favourite: true, usedAt: 3 }]);
  expect(knownWorkspacesFrom('x')).toEqual([]);
});

test.each([
  ['a GUID that is listed', guid('1'), [{ workspaceId: guid('1'), name: 'alpha', resourceId: resource('alpha') }]],
  ['a GUID that is not', guid('7'), [{ workspaceId: guid('7') }]],
  ['several', `${guid('1')}, ${guid('7')}`, [{ workspaceId: guid('1'), name: 'alpha', resourceId: resource('alpha') }, { workspaceId: guid('7') }]],
  ['the demo workspace', 'demo_workspace', [{ workspaceId: 'DEMO_WORKSPACE' }]],
  ['a resource ID', ` ${resource('ALPHA')} `, [{ workspaceId: guid('1'), name: 'alpha', resourceId: resource('alpha') }]],
  ['a link of the portal', `https://portal.azure.com/#@contoso/resource${resource('zulu')}/Overview`, [{ workspaceId: guid('2'), name: 'zulu', resourceId: resource('zulu') }]],
])('%s is known when it is pasted', (_name, text, workspaces) => {
  expect(typedWorkspace(text, listing)).toEqual({ kind: 'workspaces', workspaces });
});

test('a resource ID that the list lacks says so; a word is a search', () => {
  expect(typedWorkspace(resource('hidden'), listing)).toEqual({ kind: 'unlisted', resourceId: resource('hidden') });
  expect(typedWorkspace('alph', listing)).toBeUndefined();
});

test('several workspaces make one source, which the first one names', () => {
  const access = { auth: 'azureCli', tenantId: 'contoso.com' } as const;
  expect(specOf([{ workspaceId: guid('1'), name: 'alpha', resourceId: resource('alpha') }, { workspaceId: guid('2') }], access)).toEqual({ kind: 'workspace', workspaceId: guid('1'), additionalWorkspaceIds: [guid('2')], ...access, name: 'alpha', resourceId: resource('alpha') });
  expect(specOf([], access)).toBeUndefined();
});

test('a way to sign in is told with what is unusual of it, and stands first among those offered', () => {
  expect(accessText({ auth: 'editor', cloud: 'public' })).toBe("VS Code's Microsoft account");
  expect(accessText({ auth: 'deviceCode', cloud: 'china', tenantId: 'contoso.com', clientId: guid('1') })).toBe(`Device code · Azure operated by 21Vianet (China) · tenant contoso.com · client ${guid('1')}`);
  expect(offeredWays('deviceCode')).toEqual(['deviceCode', 'azureCli', 'environment', 'workloadIdentity', 'managedIdentity', 'editor', 'default']);
  expect(new Set(offeredWays('default')).size).toBe(offeredWays('default').length);
});

test('tenants and clients are checked as they are typed', () => {
  expect(['', guid('1'), 'contoso.onmicrosoft.com'].map(tenantFault)).toEqual([undefined, undefined, undefined]);
  expect(tenantFault('contoso')).toContain('directory ID');
  expect(['', guid('1')].map(clientFault)).toEqual([undefined, undefined]);
  expect(clientFault('contoso.com')).toContain('GUID');
});

test.each([
  ['LA011', 'x', 'identityTrail.chooseSignIn', undefined],
  ['LA403', 'x', 'identityTrail.chooseSignIn', undefined],
  ['SEM0100', 'The scenario category-coverage shows what is collected.', 'identityTrail.runScenario', 'category-coverage'],
  ['LA022', 'x', 'workbench.action.openSettings', 'http.proxy'],
  ['LA504', 'x', 'workbench.action.openSettings', 'identityTrail.waitSeconds'],
])('%s leads on by one click', (code, message, command, argument) => {
  expect(nextStepFor([{ code: 'LA043', message: 'x', severity: 'information' }, { code, message, severity: 'error' }])).toMatchObject({ command, ...(argument !== undefined && { argument }) });
});

test('a mistake in the query has no button', () => {
  expect(nextStepFor([{ code: 'SEM0260', message: 'Unknown function', severity: 'error' }])).toBeUndefined();
});
