import { expect, test } from 'vitest';
import { savedSourcesFrom, workspaceFrom, workspaceIdFault } from '../../../src/extension/model/index.ts';

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
  expect(workspaceIdFault(text) === undefined).toBe(spec !== undefined);
});

test('what is kept comes back as it was, and is told apart by its workspaces', () => {
  const specs = [workspaceFrom(first), workspaceFrom(`${first},${second}`), workspaceFrom('DEMO_WORKSPACE')];
  const kept = savedSourcesFrom(JSON.parse(JSON.stringify(specs.map((spec) => ({ spec })))));
  expect(kept.map(({ spec }) => spec)).toEqual(specs);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
});
