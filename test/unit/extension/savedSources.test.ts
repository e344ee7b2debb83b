import { expect, test } from 'vitest';
import { savedSourceOf, savedSourcesFrom, withSource, workspaceFrom } from '../../../src/extension/model/index.ts';

const first = '1b4e28ba-2fa1-4d3b-a3f5-9f6ec1f0a7d2';
const second = '2b4e28ba-2fa1-4d3b-a3f5-9f6ec1f0a7d2';

test.each([
  ['a GUID', ` {${first.toUpperCase()}} `, { kind: 'workspace', workspaceId: first, auth: 'editor' }],
  ['several', `${first}, ${second}`, { kind: 'workspace', workspaceId: first, auth: 'editor', additionalWorkspaceIds: [second] }],
  ['the demo workspace', 'demo_workspace', { kind: 'workspace', workspaceId: 'DEMO_WORKSPACE', auth: 'demoKey' }],
  ['one of several that is no GUID', `${first},x`, undefined],
  ['a name', 'contoso-logs', undefined],
])('%s is read from what a person typed', (_name, text, spec) => {
  expect(workspaceFrom(text)).toEqual(spec);
});

test('what is kept comes back as it was, and is told apart by its workspaces', () => {
  const specs = [workspaceFrom(first), workspaceFrom(`${first},${second}`), workspaceFrom('DEMO_WORKSPACE')];
  const kept = savedSourcesFrom(JSON.parse(JSON.stringify(specs.map((spec) => ({ spec })))));
  expect(kept.map(({ spec }) => spec)).toEqual(specs);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
});

test('how a workspace is signed in to, its name and its resource come back; what is no such thing does not', () => {
  const access = { auth: 'deviceCode', cloud: 'usGovernment', tenantId: 'contoso.onmicrosoft.com', clientId: second } as const;
  const spec = { kind: 'workspace', workspaceId: first, ...access, name: 'contoso-logs', resourceId: '/subscriptions/1' } as const;
  expect(savedSourcesFrom([{ spec }])[0]).toMatchObject({ spec, title: 'contoso-logs' });
  const [odd] = savedSourcesFrom([{ spec: { kind: 'workspace', workspaceId: first, auth: 'password', cloud: 'mars', tenantId: 'a b', clientId: 7, name: 7 } }]);
  expect(odd?.spec).toEqual({ kind: 'workspace', workspaceId: first, auth: 'editor' });
});

test('the same workspace signed in to another way takes the place of the old entry', () => {
  const other = savedSourceOf({ kind: 'sample' });
  const before = savedSourceOf({ kind: 'workspace', workspaceId: first, auth: 'editor' });
  const after = savedSourceOf({ kind: 'workspace', workspaceId: first, auth: 'azureCli' });
  expect(withSource([before, other], after)).toEqual([after, other]);
});
