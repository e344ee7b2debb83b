import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/build/processes.mjs';
import { lineCeiling, mayBeLong, sizeExceptions } from '../../src/build/sizeExceptions.mjs';
import { filesUnder, textOf } from './repository.ts';

const code = [...filesUnder('src', /\.(ts|mjs|kql|css)$/), ...filesUnder('test', /\.(ts|mjs)$/), 'esbuild.mjs', 'eslint.config.mjs', 'vitest.config.mjs'];
const thisFile = 'test/architecture/text.test.ts';

test('no file is longer than the ceiling without a named reason', () => {
  const long = code.filter((file) => !mayBeLong(file) && textOf(file).split('\n').length > lineCeiling + 1);
  expect(long).toEqual([]);
});

test('each named exception still exists', () => {
  expect(Object.keys(sizeExceptions).filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test.each([
  ['unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/],
  ['a silenced checker', /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|\bas any\b/],
  ['a skipped or lonely test', /\b(test|it|describe)\.(skip|only|todo)\b/],
  ['a folder beside the repository', /(\.\.\/shared\b|\/work\/)/],
  ['a namespace, enum or decorator that types cannot be stripped from', /^\s*(export )?(const )?(enum|namespace) \w+/m],
])('no file holds %s', (_what, pattern) => {
  expect(code.filter((file) => file !== thisFile && pattern.test(textOf(file)))).toEqual([]);
});

test('source files have camelCase names', () => {
  const odd = filesUnder('src', /\.ts$/).filter((file) => !/^[a-z][A-Za-z0-9]*(\.d)?\.ts$/.test(path.posix.basename(file)));
  expect(odd).toEqual([]);
});
