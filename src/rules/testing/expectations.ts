import { cellText, type CellValue, type JsonValue } from '../../base/index.ts';
import type { Alert, AlertEntity, NamedRow } from './alerts.ts';
import type { RuleRun } from './runRule.ts';

type Conditions = Readonly<Record<string, JsonValue>>;

/** What a test says about all alerts of its runs. */
export interface Expectation {
  /** How many alerts there are; `some` for at least one. */
  readonly alerts: number | 'some';
  /** How many rows the runs give, those without an alert included. */
  readonly rowCount?: number;
  /** Each has to be met by a row of its own. */
  readonly rows: readonly Conditions[];
  readonly notRows: readonly Conditions[];
  readonly entities: readonly Conditions[];
  readonly severity?: string;
  readonly name?: string;
  readonly description?: string;
  readonly tactics?: readonly string[];
  readonly customDetails?: Conditions;
  /** Ticks of the runs that alert, in order. */
  readonly at?: readonly bigint[];
}

export interface Failure {
  readonly message: string;
  /** Lines below the message. */
  readonly details: readonly string[];
  /** The row that was missed, for finding out where the query lost it. */
  readonly missed?: Conditions;
  /** The two sides, line by line, for a view that compares them. */
  readonly expected: string;
  readonly actual: string;
  /** What is not met, as a path below `expect`. */
  readonly path: ExpectationPath;
}

export type ExpectationPath = readonly (string | number)[];

/** Everything the runs did otherwise than expected; empty when the test passes. */
export function compare(expectation: Expectation, runs: readonly RuleRun[], wire: (ticks: bigint) => string): readonly Failure[] {
  const alerts = runs.flatMap((run) => run.alerts);
  const rows = runs.flatMap(({ result }) => result.rows.map((row): NamedRow => Object.fromEntries(result.columns.map((column, index) => [column.name, row[index] ?? null]))));
  return [
    ...compareCount(expectation, alerts, rows),
    ...compareTimes(expectation, alerts, wire),
    ...compareRowCount(expectation, rows),
    ...missingRows(expectation.rows, rows),
    ...unwantedRows(expectation.notRows, rows),
    ...missingEntities(expectation.entities, alerts),
    ...compareTexts(expectation, alerts),
  ];
}

function compareCount({ alerts: expected, rows: conditions }: Expectation, alerts: readonly Alert[], rows: readonly NamedRow[]): readonly Failure[] {
  if (expected === 'some' ? alerts.length > 0 : alerts.length === expected) return [];
  const message = `expected ${expected === 'some' ? 'an alert' : expected === 0 ? 'no alert' : count(expected, 'alert')}, got ${alerts.length === 0 ? 'none' : String(alerts.length)}`;
  const details = alerts.length > 0 ? alerts.slice(0, 5).map((alert) => `${alert.at} ${alert.name}: ${count(alert.rows.length, 'row')}${alert.rows[0] ? `, first ${showRow(alert.rows[0])}` : ''}`) : rows.slice(0, 3).map((row) => `row without alert: ${showRow(row)}`);
  const [missed = {}] = conditions;
  const sides = { expected: expected === 'some' ? 'at least 1 alert' : count(expected, 'alert'), actual: [count(alerts.length, 'alert'), ...details].join('\n'), path: ['alerts'] };
  return [{ message, details, ...sides, ...(alerts.length === 0 ? { missed } : {}) }];
}

function compareRowCount({ rowCount }: Expectation, rows: readonly NamedRow[]): readonly Failure[] {
  if (rowCount === undefined || rowCount === rows.length) return [];
  const details = rows.slice(0, 5).map(showRow);
  return [{ message: `expected ${count(rowCount, 'row')}, got ${String(rows.length)}`, details, expected: count(rowCount, 'row'), actual: [count(rows.length, 'row'), ...details].join('\n'), path: ['rowCount'] }];
}

function unwantedRows(unwanted: readonly Conditions[], rows: readonly NamedRow[]): readonly Failure[] {
  return unwanted.flatMap((conditions, index) => {
    const row = rows.find((one) => fits(one, conditions));
    return row ? [{ message: `expected no row with ${showConditions(conditions)}`, details: [`got ${showRow(row)}`], expected: `no row with\n${conditionLines(conditions)}`, actual: rowLines(row, conditions), path: ['notRows', index] }] : [];
  });
}

