import { isMap, isNode, parseDocument, type Document } from 'yaml';
import { parseIsoTicks, type JsonValue, type Problem, type Span } from '../../base/index.ts';
import { fieldOf, itemsOf, spanOf } from '../model/ruleView.ts';
import { nearest } from '../validate/check.ts';
import type { Expectation, ExpectationPath } from './expectations.ts';
import type { RuleSchedule } from './runRule.ts';
import { instant, offsetTicks, type RowData } from './testTables.ts';

/** Part of the sample tenant, changed where a test says so. */
export interface SampleSlice {
  /** The tables the rule reads when absent. */
  readonly tables?: readonly string[];
  readonly from?: bigint;
  readonly to?: bigint;
  /** A predicate of KQL per table (`*` for all): rows that meet it are left out. */
  readonly without: Readonly<Record<string, string>>;
  readonly change: readonly { readonly table: string; readonly where: string; readonly set: RowData }[];
}

export interface RuleTest {
  readonly name: string;
  /** Of its name. */
  readonly span: Span;
  /** All of it. */
  readonly whole: Span;
  /** Where an expectation stands; what is nearest above it where it is not written. */
  readonly placeOf: (path: ExpectationPath) => Span;
  readonly schedule: RuleSchedule;
  readonly tables: Readonly<Record<string, readonly RowData[]>>;
  /** Files of rows, relative to the test file. */
  readonly files: Readonly<Record<string, string>>;
  readonly sample?: SampleSlice;
  /** Rows, or a file of them. */
  readonly watchlists: Readonly<Record<string, readonly RowData[] | string>>;
  /** Files with the KQL of saved functions without parameters. */
  readonly functions: Readonly<Record<string, string>>;
  readonly expect: Expectation;
}

export interface RuleTestFile {
  /** Path of the rule, relative to the test file; the file beside it without `.test` when absent. */
  readonly rule?: string;
  readonly tests: readonly RuleTest[];
  readonly problems: readonly Problem[];
}

type Data = Readonly<Record<string, JsonValue>>;

const fileKeys = ['rule', 'defaults', 'tests', 'watchlists', 'functions'];
const testKeys = ['name', 'at', 'schedule', 'tables', 'files', 'sample', 'watchlists', 'functions', 'expect'];
const expectKeys = ['alerts', 'rowCount', 'rows', 'notRows', 'entities', 'severity', 'name', 'description', 'tactics', 'customDetails', 'at'];

/** Reads a `.test.yaml`. What is wrong is said with its place, and the tests without a fault are there all the same. Never throws. */
export function readRuleTests(text: string): RuleTestFile {
  const document = parseDocument(text, { logLevel: 'silent', version: '1.2', merge: true });
  const [error] = document.errors;
  if (error) return { tests: [], problems: [problem('IT160', { start: error.pos[0], length: Math.max(1, error.pos[1] - error.pos[0]) }, `The test file cannot be read: ${error.message.split('\n')[0] ?? ''}`)] };
  const data = document.toJS() as unknown;
  if (!isData(data) || !isMap(document.contents)) return { tests: [], problems: [problem('IT160', { start: 0, length: 1 }, 'A test file begins with "tests:", a list.')] };
  return new TestReader(document, data).read();
}

class TestReader {
  readonly #document: Document;
  readonly #data: Data;
  readonly #problems: Problem[] = [];

  constructor(document: Document, data: Data) {
    this.#document = document;
    this.#data = data;
  }

