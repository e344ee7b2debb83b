import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/build/processes.mjs';

let folder = '';

const rule = `id: 6a3f0a51-4a0c-4f3e-9d0c-5f0c7a0f1e11
name: Sign-ins
kind: NRT
severity: Low
query: SigninLogs | where ResultType == 0
`;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'identity-trail-threads-'));
  // More files than one thread takes; the two rules with one ID end up in different batches.
  for (let index = 0; index < 40; index++) writeFileSync(path.join(folder, `q${String(index).padStart(2, '0')}.kql`), `SigninLogs | where Missing${String(index)} == 1`);
  for (const name of ['a.yaml', 'z.yaml']) writeFileSync(path.join(folder, name), rule);
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(jobs: number): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'check', folder, '--format', 'json', '--severity', 'IT001=off', '--jobs', String(jobs)], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('threads find what one finds, in the same order, by the same severities and with the same exit code', { timeout: 120_000 }, () => {
  const one = check(1);
  expect(one.status).toBe(1);
  const found = JSON.parse(one.stdout) as readonly { readonly code: string; readonly path: string }[];
  expect(found.filter(({ code }) => code === 'IT105').map((finding) => path.basename(finding.path))).toEqual(['z.yaml']);
  expect(found.filter(({ code }) => code === 'KS142').length).toBe(40);
  expect(found.map(({ code }) => code)).not.toContain('IT001');
  expect(check(3)).toEqual(one);
});
