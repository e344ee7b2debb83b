import type * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type { LanguageInitialization, LanguageSettings } from '../../protocol/index.ts';
import { kqlLanguages } from '../model/index.ts';
import { withHelpLink } from './helpLinks.ts';

/** Makes the client of the language server, not started yet. The one module that loads the client's library. */
export function makeLanguageClient(module: string, log: vscode.LogOutputChannel, settings: () => LanguageSettings): LanguageClient {
  const server = { module, transport: TransportKind.ipc, options: { execArgv: ['--enable-source-maps'] } };
  return new LanguageClient('identityTrail', 'Identity Trail language server', { run: server, debug: server }, {
    documentSelector: [...kqlLanguages, 'yaml', 'markdown'].map((language) => ({ language })),
    initializationOptions: (): LanguageInitialization => ({ ...settings(), lenses: ['runOnSample', 'explainQuery', 'makeRule', 'backTestRule'],
      // Formatters of YAML and Markdown are others': a second one would have VS Code ask which to take.
      formatLanguages: kqlLanguages }),
    middleware: { handleDiagnostics: (uri, diagnostics, next) => { next(uri, diagnostics.map(withHelpLink)); } },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // What the server says is made of our own texts, yet names from queries are in it: no command links, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
  });
}
