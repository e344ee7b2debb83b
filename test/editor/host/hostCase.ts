import * as vscode from 'vscode';

/** One in-host case: throws when the extension does not do what its name says; may return a figure to print. */
export type HostCase = () => Promise<string | undefined>;

export const extensionId = 'identity-trail.identity-trail';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  if (!found) throw new Error(`${extensionId} is not installed`);
  return found;
}

export interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

export function contributions(): Contributions {
  return (extension().packageJSON as { contributes: Contributions }).contributes;
}

export function check(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

/** Asks again until an answer is there: the language server starts with the first document. */
export async function eventually<Value>(ask: () => PromiseLike<Value | undefined>, what: string, timeout = 20_000): Promise<Value> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Opens an unsaved document. A `|>` in the text marks the cursor and is taken out. */
export async function openText(language: string, marked: string): Promise<{ readonly document: vscode.TextDocument; readonly cursor: vscode.Position }> {
  const offset = marked.indexOf('|>');
  const content = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 2);
  const document = await vscode.workspace.openTextDocument({ language, content });
  return { document, cursor: document.positionAt(Math.max(0, offset)) };
}

/** What a hover shows, as one text. */
export async function hoverText(language: string, marked: string): Promise<string> {
  const { document, cursor } = await openText(language, marked);
  return eventually(async () => {
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>('vscode.executeHoverProvider', document.uri, cursor);
    const text = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
    return text === '' ? undefined : text;
  }, `a hover in ${JSON.stringify(marked.slice(0, 80))}`);
}
