import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteKqlString } from '../../../src/base/index.ts';
import { bindScenario, findScenario, quoteKqlValue, type Scenario } from '../../../src/scenarios/index.ts';
import { kustoDiagnostics } from '../../support/kustoDiagnostics.ts';

function scenario(id: string): Scenario {
  const found = findScenario(id);
  if (!found) throw new Error(id);
  return found;
}

/** Reads a literal back, by the escapes that KQL documents. */
function readLiteral(literal: string): string {
  return JSON.parse(literal) as string;
}

const nasty = ['"', '\\', '\\"', '|', '//', 'a\nb', '\r\n', '\u2028', '\u202e', '$&', '$1', '`', '"; AuditLogs | take 1 //', 'x"', '\u0000', '\ud800', '😀', 'let identity = "";'];

describe('quoteKqlString', () => {
  it.each(nasty)('holds %j on one line and gives it back', (text) => {
    const literal = quoteKqlString(text);
    expect(literal).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(readLiteral(literal)).toBe(text);
  });

  it('gives back any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => readLiteral(quoteKqlString(text)) === text), { numRuns: 500 });
  });

  it('never lets a value end its literal', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '\n', '|', '/', ';', 'a', "'"), maxLength: 20 }), (text) => /^"(?:[^"\\\n]|\\.)*"$/.test(quoteKqlString(text))), { numRuns: 500 });
  });
});

describe('quoteKqlValue', () => {
  it.each([
    ['timespan', '90m', '90m'], ['timespan', '1.5h', '1.5h'], ['timespan', '1.02:03:04', 'time(1.02:03:04)'], ['timespan', '90', undefined], ['timespan', '1d) or (1d', undefined],
    ['long', '12', '12'], ['long', '1e3', undefined], ['long', '', undefined], ['bool', 'TRUE', 'true'], ['bool', 'yes', undefined],
    ['datetime', '2026-03-13T00:00:00Z', 'datetime(2026-03-13T00:00:00Z)'], ['datetime', '2026-02-31', undefined], ['datetime', 'now()', undefined],
  ] as const)('%s %s', (type, text, expected) => {
    expect(quoteKqlValue(type, text)).toBe(expected);
  });
});

describe('bindScenario', () => {
  it('keeps the query as it is when nothing is given', () => {
    const bound = bindScenario(scenario('sp-arm'), {});
    expect(bound).toMatchObject({ ok: true, value: { query: scenario('sp-arm').query, parameters: [{ name: 'identity', value: '' }, { name: 'lookback', value: '14d' }, { name: 'window', value: '90m' }] } });
  });

  it.each(nasty)('changes one line only for %j, and the query stays sound', (text) => {
    const bound = bindScenario(scenario('sp-arm'), { identity: text });
    if (!bound.ok) throw new Error(bound.problems[0]?.message);
    const before = scenario('sp-arm').query.split('\n');
    const after = bound.value.query.split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual([`let identity = ${quoteKqlString(text)};`]);
    expect(kustoDiagnostics(bound.value.query)).toEqual([]);
  });

  it('says which value does not fit, and which parameters there are', () => {
    const bound = bindScenario(scenario('sp-arm'), { window: 'soon', windw: '1h' });
    expect(bound.ok).toBe(false);
    expect(bound.problems.map(({ message }) => message)).toEqual([
      'The scenario sp-arm has no parameter "windw". It takes: identity, lookback, window.',
      'The parameter "window" of sp-arm takes a time span such as 90m, 24h or 14d, not "soon".',
    ]);
  });
});
