import * as vscode from 'vscode';
import { scenarios } from '../../scenarios/index.ts';
import { askParameters } from '../commands/askParameters.ts';
import { explainText } from '../commands/explainText.ts';
import { runScenario } from '../commands/runScenario.ts';
import { findValueQuery, labelText, offersForValue, withoutIcons } from '../model/index.ts';
import type { Parts } from '../parts.ts';
import { loadReference } from '../reference.ts';

interface Item extends vscode.QuickPickItem {
  readonly act?: () => Promise<void>;
}

/** Offers what can be asked about a value of a result: every table that holds it, what it is, then the many scenarios that take it. */
export async function investigate(parts: Parts, column: string, value: string): Promise<void> {
  const chosen = await vscode.window.showQuickPick<Item>(await itemsFor(parts, column, value), { title: `Investigate ${withoutIcons(labelText(value))}`, placeHolder: 'What to ask about it', matchOnDetail: true });
  await chosen?.act?.();
}

async function itemsFor(parts: Parts, column: string, value: string): Promise<readonly Item[]> {
  const offers = offersForValue(scenarios, column, value).map(({ scenario, parameter }): Item => ({
    label: `$(play) ${scenario.title}`,
    description: `${parameter}, then the other parameters`,
    detail: scenario.answers,
    act: async () => {
      const values = await askParameters(parts, scenario, { [parameter]: value });
      if (values) await runScenario(parts, scenario, values);
    },
  }));
  const { explain, explainValue } = await loadReference();
  const known = explainValue(column, value) ?? explain(value);
  const everywhere = findEverywhere(parts, value);
  return [
    ...(everywhere ? [everywhere] : []),
    ...(known ? [{ label: '$(question) Explain it', detail: withoutIcons(known.title), act: () => explainText(value) }] : []),
    { label: '$(copy) Copy it', act: async () => vscode.env.clipboard.writeText(value) },
    ...(offers.length > 0 ? [{ label: 'Scenarios', kind: vscode.QuickPickItemKind.Separator }] : []),
    ...offers,
  ];
}

/** Only on a source of our own engine: on a workspace such a search would read, and cost, everything. */
function findEverywhere({ sources, runs }: Parts, value: string): Item | undefined {
  const status = sources.currentStatus;
  if (status?.state !== 'open' || status.summary.spec.kind === 'workspace') return undefined;
  const query = findValueQuery(status.summary.tables, value);
  if (query === undefined) return undefined;
  return {
    label: '$(search) Find it in every table',
    detail: 'Every record of this source that holds the value, in order of time.',
    act: () => runs.show({ title: `Records with ${labelText(value)}`, query, timeline: { time: 'TimeGenerated', label: 'What', lane: 'Table' } }),
  };
}
