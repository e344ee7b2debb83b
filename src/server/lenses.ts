import type { CodeLens } from 'vscode-languageserver/node';
import { queriesOf } from '../language/index.ts';
import { lensCommands, type LanguageSettings, type LensCommand } from '../protocol/index.ts';
import { toRange, type OpenDocument } from './serverDocuments.ts';

const titles = {
  runQuery: '$(play) Run query',
  runOnSample: 'Run on sample',
  explainQuery: 'Explain',
  makeRule: 'Make a rule of this',
  backTestRule: 'Back-test',
} as const satisfies Record<LensCommand, string>;

/** Above each query: running it, and what else the client has registered. */
export function lensesOf(open: OpenDocument | undefined, { codeLens = true }: LanguageSettings, more: readonly LensCommand[] = []): CodeLens[] {
  if (!open || !codeLens) return [];
  const shown = (Object.keys(titles) as LensCommand[]).filter((name) => name === 'runQuery' || more.includes(name));
  return queriesOf(open.kql).flatMap(({ span, inRule }) => {
    const range = toRange(open.text, { start: span.start, length: 0 });
    return shown.filter((name) => name !== 'backTestRule' || inRule).map((name) => ({ range, command: { title: titles[name], command: lensCommands[name], arguments: [open.text.uri, range.start] } }));
  });
}
