import { scenarios, type Scenario, type ScenarioParameter } from '../scenarios/index.ts';
import { snippetBlocks } from './snippetBlocks.ts';

/** One entry of a VS Code snippet file. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** The text of `snippets/kql.json`: every scenario with its parameters as placeholders, the documented rules, and building blocks. */
export function snippetFile(): string {
  const entries: [string, Snippet][] = [
    ...snippetBlocks.map(({ name, prefix, description, body }): [string, Snippet] => [name, { prefix: [prefix], description, body: body.replaceAll('$$', '\\$').split('\n') }]),
    ['Rule: credential added while sign-ins work', credentialRule()],
    ...scenarios.map((scenario): [string, Snippet] => [`Scenario: ${scenario.title}`, scenarioSnippet(scenario)]),
  ];
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/** What the snippet inserts when every placeholder keeps its default and every choice its first item. */
export function expandSnippet({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+(?::((?:\\.|[^\\}])*))?\}/g, (_, text: string | undefined) => text ?? '')
    .replace(/\\([\\$}])/g, '$1');
}

function scenarioSnippet(scenario: Scenario): Snippet {
  const mended = scenario.mends === undefined ? '' : ` ${scenario.mends}`;
  return { prefix: [scenario.id], description: `${scenario.answers}${mended}`, body: placeholders(scenario).split('\n') };
}

/** The documented rule is the scenario itself: what a rule needs, time and entities, is among its columns. */
function credentialRule(): Snippet {
  const scenario = scenarios.find(({ id }) => id === 'credential-added-while-working');
  if (!scenario) throw new Error('The scenario credential-added-while-working is missing.');
  return { ...scenarioSnippet(scenario), prefix: ['rule-credential-added'] };
}

function placeholders({ query, parameters }: Scenario): string {
  const escaped = query.trimEnd().replace(/[\\$}]/g, '\\$&');
  return parameters.reduce((text, parameter, index) => text.replace(new RegExp(`^let ${parameter.name} = .*;$`, 'm'), () => `let ${parameter.name} = ${placeholder(parameter, index + 1)};`), escaped);
}

function placeholder({ type, default: standard, role }: ScenarioParameter, index: number): string {
  const number = String(index);
  const choices = (items: readonly string[]) => `\${${number}|${[standard, ...items.filter((item) => item !== standard)].join(',')}|}`;
  if (type === 'string') return `"\${${number}:${standard}}"`;
  if (type === 'bool') return choices(['true', 'false']);
  if (role === 'lookback') return choices(['1d', '7d', '14d', '30d']);
  if (role === 'window') return choices(['60m', '90m', '24h', '28h']);
  return `\${${number}:${standard}}`;
}
