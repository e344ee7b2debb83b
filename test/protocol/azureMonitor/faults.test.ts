import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError, type Problem } from '../../../src/base/index.ts';
import type { QueryRequest } from '../../../src/protocol/index.ts';
import type { LogSource } from '../../../src/sources/index.ts';
import { errorBody, partialError, resultBody } from '../../support/logAnalyticsBodies.ts';
import { startLogAnalyticsServer, type LogAnalyticsServer, type ServiceAnswer } from '../../support/logAnalyticsServer.ts';
import { tokenMark } from '../../support/logAnalyticsSignIn.ts';
import { cloudOf, openDesk, runOn, type Desk } from '../../support/workspaceWorld.ts';

const usual: ServiceAnswer = { status: 200, body: resultBody([{ name: 'n', type: 'long' }], [[7]]) };
const retries = { attempts: 2, firstDelayMs: 1, longestDelayMs: 2, longestRetryAfterMs: 1_000 };
const query = 'Heartbeat\n| where Computer == "a" | count';

let server: LogAnalyticsServer;
let desk: Desk;
let source: LogSource;
/** Answers a query while a test has something else to say than the usual. */
let answer: ((attempt: number) => ServiceAnswer) | undefined;
let attempts = 0;

beforeAll(async () => {
  server = await startLogAnalyticsServer(({ body }) => (answer !== undefined && body.query !== undefined ? answer((attempts += 1)) : usual));
  desk = openDesk(server, { retries });
  source = await desk.open();
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

async function problemOf(ask: () => Promise<unknown>): Promise<Problem> {
  try {
    await ask();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('The query was answered.');
}

async function withAnswer<T>(reply: (attempt: number) => ServiceAnswer, work: () => Promise<T>): Promise<T> {
  attempts = 0;
  answer = reply;
  try {
    return await work();
  } finally {
    answer = undefined;
  }
}

const kusto = (code: string, message: string, more: object = {}) => errorBody('BadArgumentError', 'The request had some invalid properties', { code: 'SemanticError', message: 'A semantic error occurred.' }, { code, message, ...more });
const gateway = '<html><body><h1>Gateway</h1></body></html>';

/** What the service does, the code a reader sees, words of the sentence and of the next step, and how often it is asked. */
const lasting: readonly (readonly [string, ServiceAnswer, string, RegExp, number])[] = [
  ['a syntax error with its place', { status: 400, body: kusto('SYN0002', 'Query could not be parsed at \'where\'', { line: 2, pos: 2, token: 'where' }) }, 'SYN0002', /does not accept the query: Query could not be parsed/, 1],
  ['a known table that is not collected', { status: 400, body: kusto('SEM0100', "'where' operator: Failed to resolve table or column expression named 'AADServicePrincipalSignInLogs'") }, 'SEM0100', /ServicePrincipalSignInLogs\) is not collected here\. The scenario category-coverage/, 1],
  ['a table nobody knows', { status: 400, body: kusto('SEM0100', "'where' operator: Failed to resolve table or column expression named 'Nonsense_CL'") }, 'SEM0100', /no table or column "Nonsense_CL"\. Check the spelling/, 1],
  ['a column nobody knows', { status: 400, body: kusto('SEM0100', "Failed to resolve scalar expression named 'Computer'") }, 'SEM0100', /no table or column "Computer"/, 1],
  ['a refusal without inner errors', { status: 400, body: errorBody('BadArgumentError', 'The request had some invalid properties') }, 'BadArgumentError', /does not accept the query: The request had some invalid properties/, 1],
  ['a refusal that is a page of HTML', { status: 400, body: gateway }, 'LA400', /no reason given/, 1],
  ['a sign-in that is not accepted', { status: 401, body: errorBody('AuthorizationRequiredError', 'Valid authentication was not provided') }, 'LA401', /sign in again with an account of the workspace's tenant/, 1],
  ['a workspace the account may not read', { status: 403, body: errorBody('InsufficientAccessError', 'The provided credentials have insufficient access') }, 'LA403', /insufficient access\)\. It needs at least the Log Analytics Reader role/, 1],
  ['a refusal that repeats the token', { status: 403, body: errorBody('InsufficientAccessError', `Bearer ${tokenMark}.x may not`) }, 'LA403', /may not read the workspace/, 1],
  ['a workspace that is not there', { status: 404, body: errorBody('WorkspaceNotFoundError', 'The workspace could not be found') }, 'LA404', /Compare the GUID/, 1],
  ['a path that is not there, as HTML', { status: 404, body: gateway }, 'LA404', /check the tenant and cloud/, 1],
  ['a proxy that wants a password', { status: 407, body: gateway }, 'LA407', /HTTPS_PROXY/, 1],
  ['a time-out of the request', { status: 408, body: gateway }, 'LA408', /HTTP 408.*try again/, 2],
  ['a query that is too long', { status: 413, body: gateway }, 'LA413', /Move long lists into a watchlist/, 1],
  ['an address that is too long', { status: 414, body: gateway }, 'LA414', /split the query/, 1],
  ['a status nobody expects', { status: 418, body: '{}' }, 'LA418', /HTTP 418/, 1],
  ['throttling without an end', { status: 429, body: errorBody('ThrottledError', 'Rate limit is exceeded') }, 'LA429', /Rate limit is exceeded\).*Wait a few minutes/, 2],
  ['throttling that names seconds', { status: 429, body: '{}', headers: { 'retry-after': '0' } }, 'LA429', /run fewer queries/, 2],
  ['throttling that names a date', { status: 429, body: '{}', headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } }, 'LA429', /run fewer queries/, 2],
  ['throttling for longer than anybody waits', { status: 429, body: '{}', headers: { 'retry-after': '3600' } }, 'LA429', /Wait a few minutes/, 1],
  ['an error inside the service', { status: 500, body: errorBody('InternalServerError', 'Internal error') }, 'LA500', /HTTP 500: Internal error.*Azure status page/, 2],
  ['a service that lacks the function', { status: 501, body: '{}' }, 'LA501', /HTTP 501/, 1],
  ['a gateway that does not get through', { status: 502, body: gateway }, 'LA502', /behind a proxy, check that first/, 2],
  ['a service that is overloaded', { status: 503, body: errorBody('ServiceUnavailable', 'Service unavailable') }, 'LA503', /status page tells of outages/, 2],
  ['a service that is overloaded and names seconds', { status: 503, body: '{}', headers: { 'retry-after': '0' } }, 'LA503', /in a few minutes/, 2],
  ['a query that takes longer than the wait', { status: 504, body: errorBody('GatewayTimeout', 'Gateway timeout') }, 'LA504', /Narrow the time range.*10 minutes/, 1],
  ['success with nothing', { status: 200, body: '' }, 'LA202', /sent nothing\. Nothing is known about the data/, 2],
  ['success with white space', { status: 200, body: ' \r\n' }, 'LA202', /run the query again/, 2],
  ['no content', { status: 204, body: '' }, 'LA204', /no empty result/, 1],
  ['JSON that ends too soon', { status: 200, body: usual.body.slice(0, -6) }, 'LA201', /broke off or is no JSON/, 2],
  ['the page of a captive portal', { status: 200, body: gateway }, 'LA201', /check for a proxy/, 2],
  ['an object without tables', { status: 200, body: '{}' }, 'LA200', /without a result\. Nothing is known/, 1],
  ['null', { status: 200, body: 'null' }, 'LA200', /without a result/, 1],
  ['an empty list of tables', { status: 200, body: '{"tables":[]}' }, 'LA200', /shorter time range/, 1],
  ['an error where the tables should be', { status: 200, body: JSON.stringify({ tables: [], error: partialError('Runaway query', -2_133_196_799) }) }, 'LA200', /without a result: Runaway query/, 1],
  ['a connection that closes without a word', { ...usual, reset: true }, 'LA023', /broke before the answer was complete/, 2],
  ['a body that is cut off', { ...usual, cutAfter: 20 }, 'LA023', /Nothing was kept/, 2],
  ['a body that says gzip and is none', { ...usual, plain: true, headers: { 'content-encoding': 'gzip' } }, 'LA023', /check VPN and proxy/, 2],
];

