import { expect, test } from 'vitest';
import { problemFromAnswer } from '../../../src/sources/azureMonitor/serviceErrors.ts';

// Shapes as documented and recorded; correlation IDs left out.
const syntax = JSON.stringify({
  error: { message: 'The request had some invalid properties', code: 'BadArgumentError', innererror: { code: 'SyntaxError', message: 'A recognition error occurred in the query.', innererror: { code: 'SYN0002', message: "Query could not be parsed at 'invalid' on line [2,11]", line: 2, pos: 11, token: 'invalid' } } },
});
const semantic = JSON.stringify({
  error: { message: 'The request had some invalid properties', code: 'BadArgumentError', innererror: { code: 'SemanticError', message: 'A semantic error occurred.', innererror: { code: 'SEM0100', message: "'where' operator: Failed to resolve table or column expression named 'AADServicePrincipalSignInLogs'" } } },
});

test('a syntax error carries its place in the query', () => {
  const query = 'Heartbeat\n| count 1 2 invalid';
  expect(problemFromAnswer(400, syntax, query)).toEqual({
    code: 'SYN0002',
    severity: 'error',
    message: "Log Analytics does not accept the query: Query could not be parsed at 'invalid' on line [2,11]",
    span: { start: 21, length: 7 },
  });
});

test('a missing table points to category-coverage', () => {
  const problem = problemFromAnswer(400, semantic, 'AADServicePrincipalSignInLogs | where x');
  expect(problem.code).toBe('SEM0100');
  expect(problem.span).toEqual({ start: 0, length: 29 });
  expect(problem.message).toBe('This workspace has no table "AADServicePrincipalSignInLogs": its category (ServicePrincipalSignInLogs) is not collected here. The scenario category-coverage shows what is; the diagnostic settings of Microsoft Entra ID decide it.');
});

test.each([
  [401, 'LA401', 'sign in again'],
  [403, 'LA403', 'Log Analytics Reader'],
  [404, 'LA404', 'Workspace ID'],
  [429, 'LA429', 'Wait a few minutes'],
  [504, 'LA504', 'Narrow the time range'],
  [204, 'LA204', 'no empty result'],
  [407, 'LA407', 'HTTPS_PROXY'],
  [413, 'LA413', 'watchlist'],
  [502, 'LA502', 'check that first'],
  [503, 'LA503', 'status page'],
  [418, 'LA418', 'HTTP 418'],
])('HTTP %i is %s and says what to do', (status, code, text) => {
  const problem = problemFromAnswer(status, '<html>proxy</html>', 'x');
  expect(problem.code).toBe(code);
  expect(problem.message).toContain(text);
  expect(problem.message).not.toContain('<html>');
});
