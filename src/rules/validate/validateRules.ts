import type { RuleFile } from '../model/readRules.ts';
import { readArmRules, readYamlRules } from '../model/readRules.ts';
import type { RuleFormat, RuleView } from '../model/ruleView.ts';
import type { RuleCheck, RuleContext, RuleFinding, RuleWorld } from './check.ts';
import { checkAlertDetails, checkCustomDetails, checkEntities } from './entities.ts';
import { checkMitre, checkNaming } from './identity.ts';
import { resultColumns, tablesNamed } from './queryFacts.ts';
import { checkSchedule, checkTrigger } from './schedule.ts';
import { checkShape } from './shape.ts';
import { bundledTables, checkConnectors, checkQuery } from './sources.ts';

const checks: readonly RuleCheck[] = [checkShape, checkNaming, checkMitre, checkSchedule, checkTrigger, checkQuery, checkEntities, checkCustomDetails, checkAlertDetails, checkConnectors];

export interface ValidatedRules extends RuleFile {
  readonly findings: readonly RuleFinding[];
}

/** Everything wrong with the rules of a text besides their KQL, in order of place; nothing for texts without rules. Never throws. */
export function validateRules(text: string, format: RuleFormat, world: RuleWorld): ValidatedRules {
  const file = format === 'yaml' ? readYamlRules(text) : readArmRules(text);
  const syntax = file.problems.map((problem): RuleFinding => ({ ...problem, span: problem.span ?? { start: 0, length: 0 } }));
  const findings = syntax.length > 0 ? syntax : file.rules.flatMap((rule) => [...validateRule(text, rule, world)]);
  return { ...file, findings: [...findings].sort((a, b) => a.span.start - b.span.start) };
}

function* validateRule(text: string, rule: RuleView, world: RuleWorld): Iterable<RuleFinding> {
  const context = contextOf(text, rule, world);
  for (const check of checks) yield* check(context);
}

export function contextOf(text: string, rule: RuleView, world: RuleWorld): RuleContext {
  const { query } = rule;
  const analysis = query === undefined || query.trim() === '' ? undefined : world.analyze(query);
  const columns = analysis && resultColumns(analysis);
  const tablesUsed = analysis ? tablesNamed(analysis).filter((name) => bundledTables.has(name)) : [];
  return { text, rule, world, analysis, columns, tablesUsed };
}