describe('a fault that lasts ends in a sentence and a next step', () => {
  test.each(lasting)('%s', async (_name, reply, code, said, asked) => {
    const problem = await withAnswer(() => reply, () => problemOf(() => runOn(source, { query })));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(said);
    expect(problem.message).not.toContain(tokenMark);
    expect(problem.message).not.toContain('<');
    expect(attempts).toBe(asked);
  });

  test('the place of a refused query is the place in the editor', async () => {
    const [, reply] = lasting[0] ?? [];
    const { span } = await withAnswer(() => reply ?? usual, () => problemOf(() => runOn(source, { query })));
    expect(query.slice(span?.start, (span?.start ?? 0) + (span?.length ?? 0))).toBe('where');
  });

  test('a name that is not resolved is marked where it stands', async () => {
    const { span } = await withAnswer(() => ({ status: 400, body: kusto('SEM0100', "Failed to resolve scalar expression named 'Computer'") }), () => problemOf(() => runOn(source, { query })));
    expect(query.slice(span?.start, (span?.start ?? 0) + (span?.length ?? 0))).toBe('Computer');
  });
});

describe('a fault that passes is waited for', () => {
  const passing = lasting.filter(([, , , , asked]) => asked === 2);
  test.each(passing)('%s', async (_name, reply) => {
    const { rows, warnings } = await withAnswer((attempt) => (attempt === 1 ? reply : usual), () => runOn(source, { query }));
    expect(rows).toEqual([[7]]);
    expect(warnings).toEqual([]);
    expect(attempts).toBe(2);
  });
});

