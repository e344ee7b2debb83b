import { expect, test } from 'vitest';
import { extendable } from '../../../src/sources/index.ts';

test.each([
  ['a text at the end', 'T | where Name == "x"', 'T | where Name == "x"'],
  ['a verbatim text with a pipe and a semicolon', "T | where Name == @'a|b;'", "T | where Name == @'a|b;'"],
  ['a comment at the end', 'T | take 1 // all; "of" them\n', 'T | take 1'],
  ['a semicolon', 'T ; \n', 'T'],
  ['a final render', 'T | summarize count() by Name | render piechart with (title="a | b")', 'T | summarize count() by Name'],
  ['a text that names render', 'T | where Name == "| render x"', 'T | where Name == "| render x"'],
])('an operator can follow a query with %s', (_name, query, base) => {
  expect(extendable(query).trimEnd()).toBe(base);
});
