import { ProblemError, type Problem } from '../../base/index.ts';
import { signInProblem } from '../../protocol/index.ts';

const networkCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
const brokenCodes = new Set(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'REQUEST_SEND_ERROR', 'PARSE_ERROR', 'Z_BUF_ERROR', 'Z_DATA_ERROR', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);
const trustCodes = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY']);

/** Whether a request without an answer may get one when it is sent again: its connection broke on the way. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ProblemError) return false;
  const code = errorCode(error);
  return brokenCodes.has(code) || code === 'EAI_AGAIN';
}

/** One plain problem for a request that got no answer: no sign-in, no network, no trust. Never carries a token or a body. */
export function problemFromFailure(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const code = errorCode(error);
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : '';
  const problem = (problemCode: string, text: string): Problem => ({ code: problemCode, message: text, severity: 'error' });
  if (trustCodes.has(code)) {
    return problem('LA021', `The connection to Log Analytics is not trusted (${code}). A proxy that opens TLS is the usual cause: add its root certificate to the system's store, or name it in NODE_EXTRA_CA_CERTS.`);
  }
  if (/proxy|tunnel/i.test(message) && !/credential|authentication/i.test(name)) {
    return problem('LA022', 'The proxy between here and Log Analytics refused the connection. Check the setting http.proxy (on the command line HTTPS_PROXY and NO_PROXY), and whether the proxy wants a user name and password.');
  }
  if (networkCodes.has(code)) {
    return problem('LA020', `Log Analytics could not be reached (${code}). Check the network, the VPN and the proxy (the setting http.proxy; on the command line HTTPS_PROXY), then run the query again.`);
  }
  if (brokenCodes.has(code)) {
    return problem('LA023', `The connection to Log Analytics broke before the answer was complete (${code}). Nothing was kept; run the query again, and check VPN and proxy if it stays so.`);
  }
  if (/credential|authentication/i.test(name)) return signInProblem(message);
  return problem('LA030', `The request to Log Analytics failed (${[name, code].filter((part) => part !== '').join(' ') || 'no reason given'}). Run the query again; with --verbose the request log says more.`);
}

function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  const inner = errorCode(cause);
  // The SDK wraps the socket's error in its own REQUEST_SEND_ERROR; the inner one says what happened.
  return inner !== '' ? inner : typeof code === 'string' ? code : '';
}
