import type { Problem } from '../../base/index.ts';
import type { ResultWarning } from '../../protocol/index.ts';

/** The `error` of an answer, outermost first. */
export interface PartialApiError {
  readonly code?: string | number;
  readonly message?: string;
  readonly severityName?: string;
  readonly details?: readonly PartialApiError[];
  readonly innererror?: PartialApiError;
}

/** Kusto's own numbers: 0x80DA0003 result set too large, 0x80DA0001 runaway query, 0x80DA0007 low memory. */
const tooLarge = new Set(['-2133196797', '0x80DA0003', 'E_QUERY_RESULT_SET_TOO_LARGE']);

/** The warning for rows that came with an error: HTTP 200 is not success. */
export function partialWarning(error: PartialApiError): ResultWarning {
  const all = flatten(error);
  const truncated = all.some(isTruncation);
  const reason = all.filter(isTruncation).at(-1)?.message ?? deepestMessage(error) ?? 'no reason given';
  return {
    kind: truncated ? 'truncated' : 'partial',
    code: String(error.code ?? 'PartialError'),
    severity: 'warning',
    message: `Log Analytics returned only part of the result: ${reason}${/[.!]$/.test(reason) ? '' : '.'} Rows are missing; ${truncated ? 'narrow the time range, summarize, or use "fetch all"' : 'run the query again'} before you conclude anything.`,
  };
}

/** The problem of a 200 that has no table at all. */
export function problemWithoutTable(error: PartialApiError | undefined): Problem {
  const reason = error === undefined ? undefined : deepestMessage(error);
  return {
    code: 'LA200',
    severity: 'error',
    message: `Log Analytics answered without a result${reason === undefined ? '' : `: ${reason}`}. Nothing is known about the data; run the query again, over a shorter time range if it happens twice.`,
  };
}

function isTruncation({ code, message = '' }: PartialApiError): boolean {
  return tooLarge.has(String(code)) || /E_QUERY_RESULT_SET_TOO_LARGE|80DA0003|exceeded? the (?:internal|allowed|set) .*(?:limit|size)|record count limit|result.*truncated/i.test(message);
}

function flatten(error: PartialApiError): readonly PartialApiError[] {
  return [error, ...(error.innererror ? flatten(error.innererror) : []), ...(error.details ?? []).flatMap(flatten)];
}

/** What the first detail says at its innermost, else what the error says itself. */
function deepestMessage(error: PartialApiError): string | undefined {
  const inner = error.details?.[0] ?? error.innererror;
  return (inner ? deepestMessage(inner) : undefined) ?? error.message;
}
