import type { Span } from '../../base/index.ts';
import type { RuleView } from '../model/ruleView.ts';
import { finding, type RuleFinding } from './check.ts';

interface Place {
  readonly path: string;
  readonly span: Span;
}

/** Remembers the IDs of the rules it is shown, file after file, and tells of those that come again. */
export class RuleIds {
  readonly #places = new Map<string, Place>();

  /** IT105 for each rule whose ID an earlier one has. */
  add(path: string, rules: readonly RuleView[]): readonly RuleFinding[] {
    return rules.flatMap((rule) => {
      const field = rule.format === 'yaml' ? rule.field('id') : undefined;
      const id = rule.text('id')?.toLowerCase();
      if (!field || id === undefined) return [];
      const earlier = this.#places.get(id);
      if (!earlier) this.#places.set(id, { path, span: field.span });
      return earlier ? [finding('IT105', 'error', field.span, `${earlier.path} has the same ID. Deploying both would overwrite one with the other; give this rule a new GUID.`)] : [];
    });
  }
}
