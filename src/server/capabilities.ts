import { CodeActionKind, TextDocumentSyncKind, type ClientCapabilities, type ServerCapabilities } from 'vscode-languageserver/node';
import { formatCharacters, semanticTokenTypes } from '../language/index.ts';
import type { CompletionAbilities } from './completionItems.ts';

const serverCapabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { resolveProvider: true, triggerCharacters: ['|', '.', '"', "'", '(', '=', ' '] },
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: formatCharacters[0], moreTriggerCharacter: formatCharacters.slice(1) },
  selectionRangeProvider: true,
  inlayHintProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorRewrite] },
  codeLensProvider: { resolveProvider: false },
  semanticTokensProvider: { legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] }, full: true, range: true },
};

/** Without formatting, which is registered for some languages only. */
export function capabilitiesFor(formatsAll: boolean): ServerCapabilities {
  if (formatsAll) return serverCapabilities;
  const { documentFormattingProvider: _whole, documentRangeFormattingProvider: _range, ...others } = serverCapabilities;
  return others;
}

export function completionAbilities({ textDocument }: ClientCapabilities): CompletionAbilities {
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    defaultRange: textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
  };
}
