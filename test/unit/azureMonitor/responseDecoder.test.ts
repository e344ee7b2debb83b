import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/base/index.ts';
import { decodeResponse } from '../../../src/sources/azureMonitor/responseDecoder.ts';

function body(columns: readonly (readonly [string, string])[], row: readonly unknown[], extra: object = {}): string {
  return JSON.stringify({ tables: [{ name: 'PrimaryResult', columns: columns.map(([name, type]) => ({ name, type })), rows: [row] }], ...extra });
}

function decodedCell(type: string, value: unknown): unknown {
  return decodeResponse(body([['x', type]], [value])).rows[0]?.[0];
}

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
}

describe('cells', () => {
  test.each([
    ['datetime', '2024-03-07T11:47:00.6442361Z', '2024-03-07T11:47:00.6442361Z'],
    ['datetime', '2000-01-02T03:04:05Z', '2000-01-02T03:04:05.0000000Z'],
    ['datetime', null, null],
    ['string', null, ''],
    ['bool', 1, true],
    ['bool', false, false],
    ['dynamic', '{"hello":"world"}', { hello: 'world' }],
    ['dynamic', 'plain', 'plain'],
    ['dynamic', '', null],
    ['real', 'NaN', 'NaN'],
    ['guid', 'A0B1C2D3-0000-0000-0000-000000000000', 'a0b1c2d3-0000-0000-0000-000000000000'],
    ['timespan', '1.02:03:04.0000001', '1.02:03:04.0000001'],
    ['decimal', '1.10', '1.10'],
  ])('%s %j becomes %j', (type, value, expected) => {
    expect(decodedCell(type, value)).toEqual(expected);
  });

  test('a long beyond 2^53 keeps its digits', () => {
    const text = body([['x', 'long']], [0]).replace('[[0]]', '[[9223372036854775807]]');
    expect(decodeResponse(text).rows).toEqual([['9223372036854775807']]);
  });
});

describe('answers that are not the whole truth', () => {
  test('a partial error beside the rows is a warning that says rows are missing', () => {
    const text = body([['x', 'long']], [1], {
      error: { code: 'PartialError', message: 'There were some errors when processing your query.', details: [{ code: 'EngineError', message: 'Query result set has exceeded the internal record count limit 500000' }] },
    });
    const { rows, warnings } = decodeResponse(text);
    expect(rows).toEqual([[1]]);
    expect(warnings).toEqual([
      {
        kind: 'truncated',
        code: 'PartialError',
        severity: 'warning',
        message: 'Log Analytics returned only part of the result: Query result set has exceeded the internal record count limit 500000. Rows are missing; narrow the time range, summarize, or use "fetch all" before you conclude anything.',
      },
    ]);
  });

  test('no table, a cut-off body and an empty body are refused with a code', () => {
    expect(codeOf(() => decodeResponse('{"tables":[]}'))).toBe('LA200');
    expect(codeOf(() => decodeResponse('null'))).toBe('LA200');
    expect(codeOf(() => decodeResponse('{"tables":[{"name":"P'))).toBe('LA201');
    expect(codeOf(() => decodeResponse(''))).toBe('LA202');
  });
});

test('render and CPU time are read where they are', () => {
  const text = body([['x', 'long']], [1], { render: { visualization: 'timechart', title: 'T', xColumn: null }, statistics: { query: { resourceUsage: { cpu: { totalCpu: '00:00:01.5000000' } } } } });
  expect(decodeResponse(text)).toMatchObject({ render: { visualization: 'timechart', properties: { title: 'T' } }, statistics: { cpuMs: 1500 } });
});
