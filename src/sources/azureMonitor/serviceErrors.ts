import type { Problem, Span } from '../../base/index.ts';
import { redact } from '../../protocol/index.ts';
import { findTable } from '../../reference/index.ts';
import { codeOf } from '../index.ts';

interface ServiceError {
  readonly code?: string;
  readonly message?: string;
  readonly line?: number;
  readonly pos?: number;
  readonly token?: string;
  readonly innererror?: ServiceError;
}

/**
 * One plain problem from a refused request: status code and the body's text (the documented `{"error": …}` shape, or
 * whatever a proxy put in its place). The innermost `innererror` carries Kusto's code and, for a syntax error, the
 * place: `line` is 1-based, `pos` a 0-based column.
 */
export function problemFromAnswer(status: number, body: string, query: string): Problem {
  const outer = parseError(body);
  const inner = innermost(outer);
  const said = inner.message ?? outer.message;
  const detail = said === undefined ? 'no reason given' : redact(said);
  const missing = /Failed to resolve (?:table|scalar|column)?[^']*named '([^']+)'/.exec(detail)?.[1];
  const span = spanOf(inner, query) ?? (missing === undefined ? undefined : wordSpan(missing, query));
  const problem = (code: string, message: string): Problem => ({ code, message, severity: 'error', ...(span ? { span } : {}) });
  if (status === 400 && missing !== undefined) {
    const known = findTable(missing);
    const category = known?.category === undefined ? 'its category' : `its category (${known.category})`;
    return problem(
      inner.code ?? 'LA400',
      known
        ? `This workspace has no table "${missing}": ${category} is not collected here. The scenario category-coverage shows what is; the diagnostic settings of Microsoft Entra ID decide it.`
        : `This workspace has no table or column "${missing}". Check the spelling; if it is a table, its category is probably not collected here, and the scenario category-coverage shows what is.`,
    );
  }
  if (status === 400) {
    return problem(inner.code ?? outer.code ?? 'LA400', `Log Analytics does not accept the query: ${detail}`);
  }
  const next = nextSteps[status];
  return next === undefined
    ? problem(`LA${String(status)}`, `Log Analytics answered with HTTP ${String(status)}: ${detail}. Nothing was returned; try again, and if it stays, look at the Azure status page.`)
    : problem(`LA${String(status)}`, next(said === undefined ? '' : ` (${detail})`));
}

/** What each status means to a person, and what to do next. */
const nextSteps: Readonly<Record<number, (reason: string) => string>> = {
  204: () => 'Log Analytics answered that there is nothing to answer (HTTP 204). That is no empty result: nothing is known about the data. Run the query again.',
  401: () => "Log Analytics did not accept the sign-in. It has expired or is for another tenant; sign in again with an account of the workspace's tenant.",
  403: (reason) => `This account may not read the workspace${reason}. It needs at least the Log Analytics Reader role on the workspace, or read rights on the tables.`,
  404: () => 'There is no such workspace in this cloud. Compare the GUID with "Workspace ID" on the workspace\'s overview page, and check the tenant and cloud you signed in to.',
  407: () => 'The proxy between here and Log Analytics wants a user name and password (HTTP 407). Put them into the setting http.proxy (on the command line HTTPS_PROXY), or ask who runs the proxy.',
  413: () => 'The query is too long for Log Analytics. Move long lists into a watchlist, or split the query.',
  414: () => 'The query is too long for Log Analytics. Move long lists into a watchlist, or split the query.',
  429: (reason) => `Log Analytics is throttling this account${reason}, and waiting did not help. Wait a few minutes, then run the query again; run fewer queries at a time.`,
  502: () => 'Something between here and Log Analytics does not get through (HTTP 502). Wait a minute and run the query again; behind a proxy, check that first.',
  503: (reason) => `Log Analytics is overloaded or being serviced${reason}, and waiting did not help. Run the query again in a few minutes; the Azure status page tells of outages.`,
  504: () => 'Log Analytics gave up: the query took longer than the server waits. Narrow the time range, filter earlier, or let it wait longer (up to 10 minutes), then run it again.',
};

function parseError(body: string): ServiceError {
  try {
    const parsed = JSON.parse(body) as { readonly error?: ServiceError } | null;
    return parsed?.error ?? {};
  } catch {
    // A gateway's HTML page says nothing that helps and is not ours to show.
    return {};
  }
}

function innermost(error: ServiceError): ServiceError {
  return error.innererror ? innermost(error.innererror) : error;
}

function spanOf(error: ServiceError, query: string): Span | undefined {
  if (error.line === undefined || error.pos === undefined) return undefined;
  const lines = query.split('\n');
  const start = lines.slice(0, error.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + error.pos;
  return start > query.length ? undefined : { start, length: Math.max(1, error.token?.length ?? 1) };
}

/** Where a name the service could not resolve first stands; it gives no place itself. */
function wordSpan(word: string, query: string): Span | undefined {
  const start = codeOf(query).search(new RegExp(`\\b${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`));
  return start === -1 ? undefined : { start, length: word.length };
}
