import { ProblemError } from '../../base/index.ts';
import { patternFault } from './native/index.ts';
import { argument, type SqlArgument } from './row.ts';
import { textOf } from './convert.ts';

/** SQL of a regular expression; one written in the query is judged here, where its place is known. */
export function patternOf(args: readonly SqlArgument[], index: number): string {
  const pattern = argument(args, index);
  const fault = typeof pattern.value === 'string' ? patternFault(pattern.value) : undefined;
  if (fault !== undefined) throw new ProblemError({ code: 'KQL054', message: `The regular expression ${JSON.stringify(pattern.value)} is not valid: ${fault}.` });
  return textOf(pattern);
}
