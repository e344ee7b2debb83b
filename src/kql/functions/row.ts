import { ProblemError, type KqlType } from '../../base/index.ts';

/** An argument already as SQL, with its KQL type and, for constants, its value. */
export interface SqlArgument {
  readonly sql: string;
  readonly type: KqlType;
  readonly value?: string | number | bigint | boolean | null;
  /** Of a dynamic that is read from another: its text as `tostring` gives it, in one read. */
  readonly text?: string;
  /** Whether it reads a column, so that it may differ from row to row. */
  readonly varies?: () => boolean;
}

export interface LoweringContext {
  readonly asOf: bigint;
  readonly resultType: KqlType;
}

export type Lowering = (args: readonly SqlArgument[], context: LoweringContext) => string;

export interface FunctionRow {
  readonly name: string;
  readonly lower: Lowering;
  /** What differs from Kusto's answer in a way that Kusto leaves open, in one sentence. */
  readonly note?: string;
}

export function rows(table: Readonly<Record<string, Lowering>>): readonly FunctionRow[] {
  return Object.entries(table).map(([name, lower]) => ({ name, lower }));
}

/** SQL of an argument that must be there. */
export function sqlOf(args: readonly SqlArgument[], index: number): string {
  return argument(args, index).sql;
}

export function argument(args: readonly SqlArgument[], index: number): SqlArgument {
  const found = args[index];
  if (!found) throw new ProblemError({ code: 'KQL050', message: 'This call lacks an argument that the local engine needs.' });
  return found;
}

export function refuse(message: string): never {
  throw new ProblemError({ code: 'KQL051', message });
}

export function constantText(args: readonly SqlArgument[], index: number): string {
  const { value } = argument(args, index);
  return typeof value === 'string' ? value : refuse('The local engine needs a string literal here.');
}