const labelled: readonly (readonly [string, ServiceAnswer, string, string, RegExp])[] = [
  ['too many rows', partly('Query result set has exceeded the internal record count limit 500000 (E_QUERY_RESULT_SET_TOO_LARGE)'), 'truncated', 'PartialError', /Rows are missing; narrow the time range/],
  ['too many bytes', partly('Query result set has exceeded the internal data size limit 67108864 (E_QUERY_RESULT_SET_TOO_LARGE)'), 'truncated', 'PartialError', /fetch all/],
  ['a runaway query', partly('Runaway query (E_RUNAWAY_QUERY). Join output block has exceeded memory budget', -2_133_196_799), 'partial', 'PartialError', /run the query again before you conclude/],
  ['too little memory', partly('Low memory condition (E_LOW_MEMORY_CONDITION)', -2_133_196_793), 'partial', 'PartialError', /Rows are missing/],
  ['a second table', { status: 200, body: usual.body.replace('{"tables":[', '{"tables":[{"name":"Other","columns":[{"name":"n","type":"long"}],"rows":[[7]]},') }, 'note', 'ENG023', /2 results/],
];

function partly(message: string, code?: number): ServiceAnswer {
  return { status: 200, body: resultBody([{ name: 'n', type: 'long' }], [[7]], { error: partialError(message, code) }) };
}

describe('HTTP 200 that is not the whole answer keeps its rows and says so', () => {
  test.each(labelled)('%s', async (_name, reply, kind, code, said) => {
    const { rows, warnings } = await withAnswer(() => reply, () => runOn(source, { query }));
    expect(rows).toEqual([[7]]);
    expect(warnings).toMatchObject([{ kind, code }]);
    expect(warnings[0]?.message).toMatch(said);
  });
});

