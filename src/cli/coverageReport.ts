import path from 'node:path';
import { visibleText } from '../base/index.ts';
import type { RuleCoverage, RuleStepCoverage } from '../protocol/index.ts';
import type { TestedRule } from './ruleTestRun.ts';

export function coverageOfRule({ file, rule, coverage, tests }: TestedRule): RuleCoverage {
  const steps = coverage.steps.map(({ label, of, span, reached, branches }): RuleStepCoverage => ({
    label, reached, range: rule.placeOf(span), ...(of === undefined ? {} : { of }),
    branches: branches.map(({ label: text, span: place, met, unmet }) => ({ label: text, range: rule.placeOf(place), met, unmet })),
  }));
  return { file, rule: rule.definition.name, range: rule.range, tests, steps };
}

/** Coverage of the same rule from several test files becomes one. */
export function joinCoverage(all: readonly RuleCoverage[]): readonly RuleCoverage[] {
  const joined = new Map<string, RuleCoverage>();
  for (const one of all) {
    const known = joined.get(path.resolve(one.file));
    joined.set(path.resolve(one.file), known ? { ...known, tests: known.tests + one.tests, steps: joinSteps(known.steps, one.steps) } : one);
  }
  return [...joined.values()];
}

function joinSteps(some: readonly RuleStepCoverage[], others: readonly RuleStepCoverage[]): readonly RuleStepCoverage[] {
  return some.map((step, index) => {
    const other = others[index];
    if (other?.label !== step.label) return step;
    const branches = step.branches.map((branch, place) => ({ ...branch, met: branch.met || other.branches[place]?.met === true, unmet: branch.unmet || other.branches[place]?.unmet === true }));
    return { ...step, reached: step.reached || other.reached, branches };
  });
}

export interface CoverageTotals {
  readonly rulesTested: number;
  readonly rulesAll: number;
  readonly stepsReached: number;
  readonly stepsAll: number;
  readonly branchesSeen: number;
  readonly branchesAll: number;
}

/** A branch is one side of a predicate: rows that meet it, or rows that do not. */
export function coverageTotals(all: readonly RuleCoverage[]): CoverageTotals {
  const steps = all.flatMap((rule) => rule.steps);
  const branches = steps.flatMap((step) => step.branches);
  return {
    rulesTested: all.filter(({ tests }) => tests > 0).length, rulesAll: all.length,
    stepsReached: steps.filter(({ reached }) => reached).length, stepsAll: steps.length,
    branchesSeen: branches.reduce((sum, { met, unmet }) => sum + Number(met) + Number(unmet), 0), branchesAll: branches.length * 2,
  };
}

export function coverageLines(all: readonly RuleCoverage[]): readonly string[] {
  const rules = all.flatMap((rule) => {
    const { stepsReached, stepsAll, branchesSeen, branchesAll } = coverageTotals([rule]);
    const head = `${stepsReached === stepsAll && branchesSeen === branchesAll ? '✓' : '◐'} ${visibleText(rule.file)}  ${rule.tests === 0 ? 'no test, ' : ''}${share('steps', stepsReached, stepsAll)}, ${share('branches', branchesSeen, branchesAll)}`;
    return [head, ...(rule.tests === 0 ? [] : rule.steps.flatMap(gaps).map((line) => `    ${visibleText(line)}`))];
  });
  const { rulesTested, rulesAll, stepsReached, stepsAll, branchesSeen, branchesAll } = coverageTotals(all);
  return ['Coverage', ...rules, `${share('rules', rulesTested, rulesAll)}, ${share('steps', stepsReached, stepsAll)}, ${share('branches', branchesSeen, branchesAll)}`];
}

/** What no test shows, in words. */
function gaps({ label, of, range, reached, branches }: RuleStepCoverage): readonly string[] {
  const line = ({ start }: RuleStepCoverage['range']) => `line ${String(start.line + 1)}: `;
  if (!reached) return [`${line(range)}no row comes to ${of === undefined ? '' : `${of}: `}${label}`];
  const [whole, ...parts] = branches;
  const missing = (parts.length > 0 ? parts : whole ? [whole] : []).filter(({ met, unmet }) => !met || !unmet);
  return missing.map((branch) => `${line(branch.range)}no row ${branch.met ? 'fails' : branch.unmet ? 'meets' : 'comes to'} ${branch.label}`);
}

function share(what: string, some: number, all: number): string {
  return all === 0 ? `no ${what}` : `${what} ${String(some)} of ${String(all)} (${String(Math.floor((some / all) * 100))} %)`;
}
