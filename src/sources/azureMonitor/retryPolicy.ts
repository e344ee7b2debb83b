/** How often and how patiently a request that may succeed later is sent again. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly firstDelayMs: number;
  /** No delay of ours is longer. */
  readonly longestDelayMs: number;
  /** A service that wants a longer wait than this gets its say told to the person instead. */
  readonly longestRetryAfterMs: number;
}

export const defaultRetries: RetryPolicy = { attempts: 6, firstDelayMs: 1_000, longestDelayMs: 30_000, longestRetryAfterMs: 300_000 };

/** What became of an attempt, as far as trying again depends on it. */
export interface AttemptOutcome {
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  /** The connection failed in a way that may pass (reset, cut off, timed out). */
  readonly transient: boolean;
}

const passingStatuses = new Set([408, 429, 500, 502, 503]);

/**
 * Milliseconds to wait before attempt number `next` (2 is the first retry); undefined when trying again is no use.
 * `Retry-After` in seconds or as a date is honoured to the letter; otherwise the delay doubles, with jitter, up to a cap.
 */
export function delayBefore(next: number, outcome: AttemptOutcome, policy: RetryPolicy, nowMs: number, random: number): number | undefined {
  const passing = outcome.status === undefined ? outcome.transient : passingStatuses.has(outcome.status);
  if (!passing || next > policy.attempts) return undefined;
  const asked = retryAfterMs(outcome.retryAfter, nowMs);
  if (asked !== undefined) return asked > policy.longestRetryAfterMs ? undefined : asked;
  const doubled = policy.firstDelayMs * 2 ** (next - 2);
  return Math.min(policy.longestDelayMs, doubled) * (0.5 + random / 2);
}

/** `Retry-After`: seconds, or an HTTP date; undefined when it is neither. */
export function retryAfterMs(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