function compareTimes({ at }: Expectation, alerts: readonly Alert[], wire: (ticks: bigint) => string): readonly Failure[] {
  if (!at) return [];
  const [expected, got] = [at.map(wire), [...new Set(alerts.map((alert) => alert.at))]];
  if (JSON.stringify(expected) === JSON.stringify(got)) return [];
  const details = [`expected ${expected.map(shortTime).join(', ') || 'none'}`, `got      ${got.map(shortTime).join(', ') || 'none'}`];
  return [{ message: 'the runs that alert are others than expected', details, expected: expected.map(shortTime).join('\n'), actual: got.map(shortTime).join('\n'), path: ['at'] }];
}

/** Each expectation takes a row of its own, so that two equal ones need two rows. */
function missingRows(expected: readonly Conditions[], rows: readonly NamedRow[]): readonly Failure[] {
  const free = [...rows];
  return expected.flatMap((conditions, place): readonly Failure[] => {
    const index = free.findIndex((row) => fits(row, conditions));
    if (index >= 0) {
      free.splice(index, 1);
      return [];
    }
    const nearest = [...free].sort((a, b) => matching(b, conditions) - matching(a, conditions))[0];
    const details = nearest ? [`nearest row: ${difference(nearest, conditions)}`] : ['the query gave no other row'];
    return [{ message: `no row has ${showConditions(conditions)}`, details, missed: conditions, expected: conditionLines(conditions), actual: nearest ? rowLines(nearest, conditions) : 'no other row', path: ['rows', place] }];
  });
}

function missingEntities(expected: readonly Conditions[], alerts: readonly Alert[]): readonly Failure[] {
  const entities = alerts.flatMap((alert) => alert.entities);
  return expected.flatMap((conditions, place): readonly Failure[] => {
    if (entities.some((entity) => fitsEntity(entity, conditions))) return [];
    const got = entities.slice(0, 10).map(({ type, identifiers }) => `${type} ${JSON.stringify(identifiers)}`);
    return [{ message: `no alert has the entity ${showConditions(conditions)}`, details: [`entities: ${got.join('; ') || 'none'}`], expected: conditionLines(conditions), actual: got.join('\n') || 'no entity', path: ['entities', place] }];
  });
}

function fitsEntity({ type, identifiers }: AlertEntity, { type: expectedType, ...conditions }: Conditions): boolean {
  return (expectedType === undefined || expectedType === type) && fits(identifiers, conditions);
}

function compareTexts(expectation: Expectation, alerts: readonly Alert[]): readonly Failure[] {
  const texts = (['severity', 'name', 'description'] as const).flatMap((key): readonly Failure[] => {
    const expected = expectation[key];
    const other = expected === undefined ? undefined : alerts.find((alert) => alert[key] !== expected);
    return other && expected !== undefined ? [{ message: `the ${key} of an alert differs`, details: [`expected ${expected}`, `got      ${other[key]}`], expected, actual: other[key], path: [key] }] : [];
  });
  const { tactics, customDetails = {} } = expectation;
  const otherTactics = tactics && alerts.find((alert) => JSON.stringify(alert.tactics) !== JSON.stringify(tactics));
  const details = Object.entries(customDetails).flatMap(([key, condition]): readonly Failure[] => {
    if (alerts.some((alert) => (alert.customDetails[key] ?? []).some((value) => meets(value, condition)))) return [];
    const got = alerts.slice(0, 3).map((alert) => JSON.stringify(alert.customDetails[key] ?? null));
    return [{ message: `no alert has the custom detail ${key} ${showCondition(condition)}`, details: got.map((one) => `got ${one}`), expected: conditionLines({ [key]: condition }), actual: got.map((one) => `${key}: ${one}`).join('\n') || 'no alert', path: ['customDetails', key] }];
  });
  const differing = otherTactics ? [{ message: 'the tactics of an alert differ', details: [`expected ${tactics.join(', ')}`, `got      ${otherTactics.tactics.join(', ')}`], expected: tactics.join('\n'), actual: otherTactics.tactics.join('\n'), path: ['tactics'] }] : [];
  return [...texts, ...differing, ...details];
}

