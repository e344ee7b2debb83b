import { scenarios } from '../../scenarios/index.ts';
import type { CommandId } from '../contributions.ts';
import { labelText, scenarioKql } from '../model/index.ts';
import type { Handler } from '../parts.ts';
import { scenarioFrom } from './arguments.ts';
import { askParameters } from './askParameters.ts';
import { askScenario } from './askScenario.ts';
import { pickAndRun, scenarioItem } from './offerScenarios.ts';
import { openKql } from './openKql.ts';
import { runScenario } from './runScenario.ts';

/** Commands about scenarios. Each takes a node of the tree or the ID of a scenario, and asks where it gets neither. */
export const scenarioCommands = {
  'identityTrail.runScenario': async (parts, argument, values) => {
    const scenario = scenarioFrom(argument);
    if (scenario) await runScenario(parts, scenario, textValues(values));
    else await pickAndRun(parts, 'Run a Scenario', scenarios.map((each) => scenarioItem(each)));
  },
  'identityTrail.runScenarioWithParameters': async (parts, argument) => {
    const scenario = scenarioFrom(argument) ?? (await askScenario('The scenario to run with parameters of your own'));
    const values = scenario && (await askParameters(parts, scenario));
    if (scenario && values) await runScenario(parts, scenario, values);
  },
  'identityTrail.openScenarioQuery': async ({ sources }, argument) => {
    const scenario = scenarioFrom(argument) ?? (await askScenario('The scenario whose KQL to open'));
    if (scenario) await openKql(scenarioKql(scenario, sources.current && labelText(sources.current.title)));
  },
} as const satisfies Partial<Record<CommandId, Handler>>;

/** Parameters from a key binding or another extension. */
function textValues(values: unknown): Readonly<Record<string, string>> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
