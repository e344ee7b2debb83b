import { visibleTextUpTo, type Problem } from '../../base/index.ts';
import { withoutLinks } from './safeText.ts';

/** Problems as one short message for a notification: the first in full, the others as a count. */
export function problemMessage(problems: readonly Problem[], fallback: string): string {
  const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (!first) return fallback;
  const others = problems.length - 1;
  return `${withoutLinks(visibleTextUpTo(first.message, 600))} (${first.code})${others > 0 ? ` and ${others} more` : ''}`;
}

/** Problems as lines for the log. */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ code, message }) => `${code}: ${visibleTextUpTo(message, 2_000)}`).join('\n');
}
