import type { ServiceAnswer, ServiceRequest } from './logAnalyticsServer.ts';

/** Part of every token the endpoint hands out, so that a test can look for it where it must not be. */
export const tokenMark = 'eyJ0eXAiOiJKV1QiLCJtYXJrIjoiaWRlbnRpdHktdHJhaWwtdGVzdCJ9';

export interface SignInLog {
  /** Forms that were posted to the token endpoint, oldest first. */
  readonly forms: URLSearchParams[];
}

/** The sign-in half of the service: OpenID metadata, device codes and tokens, as far as `@azure/identity` asks for them. */
export function answerSignIn(request: ServiceRequest, origin: string, log: SignInLog): ServiceAnswer | undefined {
  const [, tenant = '', ...rest] = (request.path.split('?')[0] ?? '').split('/');
  const place = rest.join('/');
  if (place === 'v2.0/.well-known/openid-configuration') return json(openIdMetadata(origin, tenant));
  if (request.path.startsWith('/common/discovery/instance')) return json({ tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`, metadata: [] });
  if (place === 'oauth2/v2.0/devicecode') return json({ device_code: 'device', user_code: 'ABCD-EFGH', verification_uri: 'https://microsoft.com/devicelogin', expires_in: 900, interval: 1, message: 'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code ABCD-EFGH to authenticate.' });
  if (place === 'oauth2/v2.0/token') return token(request, tenant, origin, log);
  return undefined;
}

function token(request: ServiceRequest, tenant: string, origin: string, log: SignInLog): ServiceAnswer {
  const form = new URLSearchParams(request.text);
  const pending = form.get('grant_type')?.endsWith('device_code') === true && !log.forms.some((earlier) => earlier.get('grant_type') === form.get('grant_type'));
  log.forms.push(form);
  if (pending) return json({ error: 'authorization_pending', error_description: 'AADSTS70016: Pending end-user authorization.' }, 400);
  if (form.get('client_secret') === 'wrong') return json({ error: 'invalid_client', error_description: `AADSTS7000215: Invalid client secret provided. Trace ID: 0 ${tokenMark}`, error_codes: [7000215] }, 401);
  const user = form.get('grant_type') !== 'client_credentials';
  return json({
    token_type: 'Bearer',
    scope: form.get('scope') ?? '',
    expires_in: 3600,
    ext_expires_in: 3600,
    access_token: `${tokenMark}.${String(log.forms.length)}.x`,
    ...(user ? { id_token: idToken(origin, tenant, form.get('client_id') ?? ''), client_info: base64Url({ uid: '1', utid: tenant }), refresh_token: 'refresh' } : {}),
  });
}

function openIdMetadata(origin: string, tenant: string): object {
  const base = `${origin}/${tenant}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}

function idToken(origin: string, tenant: string, clientId: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { aud: clientId, iss: `${origin}/${tenant}/v2.0`, iat: seconds, nbf: seconds, exp: seconds + 3600, oid: '1', sub: '1', tid: tenant, preferred_username: 'reader@example.com', ver: '2.0' };
  return `${base64Url({ alg: 'none', typ: 'JWT' })}.${base64Url(claims)}.x`;
}

function base64Url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function json(value: object, status = 200): ServiceAnswer {
  return { status, body: JSON.stringify(value) };
}
