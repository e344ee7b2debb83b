import type { Problem, Result } from '../base/index.ts';
import { quoteKqlValue } from './quoteKql.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';

export interface BoundScenario {
  /** The scenario's KQL with these values as literals. */
  readonly query: string;
  /** Every parameter with the text that was used, defaults included. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

const exampleOf: Readonly<Record<ScenarioParameter['type'], string>> = {
  string: 'text',
  long: 'a whole number such as 5',
  timespan: 'a time span such as 90m, 24h or 14d',
  datetime: 'a time such as 2026-03-01T00:00:00Z',
  bool: 'true or false',
};

/** Puts values into a scenario's leading `let` lines, as literals of each parameter's type; what is not given keeps its default. */
export function bindScenario(scenario: Scenario, values: Readonly<Record<string, string>>): Result<BoundScenario> {
  const problems = unknownNames(scenario, values);
  const parameters = scenario.parameters.map(({ name, default: standard }) => ({ name, value: values[name] ?? standard }));
  let query = scenario.query;
  scenario.parameters.forEach((parameter, index) => {
    const value = parameters[index]?.value ?? parameter.default;
    const literal = quoteKqlValue(parameter.type, value);
    if (literal === undefined) problems.push({ code: 'CLI013', severity: 'error', message: `The parameter "${parameter.name}" of ${scenario.id} takes ${exampleOf[parameter.type]}, not "${value.slice(0, 60)}".` });
    else query = bindLet(query, parameter.name, literal);
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { query, parameters }, problems: [] };
}

/** Replaces the literal of `let name = …;`, which stands on a line of its own. */
export function bindLet(query: string, name: string, literal: string): string {
  return query.replace(new RegExp(`^let ${name} = .*;$`, 'm'), () => `let ${name} = ${literal};`);
}

function unknownNames(scenario: Scenario, values: Readonly<Record<string, string>>): Problem[] {
  const known = scenario.parameters.map(({ name }) => name);
  return Object.keys(values)
    .filter((name) => !known.includes(name))
    .map((name) => ({ code: 'CLI014', severity: 'error', message: `The scenario ${scenario.id} has no parameter "${name.slice(0, 60)}". It takes: ${known.join(', ')}.` }));
}
