import * as vscode from 'vscode';
import type { Problem, Severity, Span } from '../../base/index.ts';
import { spanInDocument } from '../model/index.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Where a query that was run stands in its document. */
export interface QueryPlace {
  readonly document: vscode.TextDocument;
  readonly span: Span;
  /** Whether the query was sent as it stands there, so that places in it are places in the document. */
  readonly verbatim: boolean;
}

/** Squiggles for what a source said of a query that was run from a document; gone with the next edit or run. */
export class RunProblems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('identityTrail.run');
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#collection.delete(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
    );
  }

  /** Problems are shown unless the language server shows the same code at the same line already. */
  show({ document, span, verbatim }: QueryPlace, problems: readonly Problem[]): void {
    if (document.isClosed) return;
    const known = new Set(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'Identity Trail run').map(keyOf));
    const found = problems.map((problem) => {
      const place = spanInDocument(problem.span, span, verbatim);
      const diagnostic = new vscode.Diagnostic(new vscode.Range(document.positionAt(place.start), document.positionAt(place.start + place.length)), problem.message, severities[problem.severity]);
      diagnostic.source = 'Identity Trail run';
      diagnostic.code = problem.code;
      return diagnostic;
    });
    this.#collection.set(document.uri, found.filter((diagnostic) => !known.has(keyOf(diagnostic))));
  }

  dispose(): void {
    this.#collection.dispose();
    this.#subscription.dispose();
  }
}

function keyOf({ code, range }: vscode.Diagnostic): string {
  return `${String(typeof code === 'object' ? code.value : code)} ${range.start.line}`;
}