/** Whether a row has every column that is named, with a value that meets the condition. */
export function fits(row: NamedRow, conditions: Conditions): boolean {
  return Object.entries(conditions).every(([column, condition]) => Object.hasOwn(row, column) && meets(row[column] ?? null, condition));
}

/** A plain value means equality; `{contains}`, `{matches}`, `{atLeast}`, `{atMost}` and `{not}` say other things. */
export function meets(value: CellValue, condition: JsonValue): boolean {
  if (isTest(condition)) return Object.entries(condition as Conditions).every(([key, wanted]) => tests[key]?.(value, wanted) ?? false);
  if (typeof condition === 'object' && condition !== null) return canonical(value) === canonical(condition);
  if (condition === null || condition === '') return value === null || value === '';
  return cellText(value) === cellText(condition) || (typeof value === 'string' && sameInstant(value, cellText(condition)));
}

const tests: Readonly<Record<string, (value: CellValue, wanted: JsonValue) => boolean>> = {
  contains: (value, wanted) => cellText(value).includes(cellText(wanted)),
  matches: (value, wanted) => new RegExp(cellText(wanted)).test(cellText(value)),
  atLeast: (value, wanted) => Number(value) >= Number(wanted),
  atMost: (value, wanted) => Number(value) <= Number(wanted),
  not: (value, wanted) => !meets(value, wanted),
};

/** `2026-03-01T12:00:00Z` is `2026-03-01T12:00:00.0000000Z`. */
function sameInstant(a: string, b: string): boolean {
  const strip = (text: string) => text.replace(/\.?0*Z$/, 'Z');
  return /^\d{4}-\d\d-\d\dT/.test(a) && strip(a) === strip(b);
}

/** JSON with the keys in order. */
function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item));
}

function matching(row: NamedRow, conditions: Conditions): number {
  return Object.entries(conditions).filter(([column, condition]) => Object.hasOwn(row, column) && meets(row[column] ?? null, condition)).length;
}

function difference(row: NamedRow, conditions: Conditions): string {
  return Object.entries(conditions)
    .map(([column, condition]) => {
      if (!Object.hasOwn(row, column)) return `${column} is no column of the result`;
      return meets(row[column] ?? null, condition) ? `${column} fits` : `${column} is ${JSON.stringify(row[column])}`;
    })
    .join(', ');
}

/** One line for each column that is asked about, so that a comparison shows the ones that differ. */
function conditionLines(conditions: Conditions): string {
  return Object.entries(conditions).map(([column, condition]) => `${column}: ${isTest(condition) ? showCondition(condition) : JSON.stringify(condition)}`).join('\n');
}

function rowLines(row: NamedRow, conditions: Conditions): string {
  return Object.entries(conditions)
    .map(([column, condition]) => {
      if (!Object.hasOwn(row, column)) return `${column}: no column of the result`;
      const value = row[column] ?? null;
      // Equal sides read the same, however the value is written in the test.
      const shown = !meets(value, condition) ? JSON.stringify(value) : isTest(condition) ? showCondition(condition) : JSON.stringify(condition);
      return `${column}: ${shown}`;
    })
    .join('\n');
}

function isTest(condition: JsonValue): boolean {
  return typeof condition === 'object' && condition !== null && !Array.isArray(condition) && Object.keys(condition).length > 0 && Object.keys(condition).every((key) => Object.hasOwn(tests, key));
}

function showConditions(conditions: Conditions): string {
  return Object.entries(conditions).map(([column, condition]) => `${column} ${showCondition(condition)}`).join(', ') || 'anything';
}

function showCondition(condition: JsonValue): string {
  if (typeof condition === 'object' && condition !== null && !Array.isArray(condition)) return Object.entries(condition as Conditions).map(([key, value]) => `${key} ${JSON.stringify(value)}`).join(' and ');
  return `= ${JSON.stringify(condition)}`;
}

function showRow(row: NamedRow): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  const text = filled.slice(0, 12).map(([column, value]) => `${column}=${cellText(value)}`).join(' ');
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}

function shortTime(wire: string): string {
  return wire.replace(/\.?0*Z$/, 'Z');
}

function count(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`;
}
