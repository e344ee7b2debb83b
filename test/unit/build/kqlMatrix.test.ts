import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeKqlMatrix } from '../../../src/build/kqlMatrix.ts';

const file = path.resolve('KQL.md');

it('KQL.md is what the engine runs; UPDATE_GENERATED=1 writes it anew', () => {
  if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(file, writeKqlMatrix());
  expect(readFileSync(file, 'utf8')).toBe(writeKqlMatrix());
});

it('KQL.md names an operator, a plugin, a function and an aggregate', () => {
  const text = writeKqlMatrix();
  for (const name of ['`mv-apply`', '`bag_unpack`', '`ipv4_is_private`', '`arg_max`', '`print`', '`make-series`']) expect(text).toContain(name);
});
