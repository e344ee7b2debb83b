import * as vscode from 'vscode';
import { helpCommands } from './commands/helpCommands.ts';
import { identityCommands } from './commands/identityCommands.ts';
import { queryCommands } from './commands/queryCommands.ts';
import { ruleCommands } from './commands/ruleCommands.ts';
import { resultCommands } from './commands/resultCommands.ts';
import { scenarioCommands } from './commands/scenarioCommands.ts';
import { sourceCommands } from './commands/sourceCommands.ts';
import type { CommandId } from './contributions.ts';
import { tellFailure } from './failures.ts';
import type { Handler, Parts } from './parts.ts';

/** A handler for every command of the contributions table: one that is missing does not compile. */
const handlers: Readonly<Record<CommandId, Handler>> = { ...sourceCommands, ...identityCommands, ...scenarioCommands, ...queryCommands, ...resultCommands, ...ruleCommands, ...helpCommands };

/** Registers every command. What a handler rejects with is told to the person who gave the command. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const registrations = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        await handler(parts, ...args);
      } catch (error) {
        tellFailure(error, parts.log);
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
