import { order, literalOf, type ModelColumn, type ModelRow, type ModelType, type Value } from './value.ts';

/** Choices without meaning of their own: a pick among what fits at a place, and the choices below it. They shrink well. */
export interface Choice {
  readonly pick: number;
  readonly below: readonly Choice[];
}

export interface ModelExpression {
  readonly text: string;
  readonly of: (row: ModelRow) => Value;
}

const literals: Readonly<Record<ModelType, readonly Value[]>> = {
  bool: [true, false],
  long: [0n, 1n, 2n, -3n, 7n],
  real: [0, 0.5, -1.5, 4],
  string: ['', 'a', 'A', 'ab', 'b c'],
  datetime: [639_028_224_000_000_000n, 639_028_260_000_000_001n, 639_029_088_000_000_000n],
};

const hour = 36_000_000_000n;
const day = 24n * hour;

type Build = (child: (index: number, type: ModelType) => ModelExpression) => ModelExpression;

function map1(text: (a: string) => string, run: (a: NonNullable<Value>) => Value, type: ModelType): Build {
  return (child) => {
    const a = child(0, type);
    return { text: text(a.text), of: (row) => strict(run, a.of(row)) };
  };
}

function map2(text: (a: string, b: string) => string, run: (a: NonNullable<Value>, b: NonNullable<Value>) => Value, first: ModelType, second: ModelType = first): Build {
  return (child) => {
    const [a, b] = [child(0, first), child(1, second)];
    return { text: text(a.text, b.text), of: (row) => strict2(run, a.of(row), b.of(row)) };
  };
}

/** Null in, null out. */
function strict(run: (a: NonNullable<Value>) => Value, a: Value): Value {
  return a === null ? null : run(a);
}

function strict2(run: (a: NonNullable<Value>, b: NonNullable<Value>) => Value, a: Value, b: Value): Value {
  return a === null || b === null ? null : run(a, b);
}

/** `==` and `!=` of the reference: two nulls give null, a null and a value are different. */
function equality(operator: '==' | '!=', type: ModelType): Build {
  return (child) => {
    const [a, b] = [child(0, type), child(1, type)];
    return {
      text: `(${a.text} ${operator} ${b.text})`,
      of: (row) => {
        const [x, y] = [a.of(row), b.of(row)];
        return x === null && y === null ? null : (x === y) === (operator === '==');
      },
    };
  };
}

function relational(operator: '<' | '<=' | '>' | '>=', type: ModelType): Build {
  const holds = (sign: number) => (operator === '<' ? sign < 0 : operator === '<=' ? sign <= 0 : operator === '>' ? sign > 0 : sign >= 0);
  return map2((a, b) => `(${a} ${operator} ${b})`, (a, b) => holds(order(a, b)), type);
}

/** Three-valued `and`, `or`: what the other side decides alone needs no value here. */
function logical(operator: 'and' | 'or'): Build {
  const decides = operator === 'or';
  return (child) => {
    const [a, b] = [child(0, 'bool'), child(1, 'bool')];
    return {
      text: `(${a.text} ${operator} ${b.text})`,
      of: (row) => {
        const values = [a.of(row), b.of(row)];
        return values.includes(decides) ? decides : values.includes(null) ? null : !decides;
      },
    };
  };
}

function conditional(type: ModelType): Build {
  return (child) => {
    const [condition, then, otherwise] = [child(0, 'bool'), child(1, type), child(2, type)];
    return { text: `iff(${condition.text}, ${then.text}, ${otherwise.text})`, of: (row) => (condition.of(row) === true ? then.of(row) : otherwise.of(row)) };
  };
}

function firstPresent(type: ModelType): Build {
  return (child) => {
    const [a, b] = [child(0, type), child(1, type)];
    return { text: `coalesce(${a.text}, ${b.text})`, of: (row) => a.of(row) ?? b.of(row) };
  };
}

const isNull = (type: ModelType): Build => (child) => {
  const a = child(0, type);
  return { text: `isnull(${a.text})`, of: (row) => a.of(row) === null };
};

/** Rounds down, also below zero. */
function binned(value: bigint, size: bigint): bigint {
  return value - (((value % size) + size) % size);
}

const text = (value: NonNullable<Value>): string => String(value);
const whole = (value: NonNullable<Value>): bigint => value as bigint;
const number = (value: NonNullable<Value>): number => value as number;

