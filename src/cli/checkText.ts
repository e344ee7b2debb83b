import type { Problem } from '../base/index.ts';
import { checkText, createWorld, type LanguageKind, type LintSettings } from '../language/index.ts';
import { readYamlRules, ruleIdsOf, type RuleId } from '../rules/index.ts';

export interface CheckTask {
  readonly kind: LanguageKind;
  readonly text: string;
  readonly severities: LintSettings;
}

/** What is wrong with one text, and the IDs of its rules, which are compared with those of other files. */
export interface CheckedText {
  readonly problems: readonly Problem[];
  readonly ids: readonly RuleId[];
}

/** Checks text after text in one world, which keeps Microsoft's library warm. */
export function textChecker(): (task: CheckTask) => CheckedText {
  const world = createWorld();
  return ({ kind, text, severities }) => ({ problems: checkText(text, kind, world, severities), ids: kind === 'yaml' ? ruleIdsOf(readYamlRules(text).rules) : [] });
}
