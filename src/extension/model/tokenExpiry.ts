const minute = 60_000;

/**
 * When an access token ends, in milliseconds since 1970: its `exp` claim, or five minutes from now where the token cannot
 * be read, so that it is asked for again soon.
 */
export function tokenExpiry(token: string, now: number): number {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { readonly exp?: unknown };
    return typeof payload.exp === 'number' ? payload.exp * 1000 : now + 5 * minute;
  } catch {
    return now + 5 * minute;
  }
}
