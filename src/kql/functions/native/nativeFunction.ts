import type { KqlType } from '../../../base/index.ts';
import type { Dynamic } from './dynamicValue.ts';

/** How values of each KQL type reach a native function; datetime and timespan as ticks, decimal and guid as text. */
export interface NativeValues {
  readonly bool: boolean;
  readonly int: bigint;
  readonly long: bigint;
  readonly real: number;
  readonly decimal: string;
  readonly string: string;
  readonly datetime: bigint;
  readonly timespan: bigint;
  readonly guid: string;
  readonly dynamic: Dynamic;
}

export type NativeValue = NativeValues[KqlType] | null;
export type NativeRun = (...values: readonly NativeValue[]) => NativeValue;

/**
 * A scalar function in JavaScript, which the engine adds to DuckDB as `kql_<name>` (src/engine/nativeFunctions.ts). SQL is preferred
 * wherever it says exactly what Kusto does: DuckDB hands chunks of 2,048 rows over to the one JavaScript thread, which costs about
 * 0.05 s per million calls with numbers, 1.1 s with text in and out, and 2 to 4 s with a small dynamic (its JSON is read and written).
 */
export interface NativeFunction {
  readonly name: string;
  /** A null in one of these gives null (an empty text for a text) without a call. */
  readonly parameters: readonly KqlType[];
  /** What may be left out; arrives as null then. */
  readonly optional: readonly KqlType[];
  /** The type of any number of further arguments, null or not. */
  readonly rest?: KqlType;
  readonly result: KqlType;
  /** May give different values for the same arguments, so DuckDB must not call it once for all rows. */
  readonly volatile: boolean;
  /** Called once for each chunk; what it returns is called for each row, and may remember what it prepared for the row before. */
  readonly open: () => NativeRun;
}

type Values<P extends readonly KqlType[]> = { readonly [I in keyof P]: NativeValues[P[I]] };
type MaybeValues<P extends readonly KqlType[]> = { readonly [I in keyof P]: NativeValues[P[I]] | null };

interface Definition<P extends readonly KqlType[], O extends readonly KqlType[], S extends KqlType, R extends KqlType> {
  readonly name: string;
  readonly parameters: P;
  readonly optional?: O;
  readonly rest?: S;
  readonly result: R;
  readonly volatile?: boolean;
}

type Run<P extends readonly KqlType[], O extends readonly KqlType[], S extends KqlType, R extends KqlType> = (...values: [...Values<P>, ...MaybeValues<O>, ...(NativeValues[S] | null)[]]) => NativeValues[R] | null;

/** One row of the tables: the types of `run` follow from the parameters. */
export function native<const P extends readonly KqlType[], R extends KqlType, const O extends readonly KqlType[] = readonly [], S extends KqlType = never>(definition: Definition<P, O, S, R>, run: Run<P, O, S, R>): NativeFunction {
  return nativeWith(definition, () => run);
}

/** The same for a function that prepares something (a pattern, a table) and keeps it from row to row. */
export function nativeWith<const P extends readonly KqlType[], R extends KqlType, const O extends readonly KqlType[] = readonly [], S extends KqlType = never>(definition: Definition<P, O, S, R>, open: () => Run<P, O, S, R>): NativeFunction {
  const { name, parameters, optional = [], rest, result, volatile = false } = definition;
  return { name, parameters, optional, result, volatile, ...(rest ? { rest } : {}), open: open as unknown as () => NativeRun };
}

/** Kusto itself would end the query here, or the local engine cannot say what Kusto would answer. */
export class NativeFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NativeFailure';
  }
}

/** Remembers the result for the last argument: most patterns, formats and lists are the same in every row. */
export function remembering<A, B>(prepare: (argument: A) => B): (argument: A) => B {
  let last: { readonly argument: A; readonly value: B } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, value: prepare(argument) };
    return last.value;
  };
}
