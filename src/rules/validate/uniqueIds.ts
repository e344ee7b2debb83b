import type { Span } from '../../base/index.ts';
import type { RuleView } from '../model/ruleView.ts';
import { finding, type RuleFinding } from './check.ts';

/** The ID of a rule and where it stands. */
export interface RuleId {
  readonly id: string;
  readonly span: Span;
}

/** The IDs of a file's rules. Those of templates are names of resources, often computed, and so left out. */
export function ruleIdsOf(rules: readonly RuleView[]): readonly RuleId[] {
  return rules.flatMap((rule) => {
    const field = rule.format === 'yaml' ? rule.field('id') : undefined;
    const id = rule.text('id')?.toLowerCase();
    return field && id !== undefined ? [{ id, span: field.span }] : [];
  });
}

/** Remembers the IDs of the rules it is shown, file after file, and tells of those that come again. */
export class RuleIds {
  readonly #paths = new Map<string, string>();

  /** IT105 for each rule whose ID an earlier one has. */
  add(path: string, ids: readonly RuleId[]): readonly RuleFinding[] {
    return ids.flatMap(({ id, span }) => {
      const earlier = this.#paths.get(id);
      if (earlier === undefined) this.#paths.set(id, path);
      return earlier === undefined ? [] : [finding('IT105', 'error', span, `${earlier} has the same ID. Deploying both would overwrite one with the other; give this rule a new GUID.`)];
    });
  }
}
