import { expect, test } from 'vitest';
import { TokenDesk } from '../../../src/engine/tokenDesk.ts';

async function refusal(error: string | undefined): Promise<unknown> {
  const desk = new TokenDesk((message) => {
    if (message.type === 'tokenRequest') queueMicrotask(() => { desk.answer({ type: 'token', tokenId: message.tokenId, ...(error !== undefined && { error }) }); });
  });
  return desk.request({ scopes: ['s'] }).catch((thrown: unknown) => thrown);
}

test.each([
  ['a client that may not ask', 'AADSTS65002: Consent between first party application …', { code: 'LA011' }],
  ['another code of Entra', 'AADSTS50076: Due to a configuration change', { code: 'LA010' }],
  ['a person who turned back', undefined, { code: 'ENG012', message: 'No access token for the workspace: the sign-in was not completed. Sign in again and repeat the query.' }],
])('%s has its own problem', async (_name, error, problem) => {
  expect(await refusal(error)).toMatchObject({ problem });
});

test('a token in what the editor says is not passed on', async () => {
  expect(String(await refusal('could not use Bearer abc.def'))).not.toContain('abc.def');
});