const productions: Readonly<Record<ModelType, readonly Build[]>> = {
  bool: [
    ...(['long', 'real', 'string', 'datetime'] as const).flatMap((type) => [equality('==', type), equality('!=', type)]),
    ...(['long', 'real', 'datetime'] as const).flatMap((type) => [relational('<', type), relational('<=', type), relational('>', type), relational('>=', type)]),
    logical('and'), logical('or'), conditional('bool'), isNull('long'), isNull('datetime'), isNull('real'),
    map2((a, b) => `(${a} =~ ${b})`, (a, b) => text(a).toLowerCase() === text(b).toLowerCase(), 'string'),
    map2((a, b) => `(${a} contains ${b})`, (a, b) => text(a).toLowerCase().includes(text(b).toLowerCase()), 'string'),
    map2((a, b) => `(${a} startswith_cs ${b})`, (a, b) => text(a).startsWith(text(b)), 'string'),
    map2((a, b) => `(${a} !endswith ${b})`, (a, b) => !text(a).toLowerCase().endsWith(text(b).toLowerCase()), 'string'),
    map1((a) => `isempty(${a})`, (a) => a === '', 'string'),
    map1((a) => `(${a} in ('a', 'ab'))`, (a) => a === 'a' || a === 'ab', 'string'),
    map1((a) => `(${a} !in~ ('A', 'q'))`, (a) => text(a).toLowerCase() !== 'a' && text(a).toLowerCase() !== 'q', 'string'),
    map1((a) => `(${a} between (0 .. 2))`, (a) => whole(a) >= 0n && whole(a) <= 2n, 'long'),
  ],
  long: [
    map2((a, b) => `(${a} + ${b})`, (a, b) => whole(a) + whole(b), 'long'),
    map2((a, b) => `(${a} - ${b})`, (a, b) => whole(a) - whole(b), 'long'),
    map1((a) => `(${a} * 3)`, (a) => whole(a) * 3n, 'long'),
    map1((a) => `(${a} / 2)`, (a) => whole(a) / 2n, 'long'),
    map1((a) => `(${a} % 3)`, (a) => ((whole(a) % 3n) + 3n) % 3n, 'long'),
    map1((a) => `bin(${a}, 2)`, (a) => binned(whole(a), 2n), 'long'),
    map1((a) => `(-${a})`, (a) => -whole(a), 'long'),
    map1((a) => `strlen(${a})`, (a) => BigInt(text(a).length), 'string'),
    conditional('long'), firstPresent('long'),
  ],
  real: [
    map2((a, b) => `(${a} + ${b})`, (a, b) => number(a) + number(b), 'real'),
    map1((a) => `(${a} * 0.5)`, (a) => number(a) * 0.5, 'real'),
    map1((a) => `todouble(${a})`, (a) => Number(a), 'long'),
    conditional('real'), firstPresent('real'),
  ],
  string: [
    map2((a, b) => `strcat(${a}, ${b})`, (a, b) => text(a) + text(b), 'string'),
    map1((a) => `toupper(${a})`, (a) => text(a).toUpperCase(), 'string'),
    map1((a) => `tolower(${a})`, (a) => text(a).toLowerCase(), 'string'),
    (child) => {
      const a = child(0, 'long');
      return { text: `tostring(${a.text})`, of: (row) => String(a.of(row) ?? '') };
    },
    map1((a) => `substring(${a}, 1)`, (a) => text(a).slice(1), 'string'),
    conditional('string'),
  ],
  datetime: [
    map1((a) => `(${a} + 1h)`, (a) => whole(a) + hour, 'datetime'),
    map1((a) => `bin(${a}, 1d)`, (a) => binned(whole(a), day), 'datetime'),
    map1((a) => `startofday(${a})`, (a) => binned(whole(a), day), 'datetime'),
    conditional('datetime'), firstPresent('datetime'),
  ],
};

const leaf: Choice = { pick: 0, below: [] };

/** An expression of a type over these columns, as the choices say. Without choices below it is a column or a literal. */
export function expressionOf(choice: Choice, type: ModelType, columns: readonly ModelColumn[]): ModelExpression {
  const fitting = columns.flatMap((column, index) => (column.type === type ? [{ text: `['${column.name}']`, of: (row: ModelRow) => row[index] ?? null }] : []));
  const simple: readonly ModelExpression[] = [...fitting, ...literals[type].map((value) => ({ text: literalOf(value, type), of: () => value }))];
  const builds = productions[type];
  if (choice.below.length === 0) return simple[choice.pick % simple.length]!;
  return builds[choice.pick % builds.length]!((index, wanted) => expressionOf(choice.below[index] ?? leaf, wanted, columns));
}
