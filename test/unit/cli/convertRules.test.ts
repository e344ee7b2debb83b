import { expect, test } from 'vitest';
import { convertRules } from '../../../src/cli/convertRules.ts';

const rule = (name: string) => `id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01\nname: ${name}\nkind: NRT\nseverity: Medium\nquery: |\n  AuditLogs\n`;

test('several rules of a template are files with names of their own', () => {
  const [template] = convertRules([rule('Owner added'), rule('"Owner: added"'), rule('日本')].join('---\n'));
  expect(template?.name).toBe('azuredeploy.json');
  const files = convertRules(template?.text ?? '');
  expect(files.map(({ name }) => name)).toEqual(['owner-added.yaml', 'owner-added-2.yaml', 'rule.yaml']);
  expect(files[2]?.text).toContain('name: 日本');
});
