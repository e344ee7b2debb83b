import { quoteKqlValue, type Scenario, type ScenarioParameter } from '../../scenarios/index.ts';
import type { Identity } from './identity.ts';

const examples: Readonly<Record<ScenarioParameter['type'], string>> = {
  string: 'any text',
  long: 'a whole number such as 5',
  timespan: 'a time span such as 90m, 24h or 14d',
  datetime: 'a time such as 2026-03-01T00:00:00Z',
  bool: 'true or false',
};

/** What is wrong with a typed parameter value, for the input box; undefined when it will do. */
export function parameterFault({ type }: ScenarioParameter, text: string): string | undefined {
  return quoteKqlValue(type, text) === undefined ? `This takes ${examples[type]}.` : undefined;
}

/** A scenario that a value of a result can be handed to, and the parameter that takes it. */
export interface ScenarioOffer {
  readonly scenario: Scenario;
  readonly parameter: string;
}

const identityColumn = /^(identity|appid|appdisplayname|appownertenantid|serviceprincipal(id|name)|clientappid|objectid|caller|name|initiatedby.*|target|managedidentity.*|clientid)$/i;

/** The scenarios that take a value of this column: a correlation ID, a user, or an identity by object ID, application ID or name. */
export function offersForValue(scenarios: readonly Scenario[], column: string, value: string): readonly ScenarioOffer[] {
  if (value === '') return [];
  const byName = (name: string): readonly ScenarioOffer[] => scenarios.filter(({ parameters }) => parameters.some((parameter) => parameter.name === name)).map((scenario) => ({ scenario, parameter: name }));
  if (/correlation|operationid|requestid/i.test(column)) return byName('correlationId');
  if (/^user|upn/i.test(column)) return byName('user');
  if (/resulttype|errorcode/i.test(column)) return byName('codes');
  if (/workflow/i.test(column)) return byName('workflow');
  if (!identityColumn.test(column)) return [];
  return identityScenarios(scenarios);
}

/** The scenarios that can be asked about one identity. */
export function identityScenarios(scenarios: readonly Scenario[]): readonly ScenarioOffer[] {
  return scenarios.flatMap((scenario) => {
    const parameter = scenario.parameters.find(({ role }) => role === 'identity');
    return parameter ? [{ scenario, parameter: parameter.name }] : [];
  });
}

const signInTables = { servicePrincipal: 'AADServicePrincipalSignInLogs', managed: 'AADManagedIdentitySignInLogs' } as const;

/** The scenarios to offer for one identity: not those that read only the sign-ins of the other kind of identity. */
export function scenariosForIdentity(scenarios: readonly Scenario[], { kind }: Identity): readonly ScenarioOffer[] {
  const [own, other] = kind === 'servicePrincipal' ? [signInTables.servicePrincipal, signInTables.managed] : [signInTables.managed, signInTables.servicePrincipal];
  return identityScenarios(scenarios).filter(({ scenario: { tables } }) => tables.includes(own) || !tables.includes(other));
}
