import { BIGINT, BOOLEAN, DOUBLE, DuckDBScalarFunction, VARCHAR, type DuckDBConnection, type DuckDBDataChunk, type DuckDBType, type DuckDBVector } from '@duckdb/node-api';
import type { KqlType } from '../base/index.ts';
import { dynamicText, NativeFailure, nativeFunctions, parseDynamic, type NativeFunction, type NativeRun, type NativeValue } from '../kql/index.ts';

/** Adds functions to a database before it is locked. */
export type FunctionRegistrar = (connection: DuckDBConnection) => Promise<void> | void;

/** Makes every native function of the KQL layer callable as `kql_<name>` on all connections of the database. */
export const registerNativeFunctions: FunctionRegistrar = (connection) => {
  for (const definition of nativeFunctions) connection.registerScalarFunction(scalarFunction(definition));
};

const duckTypes: Readonly<Record<KqlType, DuckDBType>> = {
  bool: BOOLEAN, int: BIGINT, long: BIGINT, datetime: BIGINT, timespan: BIGINT, real: DOUBLE, string: VARCHAR, decimal: VARCHAR, guid: VARCHAR, dynamic: VARCHAR,
};

function scalarFunction(definition: NativeFunction): DuckDBScalarFunction {
  const { name, parameters, optional, rest, result, volatile } = definition;
  return DuckDBScalarFunction.create({
    name: `kql_${name}`,
    returnType: duckTypes[result],
    parameterTypes: [...parameters, ...optional].map((type) => duckTypes[type]),
    ...(rest ? { varArgsType: duckTypes[rest] } : {}),
    // Nulls are ours to judge: a text is never null, and what is left out is not what is null.
    specialHandling: true,
    volatile,
    mainFunction: (info, input, output) => {
      try {
        runChunk(definition, input, output);
      } catch (error) {
        info.setError(failureText(name, error));
      }
    },
  });
}

/** Read by runtimeProblem.ts: the code, then which function of the query could not go on. */
function failureText(name: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof NativeFailure ? `KQL060: ${name}(): ${message}` : `KQL099: ${name}() failed, which is a defect of Identity Trail (${message})`;
}

function runChunk({ parameters, optional, rest, result, open }: NativeFunction, input: DuckDBDataChunk, output: DuckDBVector): void {
  const run = open();
  const types = [...parameters, ...optional];
  const readers = Array.from({ length: input.columnCount }, (_, column) => reader(input.getColumnVector(column), types[column] ?? rest ?? 'dynamic'));
  const write = writer(result);
  for (let row = 0; row < input.rowCount; row += 1) output.setItem(row, write(callRow(run, readers, parameters.length, row)));
  output.flush();
}

type Reader = (row: number) => NativeValue;

function callRow(run: NativeRun, readers: readonly Reader[], required: number, row: number): NativeValue {
  const values = readers.map((read) => read(row));
  for (let index = 0; index < required; index += 1) if (values[index] === null) return null;
  return run(...values);
}

function reader(vector: DuckDBVector, type: KqlType): Reader {
  if (type !== 'dynamic') return (row) => vector.getItem(row) as NativeValue;
  let lastText: string | undefined;
  let lastValue: NativeValue = null;
  return (row) => {
    const text = vector.getItem(row) as string | null;
    if (text === null) return null;
    if (text !== lastText) [lastText, lastValue] = [text, parseDynamic(text)];
    return lastValue;
  };
}

type Scalar = Extract<NativeValue, string | number | bigint | boolean | null>;

function writer(type: KqlType): (value: NativeValue) => Scalar {
  if (type === 'dynamic') return (value) => (value === null ? null : dynamicText(value));
  return type === 'string' ? (value) => (value ?? '') as Scalar : (value) => value as Scalar;
}
