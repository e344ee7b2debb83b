import { describe, expect, test } from 'vitest';
import type { CellValue, KqlType } from '../../../src/base/index.ts';
import { compileColumnFilter, isActive, operatorsFor, type FilterOperator } from '../../../src/webview/model/columnFilter.ts';
import type { TimeZoneChoice } from '../../../src/webview/model/formatCell.ts';

function compile(type: KqlType, operator: FilterOperator, text: string, zone: TimeZoneChoice = 'utc'): ReturnType<typeof compileColumnFilter> {
  return compileColumnFilter({ name: 'C', type }, { operator, text }, zone);
}

/** Which of the values pass the filter. */
function passing(type: KqlType, operator: FilterOperator, text: string, values: readonly CellValue[]): readonly CellValue[] {
  const filter = compile(type, operator, text);
  if (!filter.ok) throw new Error(filter.fault);
  return values.filter(filter.test);
}

const names = ['deploy-pipeline', 'Deploy', 'vm-batch', '', null];
const numbers = [null, -3, 0, 2, 10, '9007199254740993'];
const times = ['2026-03-01T23:59:59.9999999Z', '2026-03-02T00:00:00.0000000Z', '2026-03-02T10:30:15.0590000Z', '2026-03-03T00:00:00.0000000Z', null];

test.each<[FilterOperator, string, readonly CellValue[]]>([
  ['contains', 'DEPLOY', ['deploy-pipeline', 'Deploy']],
  ['notContains', 'deploy', ['vm-batch', '', null]],
  ['equals', 'deploy', ['Deploy']],
  ['notEquals', 'deploy', ['deploy-pipeline', 'vm-batch', '', null]],
  ['greater', 'deploy', ['deploy-pipeline', 'vm-batch']],
  ['less', 'DEPLOY-pipeline', ['Deploy', '']],
  ['empty', '', ['', null]],
  ['notEmpty', 'whatever', ['deploy-pipeline', 'Deploy', 'vm-batch']],
])('text %s %j', (operator, text, expected) => expect(passing('string', operator, text, names)).toEqual(expected));

test.each<[FilterOperator, string, readonly CellValue[]]>([
  ['greater', '2', [10, '9007199254740993']],
  ['less', '2', [-3, 0]],
  ['equals', '2.0', [2]],
  ['equals', ' +10 ', [10]],
  ['notEquals', '0', [null, -3, 2, 10, '9007199254740993']],
  ['greater', '9007199254740992', ['9007199254740993']],
  ['contains', '1', [10, '9007199254740993']],
])('numbers %s %j', (operator, text, expected) => expect(passing('long', operator, text, numbers)).toEqual(expected));

test.each<[FilterOperator, string, readonly CellValue[]]>([
  ['equals', '2026-03-02', [times[1]!, times[2]!]],
  ['equals', '2026-03-02T10:30', [times[2]!]],
  ['less', '2026-03-02', [times[0]!]],
  ['greater', '2026-03-02 10', [times[2]!, times[3]!]],
  ['contains', '10:30', [times[2]!]],
  ['notEquals', '2026-03-02', [times[0]!, times[3]!, null]],
])('times %s %j', (operator, text, expected) => expect(passing('datetime', operator, text, times)).toEqual(expected));

test('time spans compare by length', () => {
  const spans = ['00:00:59', '00:01:00', '1.00:00:00'];
  expect(passing('timespan', 'greater', '00:00:59.5', spans)).toEqual(['00:01:00', '1.00:00:00']);
  expect(passing('timespan', 'equals', '0:01', spans)).toEqual(['00:01:00']);
});

test('a decimal compares by value', () => {
  expect(passing('decimal', 'equals', '1.50', ['1.5', '1.500', '1.51'])).toEqual(['1.5', '1.500']);
});

test('JSON is searched as text', () => {
  expect(passing('dynamic', 'contains', '"uti":"tok', [{ uti: 'tok-1' }, { uti: 'other' }, null])).toEqual([{ uti: 'tok-1' }]);
});

describe('a text that cannot be compared says what to write instead', () => {
  test.each<[KqlType, FilterOperator, string, string]>([
    ['long', 'greater', 'ten', 'Write a number'],
    ['int', 'equals', '0x10', 'Write a number'],
    ['timespan', 'less', '5', 'Write a time span, such as 01:30:00'],
    ['datetime', 'greater', 'yesterday', 'Write a date, such as 2026-03-02 or 2026-03-02 10:30'],
  ])('%s %s %j', (type, operator, text, fault) => expect(compile(type, operator, text)).toEqual({ ok: false, fault }));
});

test('less and greater are offered where an order means something', () => {
  expect(operatorsFor('long')).toContain('greater');
  expect(operatorsFor('string')).toContain('less');
  expect(operatorsFor('bool')).not.toContain('greater');
  expect(operatorsFor('dynamic')).not.toContain('less');
});

test('a filter without text does nothing, unless it asks for emptiness', () => {
  expect(isActive({ operator: 'contains', text: '' })).toBe(false);
  expect(isActive({ operator: 'empty', text: '' })).toBe(true);
  expect(isActive(undefined)).toBe(false);
});
