import type { Scenario, ScenarioParameter } from '../../scenarios/index.ts';
import type { NodeView } from './nodeView.ts';

export type ScenarioNode =
  | { readonly type: 'scenario'; readonly scenario: Scenario }
  | { readonly type: 'parameter'; readonly scenario: Scenario; readonly parameter: ScenarioParameter }
  | { readonly type: 'table'; readonly scenario: Scenario; readonly table: string; readonly present: boolean | undefined };

/** Below a scenario: its parameters with their defaults, then the tables it reads and whether the source in use has them. */
export function scenarioChildren(scenario: Scenario, tables: ReadonlySet<string> | undefined): readonly ScenarioNode[] {
  return [
    ...scenario.parameters.map((parameter): ScenarioNode => ({ type: 'parameter', scenario, parameter })),
    ...scenario.tables.map((table): ScenarioNode => ({ type: 'table', scenario, table, present: tables?.has(table) })),
  ];
}

export function scenarioNodeView(node: ScenarioNode): NodeView {
  const { scenario } = node;
  switch (node.type) {
    case 'scenario':
      return {
        id: scenario.id,
        label: scenario.title,
        description: scenario.answers,
        tooltip: scenarioText(scenario),
        icon: scenarioIcon(scenario),
        collapsible: 'collapsed',
        context: 'scenario',
        spoken: `${scenario.title}. ${scenario.answers}`,
      };
    case 'parameter': {
      const { name, type, default: standard, description } = node.parameter;
      const shown = standard === '' ? 'empty by default' : `default ${standard}`;
      return { id: `${scenario.id}/${name}`, label: name, description: `${type}, ${shown}`, tooltip: description, icon: 'symbol-parameter', collapsible: 'none', context: 'parameter', spoken: `Parameter ${name}, ${type}, ${shown}. ${description}` };
    }
    case 'table': {
      const state = node.present === undefined ? '' : node.present ? 'in this source' : 'not in this source';
      const tooltip = node.present === false ? `The source in use has no ${node.table}. The scenario runs without it and then knows less.` : `Reads the table ${node.table}.`;
      return { id: `${scenario.id}/${node.table}`, label: node.table, description: state, tooltip, icon: node.present === false ? 'circle-slash' : 'table', ...(node.present === false && { tone: 'muted' }), collapsible: 'none', context: 'scenarioTable', spoken: `Reads table ${node.table}${state === '' ? '' : `, ${state}`}` };
    }
  }
}

/** All prose of a scenario, for a tooltip: what it answers, how it matches, what it cannot tell. */
function scenarioText({ title, answers, matches, cannotTell, mends }: Scenario): string {
  return [title, '', answers, '', `How it matches: ${matches}`, '', `What it cannot tell: ${cannotTell}`, ...(mends === undefined ? [] : ['', mends])].join('\n');
}

const iconsByTag: readonly (readonly [RegExp, string])[] = [
  [/threat/, 'shield'],
  [/credential/, 'lock'],
  [/fail|error/, 'error'],
  [/coverage|usage|volume|latency|cost/, 'graph'],
  [/correlation|trace/, 'git-compare'],
  [/user/, 'account'],
  [/address|ip\b/, 'location'],
];

function scenarioIcon({ tags, id }: Scenario): string {
  const words = [id, ...tags].join(' ');
  return iconsByTag.find(([pattern]) => pattern.test(words))?.[1] ?? 'git-merge';
}
