import * as vscode from 'vscode';
import { counted } from '../../base/index.ts';
import type { FromResultsPage, SourceAction } from '../../protocol/index.ts';
import { copyText } from '../commands/copyText.ts';
import { openKql } from '../commands/openKql.ts';
import type { CommandId } from '../contributions.ts';
import { tellFailure } from '../failures.ts';
import type { Parts } from '../parts.ts';
import { loadReference } from '../reference.ts';
import { investigate } from './investigate.ts';
import { saveExport } from './saveExport.ts';

/** Answers what the results page asks for. */
export function servePage(parts: Parts): vscode.Disposable {
  return parts.panel.onDidReceive((message) => {
    answer(parts, message).catch((error: unknown) => tellFailure(error, parts.log));
  });
}

async function answer(parts: Parts, message: FromResultsPage): Promise<void> {
  const { runs } = parts;
  switch (message.type) {
    case 'explain':
      return explain(parts, message);
    case 'copy':
      return copyText(message.text, message.what);
    case 'export':
      return saveExport(message, runs.description?.title ?? 'Results');
    case 'rerun':
      return runs.rerun();
    case 'cancel':
      runs.cancel(message.runId);
      return;
    case 'source':
      return ask(message.action);
    case 'openQuery':
      if (runs.description) await openKql(queryDocument(runs.description));
      return;
    case 'investigate':
      return investigate(parts, message.column, message.value);
    case 'ready':
    case 'took':
      // The panel has dealt with these: they belong to the line itself.
      return;
  }
}

async function ask(action: SourceAction): Promise<void> {
  const command = { fetchAll: 'identityTrail.fetchAllRows', timeRange: 'identityTrail.chooseTimeRange', keepCopy: 'identityTrail.keepResultCopy', compare: 'identityTrail.compareResult' } as const satisfies Record<SourceAction, CommandId>;
  await vscode.commands.executeCommand(command[action]);
}

async function explain({ panel }: Parts, { requestId, column, value }: Extract<FromResultsPage, { type: 'explain' }>): Promise<void> {
  const { explain: explainName, explainValue } = await loadReference();
  const found = value === undefined ? explainName(column) : explainValue(column, value);
  panel.link.explain({ type: 'explanation', requestId, known: found !== undefined, title: found?.title ?? '', paragraphs: found?.paragraphs ?? [] });
}

function queryDocument({ query, parameters }: NonNullable<Parts['runs']['description']>): string {
  const text = query.endsWith('\n') ? query : `${query}\n`;
  return parameters.length === 0 ? text : `// Run with ${counted(parameters.length, 'parameter')}; their values stand in the first lines.\n${text}`;
}
