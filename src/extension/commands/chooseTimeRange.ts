import * as vscode from 'vscode';
import { timeRangeChoices, timeRangeFault } from '../model/index.ts';

interface RangeItem extends vscode.QuickPickItem {
  readonly timespan?: string;
}

/** Asks for a time range: an ISO 8601 duration or interval; empty for no range, which is offered under `none`. Undefined when the person turned back. */
export async function pickTimeRange(title: string, none: string | undefined): Promise<string | undefined> {
  const items: readonly RangeItem[] = [
    ...(none === undefined ? [] : [{ label: none, timespan: '' }]),
    ...timeRangeChoices.map(({ timespan, title: label }) => ({ label, description: timespan, timespan })),
    { label: '$(edit) Another range…', description: 'a duration or two times' },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  if (!chosen || chosen.timespan !== undefined) return chosen?.timespan;
  const typed = await vscode.window.showInputBox({ title, prompt: 'A duration such as P7D or PT12H, or two times (UTC) with a slash between them.', placeHolder: '2026-03-01T00:00:00Z/2026-03-02T00:00:00Z', ignoreFocusOut: true, validateInput: timeRangeFault });
  return typed === undefined || typed.trim() === '' ? undefined : typed.trim();
}
