import * as vscode from 'vscode';
import { scenarios, type Scenario } from '../../scenarios/index.ts';
import { displayName, labelText, scenariosForIdentity, type Identity } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { askParameters } from './askParameters.ts';
import { runScenario } from './runScenario.ts';

interface ScenarioItem extends vscode.QuickPickItem {
  readonly scenario: Scenario;
  readonly values: Readonly<Record<string, string>>;
}

/** Lets a person choose a scenario to run for an identity; the button of an entry asks for its other parameters first. */
export async function offerScenarios(parts: Parts, identity: Identity): Promise<void> {
  const items = scenariosForIdentity(scenarios, identity).map(({ scenario, parameter }) => scenarioItem(scenario, { [parameter]: identity.servicePrincipalId }));
  await pickAndRun(parts, `Run a Scenario for ${labelText(displayName(identity))}`, items);
}

/** Shows scenarios with the values they would run with, and runs the chosen one. */
export async function pickAndRun(parts: Parts, title: string, items: readonly ScenarioItem[]): Promise<void> {
  const chosen = await pickScenario(title, items);
  if (!chosen) return;
  const { scenario, values } = chosen.item;
  const all = chosen.withParameters ? await askParameters(parts, scenario, values) : values;
  if (all) await runScenario(parts, scenario, all);
}

export function scenarioItem(scenario: Scenario, values: Readonly<Record<string, string>> = {}): ScenarioItem {
  const others = scenario.parameters.filter(({ name }) => !(name in values));
  const shown = others.map(({ name, default: standard }) => `${name} ${standard === '' ? '(any)' : standard}`).join(', ');
  return {
    label: scenario.title,
    detail: scenario.answers,
    ...(others.length > 0 && { description: shown, buttons: [{ iconPath: new vscode.ThemeIcon('settings'), tooltip: 'Run with other parameters' }] }),
    scenario,
    values,
  };
}

function pickScenario(title: string, items: readonly ScenarioItem[]): Promise<{ readonly item: ScenarioItem; readonly withParameters: boolean } | undefined> {
  const pick = vscode.window.createQuickPick<ScenarioItem>();
  pick.title = title;
  pick.placeholder = 'The question to ask; the button at the right changes its parameters first';
  pick.matchOnDetail = true;
  pick.items = items;
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      resolve(item && { item, withParameters: false });
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      resolve({ item, withParameters: true });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
