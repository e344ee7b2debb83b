import { ProblemError, type Problem } from '../../base/index.ts';
import type { Connection } from './connection.ts';
import type { RawAnswer } from './queryClient.ts';
import { delayBefore } from './retryPolicy.ts';
import { problemFromAnswer } from './serviceErrors.ts';
import { isTransient, problemFromFailure } from './transportErrors.ts';

/** One thing to ask of the service, however often it takes. */
export interface Exchange<T> {
  /** For the log: what is asked, without its text and without secrets. */
  readonly label: string;
  readonly basic: boolean;
  readonly signal: AbortSignal;
  /** The query, for the place of an error in it. */
  readonly query?: string;
  send(): Promise<RawAnswer>;
  /** Throws ProblemError for an answer that is none. */
  decode(body: string): T;
  /** What of the answer is worth a word in the log. */
  describe?(answer: T): string;
  /** Told what the request waits for. */
  readonly onWait?: ((message: string) => void) | undefined;
}

interface Outcome<T> {
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  readonly transient: boolean;
  readonly answer?: { readonly value: T };
  readonly problem?: Problem;
}

/**
 * Asks the service: waits for a place in the queue, tries again what may pass, and decodes the answer. Throws
 * ProblemError (LA…, SEM…, SYN…) for everything the service or the network refuses, and the signal's reason when cancelled.
 */
export async function exchange<T>(connection: Connection, asked: Exchange<T>): Promise<T> {
  const { queue, timers, retries } = connection;
  const onWaiting = (ahead: number) => {
    if (ahead > 0) asked.onWait?.(`Waiting: ${ahead === 1 ? 'one query goes' : `${String(ahead)} queries go`} first`);
  };
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await queue.run({ basic: asked.basic, signal: asked.signal, onWaiting }, () => attemptOnce(connection, asked, attempt));
    if (outcome.answer) return outcome.answer.value;
    const delay = delayBefore(attempt + 1, outcome, retries, Date.now(), timers.random());
    if (delay === undefined) throw new ProblemError(outcome.problem ?? silence);
    asked.onWait?.(`Log Analytics is busy or out of reach; trying again in ${String(Math.max(1, Math.round(delay / 1000)))} s (attempt ${String(attempt + 1)} of ${String(retries.attempts)})`);
    await timers.pause(delay, asked.signal);
  }
}

const silence: Problem = { code: 'LA030', severity: 'error', message: 'Log Analytics gave no answer. Run the query again.' };

async function attemptOnce<T>(connection: Connection, asked: Exchange<T>, attempt: number): Promise<Outcome<T>> {
  const started = connection.timers.now();
  const log = (outcome: string) => {
    const parts = [asked.label, ...(attempt > 1 ? [`attempt ${String(attempt)}`] : []), outcome, `${String(Math.round(connection.timers.now() - started))} ms`];
    connection.log(parts.join(', '));
  };
  let raw: RawAnswer;
  try {
    raw = await asked.send();
  } catch (error) {
    const problem = problemFromFailure(error);
    log(asked.signal.aborted ? 'cancelled' : `no answer (${problem.code})`);
    asked.signal.throwIfAborted();
    return { status: undefined, retryAfter: undefined, transient: isTransient(error), problem };
  }
  if (raw.status !== 200) {
    log(`HTTP ${String(raw.status)}`);
    return { status: raw.status, retryAfter: raw.retryAfter, transient: false, problem: problemFromAnswer(raw.status, raw.body, asked.query ?? '') };
  }
  return decoded(asked, raw, log);
}

function decoded<T>(asked: Exchange<T>, raw: RawAnswer, log: (outcome: string) => void): Outcome<T> {
  try {
    const value = asked.decode(raw.body);
    log(['HTTP 200', asked.describe?.(value)].filter((part) => part !== undefined).join(', '));
    return { status: 200, retryAfter: undefined, transient: false, answer: { value } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    log(`HTTP 200, ${error.problem.code}`);
    // An empty or broken 200 is a passing fault of something between: it is asked again.
    return { status: undefined, retryAfter: raw.retryAfter, transient: error.problem.code === 'LA201' || error.problem.code === 'LA202', problem: error.problem };
  }
}
