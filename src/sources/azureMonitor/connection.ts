import type { LogsQueryClientOptions } from '@azure/monitor-query-logs';
import type { Cloud } from '../../protocol/index.ts';
import type { Credential } from './credentials.ts';
import type { RequestQueue, Timers } from './requestQueue.ts';
import type { RetryPolicy } from './retryPolicy.ts';

/** Everything that asking a workspace takes, handed in by whoever opens it. */
export interface Connection {
  readonly cloud: Cloud;
  readonly credential: Credential;
  readonly queue: RequestQueue;
  readonly retries: RetryPolicy;
  readonly timers: Timers;
  /** One line per request: no token, no result. */
  readonly log: (line: string) => void;
  /** More options of the SDK's clients: TLS trust in tests, a proxy in the field. */
  readonly sdk?: LogsQueryClientOptions;
}