  read(): RuleTestFile {
    this.#known(this.#data, fileKeys, []);
    const { rule, tests } = this.#data;
    if (!Array.isArray(tests) || tests.length === 0) {
      this.#report('IT162', ['tests'], '"tests" is a list of tests, and there is at least one.');
      return { tests: [], problems: this.#problems };
    }
    const read = (tests as readonly JsonValue[]).flatMap((test, index) => this.#test(test, index) ?? []);
    const names = new Set<string>();
    for (const { name, span } of read) {
      if (names.has(name)) this.#problems.push(problem('IT163', span, `Two tests are called "${name}"; a report could not tell them apart.`));
      names.add(name);
    }
    return { tests: read, problems: this.#problems, ...(typeof rule === 'string' ? { rule } : {}) };
  }

  #test(test: JsonValue, index: number): RuleTest | null {
    const path = ['tests', index];
    if (!isData(test)) return this.#report('IT162', path, 'A test has a name, a time, tables and what is expected.');
    this.#known(test, testKeys, path);
    const { name } = test;
    if (typeof name !== 'string' || name.trim() === '') return this.#report('IT162', path, 'A test needs a "name" that says what it shows.');
    const schedule = this.#schedule(test, path);
    const expect = this.#expectation(test['expect'], schedule?.from ?? 0n, [...path, 'expect']);
    if (!schedule || !expect) return null;
    const sample = this.#sample(test['sample'], schedule.from, [...path, 'sample']);
    return {
      name,
      span: this.#span([...path, 'name']),
      whole: this.#whole(path),
      placeOf: (below) => this.#span([...path, 'expect', ...below]),
      schedule,
      expect,
      tables: this.#tables(test['tables'], [...path, 'tables']),
      files: this.#texts(test['files'], [...path, 'files']),
      watchlists: { ...this.#watchlists(this.#data['watchlists'], ['watchlists']), ...this.#watchlists(test['watchlists'], [...path, 'watchlists']) },
      functions: { ...this.#texts(this.#data['functions'], ['functions']), ...this.#texts(test['functions'], [...path, 'functions']) },
      ...(sample ? { sample } : {}),
    };
  }

  #schedule({ at, schedule }: Data, path: readonly (string | number)[]): RuleSchedule | null {
    if (at !== undefined && schedule !== undefined) return this.#report('IT162', [...path, 'schedule'], 'A test runs "at" one time or over a "schedule", not both.');
    if (schedule === undefined) {
      const ticks = typeof at === 'string' ? parseIsoTicks(at) : undefined;
      return ticks === undefined ? this.#report('IT162', at === undefined ? path : [...path, 'at'], 'A test needs "at", the time the rule runs for, such as 2026-03-01T12:00:00Z.') : { from: ticks, to: ticks };
    }
    const { from, to, every } = isData(schedule) ? schedule : {};
    const first = typeof from === 'string' ? parseIsoTicks(from) : undefined;
    const last = typeof to === 'string' && first !== undefined ? instant(to, first) : undefined;
    const step = typeof every === 'string' ? offsetTicks(every) : undefined;
    if (first === undefined || last === undefined || last < first || (every !== undefined && (step === undefined || step <= 0n))) {
      return this.#report('IT162', [...path, 'schedule'], 'A schedule has "from" and "to", times such as 2026-03-01T00:00:00Z, and may have "every", such as 1h.');
    }
    return { from: first, to: last, ...(step === undefined ? {} : { every: step }) };
  }

  /** Rows with the defaults of their table below them. */
  #tables(value: JsonValue | undefined, path: readonly (string | number)[]): RuleTest['tables'] {
    if (value === undefined) return {};
    if (!isData(value)) return this.#report('IT162', path, '"tables" maps names of tables to lists of rows.') ?? {};
    const defaults = isData(this.#data['defaults']) ? this.#data['defaults'] : {};
    return Object.fromEntries(Object.entries(value).map(([table, rows]) => [table, this.#rows(rows, [...path, table]).map((row) => ({ ...(isData(defaults[table]) ? defaults[table] : {}), ...row }))]));
  }

  #rows(value: JsonValue, path: readonly (string | number)[]): readonly RowData[] {
    if (value === null) return [];
    if (!Array.isArray(value)) return this.#report('IT162', path, 'Rows are a list; each is a mapping of columns to values.') ?? [];
    return (value as readonly JsonValue[]).flatMap((row, index): readonly RowData[] => {
      if (isData(row)) return [row];
      this.#report('IT162', [...path, index], 'A row is a mapping of columns to values.');
      return [];
    });
  }

  #watchlists(value: JsonValue | undefined, path: readonly (string | number)[]): RuleTest['watchlists'] {
    if (value === undefined) return {};
    if (!isData(value)) return this.#report('IT162', path, '"watchlists" maps aliases to rows or to a file.') ?? {};
    return Object.fromEntries(Object.entries(value).map(([alias, rows]) => [alias, typeof rows === 'string' ? rows : this.#rows(rows, [...path, alias])]));
  }

  #texts(value: JsonValue | undefined, path: readonly (string | number)[]): Readonly<Record<string, string>> {
    if (value === undefined) return {};
    if (!isData(value) || Object.values(value).some((item) => typeof item !== 'string')) return this.#report('IT162', path, 'This maps names to paths of files.') ?? {};
    return value as Readonly<Record<string, string>>;
  }

  #sample(value: JsonValue | undefined, base: bigint, path: readonly (string | number)[]): SampleSlice | null {
    if (value === undefined) return null;
    const data = value === true ? {} : value;
    if (!isData(data)) return this.#report('IT162', path, '"sample" is true, or a mapping with "tables", "from", "to", "without" and "change".');
    this.#known(data, ['tables', 'from', 'to', 'without', 'change'], path);
    const { tables, from, to, without, change } = data;
    const time = (text: JsonValue | undefined) => (typeof text === 'string' ? instant(text, base) : undefined);
    const [first, last] = [time(from), time(to)];
    return {
      ...(Array.isArray(tables) ? { tables: (tables as readonly JsonValue[]).map(String) } : {}),
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
      without: typeof without === 'string' ? { '*': without } : this.#texts(without, [...path, 'without']),
      change: (Array.isArray(change) ? (change as readonly JsonValue[]) : []).flatMap((item, index) => {
        const { table, where, set } = isData(item) ? item : {};
        if (typeof table === 'string' && typeof where === 'string' && isData(set)) return { table, where, set };
        return this.#report('IT162', [...path, 'change', index], 'A change has "table", "where" (a predicate of KQL) and "set" (columns and values).') ?? [];
      }),
    };
  }

  #expectation(value: JsonValue | undefined, base: bigint, path: readonly (string | number)[]): Expectation | null {
    const none = { rows: [], notRows: [], entities: [] };
    if (value === 'none') return { ...none, alerts: 0 };
    if (value === 'alert') return { ...none, alerts: 'some' };
    if (!isData(value)) return this.#report('IT162', value === undefined ? path.slice(0, -1) : path, '"expect" is none, alert, or a mapping such as { alerts: 1, rows: [...] }.');
    this.#known(value, expectKeys, path);
    const { alerts, rowCount, rows, notRows, entities, severity, name, description, tactics, customDetails, at } = value;
    const wanted = alerts === undefined ? 'some' : alerts === 'none' ? 0 : alerts;
    if (wanted !== 'some' && typeof wanted !== 'number') return this.#report('IT162', [...path, 'alerts'], '"alerts" is a number, none or some.');
    const times = Array.isArray(at) ? (at as readonly JsonValue[]).map((time) => (typeof time === 'string' ? instant(time, base) : undefined)) : undefined;
    if (times?.includes(undefined) === true) return this.#report('IT162', [...path, 'at'], '"at" is a list of times of runs.');
    return {
      alerts: wanted,
      rows: this.#rows(rows ?? null, [...path, 'rows']),
      notRows: this.#rows(notRows ?? null, [...path, 'notRows']),
      entities: this.#rows(entities ?? null, [...path, 'entities']),
      ...(typeof rowCount === 'number' ? { rowCount } : {}),
      ...(typeof severity === 'string' ? { severity } : {}),
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof description === 'string' ? { description } : {}),
      ...(Array.isArray(tactics) ? { tactics: (tactics as readonly JsonValue[]).map(String) } : {}),
      ...(isData(customDetails) ? { customDetails } : {}),
      ...(times ? { at: times as readonly bigint[] } : {}),
    };
  }

  #known(data: Data, keys: readonly string[], path: readonly (string | number)[]): void {
    for (const key of Object.keys(data)) {
      if (keys.includes(key)) continue;
      const meant = nearest(key, keys);
      this.#report('IT161', [...path, key], `"${key}" means nothing here. ${meant === undefined ? `The keys are ${keys.join(', ')}.` : `"${meant}" does.`}`);
    }
  }

  #report(code: string, path: readonly (string | number)[], message: string): null {
    this.#problems.push(problem(code, this.#span(path), message));
    return null;
  }

  #whole(path: readonly (string | number)[]): Span {
    const node = this.#document.getIn(path, true);
    return isNode(node) ? spanOf(node) : this.#span(path);
  }

  /** The key at the end of the path where there is one, else the value, else whatever is nearest above. */
  #span(path: readonly (string | number)[]): Span {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      if (typeof key === 'string' && isMap(parent)) {
        const field = fieldOf(parent, key);
        if (field) return field.keySpan;
      }
      const item = typeof key === 'number' ? itemsOf(parent as Parameters<typeof itemsOf>[0])[key] : undefined;
      if (item) return { start: spanOf(item).start, length: Math.min(spanOf(item).length, 1) };
    }
    return { start: 0, length: 1 };
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(code: string, span: Span, message: string): Problem {
  return { code, severity: 'error', span, message };
}
