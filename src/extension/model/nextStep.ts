import type { Problem } from '../../base/index.ts';

/** What a person can do about a failure with one click. */
export interface NextStep {
  /** On the button. */
  readonly title: string;
  readonly command: string;
  readonly argument?: string;
}

const signInCodes: ReadonlySet<string> = new Set(['ENG012', 'LA010', 'LA011', 'LA012', 'LA401', 'LA403', 'LA404']);
const proxyCodes: ReadonlySet<string> = new Set(['LA020', 'LA022', 'LA407']);

/** Whether another account or another way to sign in may help. */
export function isSignInProblem({ code }: Problem): boolean {
  return signInCodes.has(code);
}

/** The step that is most likely to help with these problems; undefined when there is none. */
export function nextStepFor(problems: readonly Problem[]): NextStep | undefined {
  const has = (codes: (code: string) => boolean) => problems.some(({ code }) => codes(code));
  if (problems.some(isSignInProblem)) return { title: 'Choose How to Sign In', command: 'identityTrail.chooseSignIn' };
  if (problems.some(({ message }) => message.includes('category-coverage'))) return { title: 'Show Collected Categories', command: 'identityTrail.runScenario', argument: 'category-coverage' };
  if (has((code) => proxyCodes.has(code))) return { title: 'Open Proxy Settings', command: 'workbench.action.openSettings', argument: 'http.proxy' };
  if (has((code) => code === 'LA504')) return { title: 'Change the Wait', command: 'workbench.action.openSettings', argument: 'identityTrail.waitSeconds' };
  return undefined;
}
