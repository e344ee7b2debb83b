export { bindScenario, type BoundScenario } from './bindScenario.ts';
export { quoteKqlValue } from './quoteKql.ts';
export type { Scenario, ScenarioParameter, ScenarioTimeline } from './scenario.ts';
export { findScenario, scenarios } from './scenarioList.ts';
export { applicationObjectQuery, identityDetailsQuery, treeQueries } from './treeQueries.ts';
