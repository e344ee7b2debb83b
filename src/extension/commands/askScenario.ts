import * as vscode from 'vscode';
import { scenarios, type Scenario } from '../../scenarios/index.ts';

/** Lets a person choose a scenario by its title or by what it answers. */
export async function askScenario(placeHolder: string): Promise<Scenario | undefined> {
  const items = scenarios.map((scenario) => ({ label: scenario.title, description: scenario.id, detail: scenario.answers, scenario }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true });
  return chosen?.scenario;
}
