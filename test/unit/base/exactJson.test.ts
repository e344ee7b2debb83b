import { expect, test } from 'vitest';
import { parseExactJson } from '../../../src/base/index.ts';

test.each([
  ['{"a":9007199254740993}', { a: '9007199254740993' }],
  ['[-9223372036854775808,1]', ['-9223372036854775808', 1]],
  ['{"a":"9007199254740993","b":"x\\"9007199254740993"}', { a: '9007199254740993', b: 'x"9007199254740993' }],
  ['[9007199254740991]', [9007199254740991]],
  ['[12345678901234567.5]', [12345678901234567.5]],
  ['[1e20, "1234567890123456789"]', [1e20, '1234567890123456789']],
  ['null', null],
])('%s', (text, expected) => {
  expect(parseExactJson(text)).toEqual(expected);
});

test('what is no JSON throws as JSON.parse does', () => {
  expect(() => parseExactJson('{"a":9007199254740993')).toThrow(SyntaxError);
});
