import { ProblemError } from '../../base/index.ts';
import type { SqlStatement } from '../../kql/index.ts';
import { FailedAt, type Session } from '../index.ts';

type Suspect = ReturnType<SqlStatement['suspects']>[number];

const textOf = (error: unknown) => (error instanceof ProblemError ? `${error.problem.code}: ${error.message}` : error instanceof Error ? error.message : String(error));
const firstLine = (error: unknown) => textOf(error).split('\n', 1)[0] ?? '';
const kindOf = (line: string) => /\bKQL\d{3}: [\w-]+/.exec(line)?.[0] ?? line.split(':', 1)[0];

/**
 * The same failure with its place, where one can be told: the parts of the query that can have caused it run alone, in their order, until
 * one fails in the same way; first those that the failure's text points to. `milliseconds` bounds how long that may take.
 */
export async function withPlace(failure: Error, query: string, statement: SqlStatement, session: Session, milliseconds: number): Promise<Error> {
  const line = firstLine(failure);
  let over = false;
  const timer = setTimeout(() => { over = true; session.interrupt(); }, milliseconds);
  const fails = async ({ sql }: Suspect): Promise<boolean> => {
    if (!sql || over) return false;
    try {
      await session.rows(sql());
      return false;
    } catch (error) {
      return kindOf(firstLine(error)) === kindOf(line);
    }
  };
  const first = async (suspects: readonly Suspect[]): Promise<Suspect | undefined> => {
    for (const suspect of suspects) if (await fails(suspect)) return (await first(suspect.parts)) ?? suspect;
    return undefined;
  };
  try {
    const suspects = statement.suspects(line);
    const [only, ...others] = suspects.flatMap((suspect) => (suspect.sql ? [] : [suspect]));
    const found = (await first(suspects)) ?? (only ? (others.length === 0 ? only : undefined) : await first(statement.suspects('')));
    return found ? new FailedAt(failure, found.span, query) : failure;
  } finally {
    clearTimeout(timer);
  }
}
