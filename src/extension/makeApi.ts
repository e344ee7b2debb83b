import { findScenario } from '../scenarios/index.ts';
import type { IdentityTrailApi } from './api.ts';
import { scenarioRun } from './commands/runScenario.ts';
import type { Parts } from './parts.ts';

/** The face that other extensions see. */
export function makeApi({ sources, runs }: Parts, activationMs: number): IdentityTrailApi {
  return {
    version: 1,
    activationMs,
    sources: () =>
      sources.list.map(({ id, title, spec }) => {
        const status = sources.status(id);
        return { id, title, spec, current: id === sources.current?.id, ...(status.state === 'open' && { summary: status.summary }) };
      }),
    openSource: (spec) => sources.use(spec, 'person'),
    runScenario: async (id, parameters = {}) => {
      const scenario = findScenario(id);
      if (!scenario) throw new Error(`There is no scenario "${id}".`);
      return runs.start(scenarioRun(scenario, parameters));
    },
    runQuery: (query, title = 'Query') => runs.start({ title, query }),
    lastResult: () => runs.lastResult,
  };
}
