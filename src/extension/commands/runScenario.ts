import { ProblemError } from '../../base/index.ts';
import { bindScenario, type Scenario } from '../../scenarios/index.ts';
import { labelText } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import type { RunRequest } from '../results/queryRuns.ts';
import { ensureSource } from './ensureSource.ts';

/** Runs a scenario with these values and its defaults on the source in use, and shows its result. */
export async function runScenario(parts: Parts, scenario: Scenario, values: Readonly<Record<string, string>> = {}): Promise<void> {
  if (await ensureSource(parts)) await parts.runs.show(scenarioRun(scenario, values));
}

/** What to run for a scenario; a value that is none of its parameter's type is refused. */
export function scenarioRun(scenario: Scenario, values: Readonly<Record<string, string>>): RunRequest {
  const bound = bindScenario(scenario, values);
  if (!bound.ok) throw new ProblemError(bound.problems[0] ?? { code: 'CLI013', message: `${scenario.title} could not be run with these parameters.` });
  const { query, parameters } = bound.value;
  const about = scenario.parameters.find(({ role }) => role === 'identity')?.name;
  const identity = about === undefined ? '' : (values[about] ?? '');
  return {
    title: identity === '' ? scenario.title : `${scenario.title}: ${labelText(identity)}`,
    query,
    parameters,
    scenarioId: scenario.id,
    ...(scenario.timeline && { timeline: scenario.timeline }),
  };
}
