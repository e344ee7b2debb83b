import type { Connection } from './connection.ts';
import { exchange } from './exchange.ts';
import { sendQuery, type Ask } from './queryClient.ts';
import { decodeResponse, type DecodedResponse } from './responseDecoder.ts';

/** Runs one query on the workspace, however often it takes; see `exchange`. */
export function askService(connection: Connection, ask: Ask, onWait?: (message: string) => void): Promise<DecodedResponse> {
  return exchange(connection, {
    label: `${ask.basic ? 'search' : 'query'} ${ask.workspaceId}, ${String(ask.query.length)} characters, timespan ${ask.timespan}`,
    basic: ask.basic,
    signal: ask.signal,
    query: ask.query,
    send: () => sendQuery(connection, ask),
    decode: decodeResponse,
    describe: ({ rows, warnings }) => `${String(rows.length)} rows${warnings.some(({ kind }) => kind !== 'note') ? ', more are missing' : ''}`,
    onWait,
  });
}
