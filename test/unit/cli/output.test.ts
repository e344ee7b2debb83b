import { describe, expect, test } from 'vitest';
import type { Column, Row } from '../../../src/base/index.ts';
import { openFileOutput } from '../../../src/cli/fileOutput.ts';
import { formatOfFile, formatResult } from '../../../src/cli/output.ts';
import { SignInCounter } from '../../../src/cli/signInCounter.ts';

const columns: readonly Column[] = [
  { name: 'Time', type: 'datetime' },
  { name: 'Name', type: 'string' },
  { name: 'N', type: 'long' },
];
const rows: readonly Row[] = [
  ['2026-03-01T10:00:00.0590000Z', '=HYPERLINK("http://x","y")', 5],
  ['2026-03-01T10:00:00.0000000Z', '\u001b[31mred\n', -12],
];

test('a table aligns, right-aligns numbers and shows control characters', () => {
  expect(formatResult({ columns, rows }, 'table')).toBe(
    [
      'Time                      Name                          N',
      '────────────────────────  ──────────────────────────  ───',
      '2026-03-01 10:00:00.059Z  =HYPERLINK("http://x","y")    5',
      '2026-03-01 10:00:00Z      ⟨U+001B⟩[31mred⏎            -12',
      '',
    ].join('\n'),
  );
});

describe('a table in a narrow terminal', () => {
  test('shrinks the widest columns first', () => {
    const lines = formatResult({ columns, rows }, 'table', { width: 40 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines[2]).toContain('…');
  });

  test('names the columns it has no room for', () => {
    expect(formatResult({ columns, rows }, 'table', { width: 18 })).toContain('Not shown for want of width: N.');
  });
});

test('CSV is RFC 4180 and no formula', () => {
  expect(formatResult({ columns, rows: rows.slice(0, 1) }, 'csv')).toBe('Time,Name,N\r\n2026-03-01T10:00:00.0590000Z,"\'=HYPERLINK(""http://x"",""y"")",5\r\n');
});

test('NDJSON names the columns', () => {
  expect(formatResult({ columns, rows: [['2026-03-01T10:00:00.0590000Z', 'a', null]] }, 'ndjson')).toBe('{"Time":"2026-03-01T10:00:00.0590000Z","Name":"a","N":null}\n');
});

test('a long table in a terminal stops after a screenful and says what is left', () => {
  const many = Array.from({ length: 50 }, (_, index): Row => ['2026-03-01T10:00:00.0000000Z', 'a', index]);
  const lines = formatResult({ columns, rows: many }, 'table', { width: 80, height: 30 }).split('\n');
  expect(lines).toHaveLength(2 + 22 + 2);
  expect(lines[24]).toBe('… and 28 more rows: --all shows them here, --out FILE --format csv writes them.');
});

test('sign-ins are counted once, whatever followed them', () => {
  const counter = new SignInCounter({ time: 'T', label: 'L', lane: 'I', followedTime: 'A', followedLabel: 'B', evidence: 'Evidence', signInKey: 'Key' });
  counter.header({ columns: [{ name: 'Key', type: 'string' }, { name: 'Evidence', type: 'string' }] });
  counter.rows([['a', 'token'], ['a', 'identity'], ['b', 'none']]);
  counter.rows([['c', 'none']]);
  expect(counter.summary()).toEqual(['3 sign-ins; 2 were followed by nothing']);
});

test.each([
  ['found.csv', 'csv'],
  ['C:\\cases\\Found.JSON', 'json'],
  ['out/rows.ndjson', 'ndjson'],
  ['found.txt', 'table'],
  ['csv', 'table'],
  [undefined, 'table'],
])('without --format, --out %s is written as %s', (file, format) => {
  expect(formatOfFile(file)).toBe(format);
});

test('--out into a folder that is not there names the folder', async () => {
  await expect(openFileOutput('no-such-folder/found.csv')).rejects.toThrow('"no-such-folder/found.csv" cannot be written: there is no folder "no-such-folder".');
});