describe('before anything is sent', () => {
  const refused: readonly (readonly [string, QueryRequest, string, RegExp])[] = [
    ['another present', { query, asOf: '2026-01-01T00:00:00Z' }, 'LA001', /keep a local copy/],
    ['a time range that is none', { query, workspace: { timespan: 'yesterday' } }, 'LA042', /such as P7D/],
    ['more days than run without asking', { query: 'Heartbeat | where TimeGenerated > ago(400d) | count', workspace: { confirmDays: 30 } }, 'LA041', /about 400 days, more than the 30 days/],
  ];
  test.each(refused)('%s', async (_name, request, code, said) => {
    const before = server.requests.length;
    const problem = await problemOf(() => runOn(source, request));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(said);
    expect(server.requests).toHaveLength(before);
  });

  test('what was confirmed is sent', async () => {
    expect((await runOn(source, { query: 'Heartbeat | where TimeGenerated > ago(400d) | count', workspace: { confirmDays: 30, confirmed: true } })).rows).toEqual([[7]]);
  });

  test.each([['with a filter of its own', 'Heartbeat | where TimeGenerated > ago(1d)', /Both the time range P7D and/], ['without one', 'Heartbeat', /has no filter on TimeGenerated/]])('which range is in force is said: %s', async (_name, text, said) => {
    const { warnings } = await runOn(source, { query: text, workspace: { timespan: 'P7D' } });
    expect(warnings).toMatchObject([{ kind: 'note', code: 'LA044' }]);
    expect(warnings[0]?.message).toMatch(said);
    expect(server.requests.at(-1)?.body.timespan).toBe('P7D');
  });
});

describe('on the way there', () => {
  const openOn = (options: Parameters<typeof openDesk>[1]) => async () => {
    const other = openDesk(server, { retries, ...options });
    try {
      await other.open();
    } finally {
      await other.close();
    }
  };

  test.each([
    ['a certificate that nobody trusts', () => ({ sdk: {} }), 'LA021', /NODE_EXTRA_CA_CERTS/],
    ['nobody listens', () => ({ cloud: { ...cloudOf(server), logsEndpoint: 'https://localhost:1/v1' } }), 'LA020', /ECONNREFUSED\)\. Check the network/],
  ])('%s', async (_name, options, code, said) => {
    const problem = await problemOf(openOn(options()));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(said);
  });

  test('a body that comes slowly in small pieces is read whole', async () => {
    expect((await withAnswer(() => ({ ...usual, pieceBytes: 7 }), () => runOn(source, { query }))).rows).toEqual([[7]]);
  });

  test('cancelling while the service works ends the request at once', async () => {
    const controller = new AbortController();
    const before = server.abandoned();
    const running = withAnswer(() => {
      setImmediate(() => { controller.abort(new Error('enough')); });
      return { ...usual, delayMs: 60_000 };
    }, () => runOn(source, { query }, controller.signal));
    await expect(running).rejects.toThrow('enough');
    await expect.poll(() => server.abandoned(), { timeout: 10_000 }).toBeGreaterThan(before);
  });

  test('a claims challenge leads to one new token and one more request', async () => {
    const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');
    const challenge: ServiceAnswer = { status: 401, body: '{}', headers: { 'www-authenticate': `Bearer realm="", authorization_uri="https://login.example/common", error="insufficient_claims", claims="${claims}"` } };
    const before = desk.questions.length;
    expect((await withAnswer((attempt) => (attempt === 1 ? challenge : usual), () => runOn(source, { query }))).rows).toEqual([[7]]);
    expect(desk.questions.slice(before).map((question) => question.claims)).toEqual([Buffer.from(claims, 'base64').toString()]);
    const problem = await withAnswer(() => challenge, () => problemOf(() => runOn(source, { query })));
    expect(problem.code).toBe('LA401');
    expect(attempts).toBe(2);
  });
});

test('the log has a line for each request, without tokens, queries and results', () => {
  expect(desk.lines.length).toBeGreaterThan(60);
  for (const line of desk.lines) {
    expect(line).not.toContain(tokenMark);
    expect(line).not.toContain('Heartbeat');
    expect(line).toMatch(/^(?:query|search|metadata) .* \d+ ms$/);
  }
});
