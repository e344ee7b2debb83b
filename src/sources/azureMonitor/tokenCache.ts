import type { Credential } from './credentials.ts';

type Token = NonNullable<Awaited<ReturnType<Credential['getToken']>>>;

/** A token this close to its end is not used any more. */
const marginMs = 300_000;

/** A credential whose kept tokens can be dropped, for a person who signs in as somebody else. */
export interface CachedCredential extends Credential {
  forget(): void;
}

/**
 * Keeps each token in memory until shortly before it expires: some credentials start a process for every one they give.
 * Requests that ask for the same token at once share the answer; a claims challenge always gets a new one.
 */
export function cachedCredential(credential: Credential, now: () => number = Date.now): CachedCredential {
  const kept = new Map<string, Token>();
  const asked = new Map<string, Promise<Token | null>>();
  return {
    forget: () => { kept.clear(); },
    async getToken(scopes, options) {
      const key = JSON.stringify([scopes, options?.tenantId]);
      const token = kept.get(key);
      if (options?.claims === undefined && token !== undefined && token.expiresOnTimestamp - marginMs > now()) return token;
      const place = JSON.stringify([key, options?.claims]);
      const asking = asked.get(place) ?? credential.getToken(scopes, options).finally(() => asked.delete(place));
      asked.set(place, asking);
      const fresh = await asking;
      if (fresh) kept.set(key, fresh);
      return fresh;
    },
  };
}
