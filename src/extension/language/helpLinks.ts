import * as vscode from 'vscode';
import type { CommandId } from '../contributions.ts';

/** Pages of the package that the codes of diagnostics lead to. */
export const helpPages = ['docs/lints.md', 'KQL.md'] as const;

const command: CommandId = 'identityTrail.openLintHelp';

/** The server names a file; here the link of a code opens the preview of that page, at the code's own heading. */
export function withHelpLink(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object') return diagnostic;
  const page = helpPages.find((name) => code.target.path.endsWith(`/${name}`));
  if (page === undefined) return diagnostic;
  const parameters = [page, ...(code.target.fragment === '' ? [] : [code.target.fragment])];
  diagnostic.code = { value: code.value, target: vscode.Uri.from({ scheme: 'command', path: command, query: JSON.stringify(parameters) }) };
  return diagnostic;
}
