import * as vscode from 'vscode';
import { contributions, type CommandId } from '../contributions.ts';
import { helpPages } from '../language/helpLinks.ts';
import type { Handler } from '../parts.ts';

/** Commands that help. */
export const helpCommands = {
  // A link of a diagnostic names the page and the heading; without them it is the page of lints.
  'identityTrail.openLintHelp': ({ context }, page, heading) => {
    const known = helpPages.find((name) => name === page) ?? helpPages[0];
    const uri = vscode.Uri.joinPath(context.extensionUri, known);
    return vscode.commands.executeCommand('markdown.showPreview', typeof heading === 'string' ? uri.with({ fragment: heading }) : uri);
  },
  'identityTrail.openWalkthrough': ({ context }) => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#${contributions.walkthrough.id}`, false),
  'identityTrail.showLog': ({ log }) => log.show(),
} as const satisfies Partial<Record<CommandId, Handler>>;
