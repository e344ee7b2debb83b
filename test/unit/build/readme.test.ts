import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeReadme } from '../../../src/build/readme.ts';
import { contributions } from '../../../src/extension/index.ts';
import { scenarios } from '../../../src/scenarios/index.ts';

const file = path.resolve('README.md');
const readme = (): string => readFileSync(file, 'utf8');

describe('the generated sections of README.md', () => {
  it('are what the tables say; UPDATE_GENERATED=1 writes them anew', () => {
    if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(file, writeReadme(readme()));
    expect(readme()).toBe(writeReadme(readme()));
  });

  it('name every scenario, every setting and every verb of the command line', () => {
    const text = writeReadme(readme());
    for (const { id } of scenarios) expect(text).toContain(`| \`${id}\` |`);
    for (const key of Object.keys(contributions.settings)) expect(text).toContain(`| \`${key}\` |`);
    for (const verb of ['run', 'query', 'identities', 'tables', 'explain', 'check', 'sample', 'scenarios']) expect(text).toContain(`identity-trail ${verb} `);
  });

  it('leave the text around them alone', () => {
    const sections = ['scenarios', 'cli', 'commands', 'settings'].map((name) => `before ${name}\n<!-- generated: ${name} -->\nold\n<!-- end -->\n`).join('');
    const written = writeReadme(`${sections}after`);
    expect(written).not.toContain('\nold\n');
    expect(written.startsWith('before scenarios\n')).toBe(true);
    expect(written.endsWith('\nafter')).toBe(true);
  });

  it('are missed when a comment is gone', () => {
    expect(() => writeReadme('nothing here')).toThrow('generated: scenarios');
  });
});
