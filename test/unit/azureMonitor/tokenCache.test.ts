import { expect, test } from 'vitest';
import { cachedCredential } from '../../../src/sources/azureMonitor/tokenCache.ts';

test('a token is asked for once, until its end is near or it is to be forgotten', async () => {
  let now = 0;
  let asked = 0;
  const credential = cachedCredential({ getToken: () => Promise.resolve({ token: String((asked += 1)), expiresOnTimestamp: now + 3_600_000 }) }, () => now);
  const token = async () => (await credential.getToken('scope'))?.token;
  expect([await token(), await token()]).toEqual(['1', '1']);
  now = 3_400_000;
  expect(await token()).toBe('2');
  credential.forget();
  expect(await token()).toBe('3');
});
