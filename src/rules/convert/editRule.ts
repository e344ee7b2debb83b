import type { JsonValue } from '../../base/index.ts';
import type { RuleFile } from '../model/readRules.ts';

/** The text with one value of its first rule set; comments, order and the rest of the text's layout stay. Undefined where there is no rule to change. */
export function setRuleValue({ documents, rules, problems }: RuleFile, path: readonly (string | number)[], value: JsonValue): string | undefined {
  const [document] = documents;
  if (!document || rules.length === 0 || problems.length > 0) return undefined;
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}
