import * as vscode from 'vscode';
import type { Scenario, ScenarioParameter } from '../../scenarios/index.ts';
import { displayName, labelText, parameterFault, withoutIcons, type Identity } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { identityItem } from './askIdentity.ts';

/** What a step of the questions came to: a text, a step back, or the end of it all. */
type Answer = { readonly text: string } | 'back' | undefined;

interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly value: string;
}

/** Asks for the parameters of a scenario that have no value yet, one after the other. Undefined when a person gave up. */
export async function askParameters(parts: Parts, scenario: Scenario, given: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, string>> | undefined> {
  const asked = scenario.parameters.filter(({ name }) => !(name in given));
  const values: Record<string, string> = { ...given };
  let index = 0;
  while (index < asked.length) {
    const parameter = asked[index];
    if (!parameter) break;
    const step = { title: scenario.title, step: index + 1, totalSteps: asked.length, value: values[parameter.name] ?? parameter.default };
    const answer = parameter.role === 'identity' ? await askIdentityText(parts, parameter, step) : parameter.type === 'bool' ? await askBool(parameter, step) : await askText(parameter, step);
    if (answer === undefined) return undefined;
    if (answer === 'back') index -= 1;
    else {
      values[parameter.name] = answer.text;
      index += 1;
    }
  }
  return values;
}

function askText(parameter: ScenarioParameter, { value, ...step }: Step): Promise<Answer> {
  const box = vscode.window.createInputBox();
  Object.assign(box, step);
  box.value = value;
  box.prompt = `${parameter.name}: ${parameter.description}`;
  box.placeholder = parameter.type === 'string' ? 'Empty for any' : parameter.type;
  const check = (): string => (box.validationMessage = parameterFault(parameter, box.value) ?? '');
  box.onDidChangeValue(check);
  return answerOf(box, step.step, () => (check() === '' ? box.value : undefined));
}

function askBool(parameter: ScenarioParameter, { value, ...step }: Step): Promise<Answer> {
  const pick = vscode.window.createQuickPick();
  Object.assign(pick, step);
  pick.placeholder = `${parameter.name}: ${parameter.description}`;
  pick.items = ['true', 'false'].map((label) => ({ label, description: label === parameter.default ? 'default' : '' }));
  pick.activeItems = pick.items.filter(({ label }) => label === value);
  return answerOf(pick, step.step, () => pick.activeItems[0]?.label);
}

/** Identities of the source to choose from, and whatever was typed: an ID that is not among them, or nothing for all. */
async function askIdentityText(parts: Parts, parameter: ScenarioParameter, { value, ...step }: Step): Promise<Answer> {
  type Item = vscode.QuickPickItem & { readonly text: string };
  const identities = await parts.identities.identities().catch((): readonly Identity[] => []);
  const known = identities.map((identity): Item => ({ ...identityItem(identity), text: identity.servicePrincipalId }));
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, step);
  pick.placeholder = `${parameter.name}: choose an identity, or type an ID or an exact display name`;
  pick.matchOnDetail = true;
  const offer = (typed: string): void => {
    const own: Item = typed === '' ? { label: 'Every identity', alwaysShow: true, text: '' } : { label: `Use "${withoutIcons(labelText(typed))}" as it stands`, alwaysShow: true, text: typed };
    // Chosen earlier in this round of questions.
    const before = typed === '' && value !== '' ? identities.filter(({ servicePrincipalId }) => servicePrincipalId === value).map((identity): Item => ({ label: withoutIcons(labelText(displayName(identity))), description: 'chosen before', text: value })) : [];
    pick.items = typed === '' ? [...before, own, ...known] : [...known, own];
  };
  offer('');
  pick.onDidChangeValue(offer);
  return answerOf(pick, step.step, () => pick.activeItems[0]?.text);
}

function answerOf(input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>, step: number, text: () => string | undefined): Promise<Answer> {
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      const answer = text();
      if (answer === undefined) return;
      resolve({ text: answer });
      input.hide();
    });
    input.onDidTriggerButton(() => {
      resolve('back');
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
