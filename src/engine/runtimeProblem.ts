import { ProblemError, type Problem } from '../base/index.ts';
import { FailedAt, QueryRefused } from '../sources/index.ts';

interface Explanation {
  readonly pattern: RegExp;
  readonly code: string;
  readonly message: string;
}

/** DuckDB tells the operands of whole-number arithmetic that overflows, written as KQL writes it. */
const arithmetic = /overflow in (?:addition|subtraction|multiplication) of \w+ \((-?\d+ [-+*] -?\d+)\)/i;

/** DuckDB's error kinds, told to someone who wrote KQL. `$1` is DuckDB's own first line. */
const explanations: readonly Explanation[] = [
  { pattern: /out of memory|could not allocate|failed to pin block/i, code: 'ENG002', message: 'The query needs more memory than the engine may use. Narrow the time range, take fewer columns before join or summarize, or raise the engine memory limit. ($1)' },
  { pattern: /no space left|failed to write|could not write/i, code: 'ENG003', message: 'The disk that holds temporary data is full, so the query could not go on. Free some space, then run it again. ($1)' },
  { pattern: /unknown timezone/i, code: 'ENG009', message: 'A time zone in datetime_utc_to_local() or datetime_local_to_utc() is not one that is known here. ($1)' },
  { pattern: arithmetic, code: 'ENG004', message: 'The calculation $2 in the query goes beyond what its type can hold. Convert to real or narrow the values first.' },
  { pattern: /out of range|overflow/i, code: 'ENG004', message: 'A calculation in the query goes beyond what its type can hold. Convert to real or narrow the values first. ($1)' },
  { pattern: /conversion error/i, code: 'ENG005', message: 'A value in the data could not be converted to the type the query asks for. ($1)' },
  { pattern: /regex|regular expression|missing [\])]|missing argument to repetition|invalid escape|no argument for repetition/i, code: 'ENG006', message: 'A regular expression in the query is not valid. ($1)' },
  { pattern: /^(binder|catalog|parser|not implemented|internal)/i, code: 'ENG007', message: 'The local engine could not run what it made of this query. That is a defect of Identity Trail, not of your query; please report it. ($1)' },
  { pattern: /^io error/i, code: 'ENG008', message: 'Reading or writing a file failed. ($1)' },
];

const fallback = { code: 'ENG001', message: 'The engine stopped the query. ($1)' };

/** What our own functions in the database say already names its code and the function of the query. */
const ownFailure = /\b(KQL\d{3}): (.+)/;

/** Problems for whatever a source threw; coded ones pass through, anything else becomes plain words without a stack. */
export function problemsFrom(error: unknown): readonly Problem[] {
  if (error instanceof QueryRefused) return error.problems;
  if (error instanceof ProblemError) return [error.problem];
  if (error instanceof FailedAt) return problemsFrom(error.cause).map((problem) => ({ ...problem, span: error.span, message: `${problem.message.replace(/[.)]?$/, (end) => (end === '' ? '.' : end))} It came from: ${shorten(error.expression, 80)}` }));
  const firstLine = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.trim() ?? '';
  const own = ownFailure.exec(firstLine);
  if (own) return [{ code: own[1] ?? fallback.code, severity: 'error', message: shorten(own[2] ?? '') }];
  const { code, message } = explanations.find(({ pattern }) => pattern.test(firstLine)) ?? fallback;
  return [{ code, severity: 'error', message: message.replace('$1', () => shorten(firstLine)).replace('$2', () => arithmetic.exec(firstLine)?.[1] ?? '') }];
}

function shorten(text: string, longest = 400): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
