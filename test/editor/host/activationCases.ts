import * as vscode from 'vscode';
import { check, contributions, extension, type HostCase } from './hostCase.ts';

export const activationCases: Readonly<Record<string, HostCase>> = {
  'the extension activates': async () => {
    await extension().activate();
    check(extension().isActive, 'it is not active');
    return undefined;
  },

  'every command of the manifest is registered': async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributions().commands.map(({ command }) => command).filter((command) => !registered.has(command));
    check(missing.length === 0, `not registered: ${missing.join(', ')}`);
    return `${contributions().commands.length} commands`;
  },

  'every registered command of ours is in the manifest': async () => {
    const declared = new Set(contributions().commands.map(({ command }) => command));
    const ours = (await vscode.commands.getCommands(true)).filter((command) => /^identityTrail\.[a-zA-Z]+$/.test(command));
    const undeclared = ours.filter((command) => !declared.has(command));
    check(undeclared.length === 0, `not in the manifest: ${undeclared.join(', ')}`);
    return undefined;
  },

  'the three views are there under their fixed names': async () => {
    const views = Object.values(contributions().views).flat().map(({ id }) => id);
    for (const id of ['identityTrail.identities', 'identityTrail.scenarios', 'identityTrail.sources']) check(views.includes(id), `no view ${id}`);
    return Promise.resolve(undefined);
  },

  'every setting has its documented default': async () => {
    for (const [key, { default: expected }] of Object.entries(contributions().configuration.properties)) {
      const actual = vscode.workspace.getConfiguration().inspect(key)?.defaultValue;
      check(JSON.stringify(actual) === JSON.stringify(expected), `${key}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
    }
    return Promise.resolve(undefined);
  },
};
