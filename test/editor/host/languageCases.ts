import * as vscode from 'vscode';
import { check, eventually, hoverText, openText, type HostCase } from './hostCase.ts';

/** A hover case: the text under the cursor is explained with these words. */
const hover = (language: string, marked: string, ...words: readonly RegExp[]): HostCase => async () => {
  const text = await hoverText(language, marked);
  for (const word of words) check(word.test(text), `the hover does not match ${word}: ${text.slice(0, 400)}`);
  check(!/command:|<[a-z]+[ >]/i.test(text), `the hover holds a command link or HTML: ${text.slice(0, 400)}`);
  return undefined;
};

const labelOf = (item: vscode.CompletionItem): string => (typeof item.label === 'string' ? item.label : item.label.label);

async function completions(language: string, marked: string, wanted: (items: readonly vscode.CompletionItem[]) => boolean): Promise<readonly vscode.CompletionItem[]> {
  const { document, cursor } = await openText(language, marked);
  return eventually(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, cursor);
    return wanted(list.items) ? list.items : undefined;
  }, `completions in ${JSON.stringify(marked.slice(0, 80))}`);
}

const sentinelRule = `id: 0b3d8e6c-5a0b-4f0c-9d5e-0f7c1a2b3c4d
name: Failed sign-ins
kind: Scheduled
query: |
  AADServicePrincipal|>SignInLogs
  | where ResultType == "7000222"
`;

export const languageCases: Readonly<Record<string, HostCase>> = {
  'hover: a table': hover('kusto', 'AADServicePrincipal|>SignInLogs | take 1', /workload identities/i, /ServicePrincipalSignInLogs/),
  'hover: a column': hover('kusto', 'AADServicePrincipalSignInLogs | project ServicePrincipal|>Id', /object ID/i),
  'hover: an error code in a string': hover('kusto', 'AADServicePrincipalSignInLogs | where ResultType == "7000|>222"', /expired/i),
  'hover: an error code as a number': hover('kusto', 'SigninLogs | where ResultType == 50|>126', /password|credential/i),
  'hover: a well-known application ID': hover('kusto', 'AADServicePrincipalSignInLogs | where AppId == "00000003-0000-|>0000-c000-000000000000"', /Microsoft Graph/),
  'hover: a KQL function': hover('kusto', 'print datetime_|>diff("second", now(), ago(1h))', /datetime_diff/),
  'hover: KQL inside a Sentinel rule': hover('yaml', sentinelRule, /workload identities/i),
  'hover: KQL inside a Markdown fence': hover('markdown', '# Rule\n\n```kusto\nAADServicePrincipal|>SignInLogs\n| take 1\n```\n', /workload identities/i),

  'completion offers the columns of the table': async () => {
    const items = await completions('kusto', 'AADServicePrincipalSignInLogs | where Service|>', (list) => list.some((item) => labelOf(item) === 'ServicePrincipalId'));
    return `${items.length} items`;
  },
  'a snippet of a scenario is offered in a KQL file': async () => {
    const isSnippet = (item: vscode.CompletionItem): boolean => item.kind === vscode.CompletionItemKind.Snippet;
    const items = await completions('kusto', '|>', (list) => list.some(isSnippet));
    return `${items.filter(isSnippet).length} snippets`;
  },
  'a mistake gets a diagnostic with a code at its place': async () => {
    const { document } = await openText('kusto', 'AADServicePrincipalSignInLogs\n| summarize count() as Failures by ServicePrincipalId');
    await vscode.window.showTextDocument(document);
    const [first] = await eventually(() => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return Promise.resolve(found.length > 0 ? found : undefined);
    }, 'a diagnostic');
    check(first?.range.start.line === 1, `the diagnostic is at line ${first?.range.start.line}`);
    check(first?.code !== undefined, 'the diagnostic has no code');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return first?.message;
  },
  'a correct query gets none': async () => {
    const { document } = await openText('kusto', 'AADServicePrincipalSignInLogs\n| where TimeGenerated > ago(1d)\n| summarize Failures = count() by ServicePrincipalId');
    // A second document with a mistake tells when the server has got to both.
    const wrong = await openText('kusto', 'AADServicePrincipalSignInLogs | where NoSuchColumn == 1');
    await eventually(() => Promise.resolve(vscode.languages.getDiagnostics(wrong.document.uri)[0]), 'the diagnostic of the other document');
    const found = vscode.languages.getDiagnostics(document.uri);
    check(found.length === 0, found.map(({ message }) => message).join('; '));
    return undefined;
  },
};
