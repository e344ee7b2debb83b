import * as vscode from 'vscode';
import { contributions, type CommandId } from '../contributions.ts';
import type { Handler } from '../parts.ts';

/** Commands that help. */
export const helpCommands = {
  'identityTrail.openWalkthrough': ({ context }) => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#${contributions.walkthrough.id}`, false),
  'identityTrail.showLog': ({ log }) => log.show(),
} as const satisfies Partial<Record<CommandId, Handler>>;
