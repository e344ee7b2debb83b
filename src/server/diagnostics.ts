import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../base/index.ts';
import { helpAddress, type Finding } from '../language/index.ts';
import { toRange } from './serverDocuments.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** `pages` is where the project's pages are; absent where there are none to open. */
export function toDiagnostic(text: TextDocument, { code, message, severity, span, deprecated }: Finding, pages?: string): Diagnostic {
  const href = pages === undefined ? undefined : helpAddress(code, pages);
  return {
    range: toRange(text, span),
    severity: severities[severity],
    code,
    source: 'Identity Trail',
    message,
    ...(href !== undefined && { codeDescription: { href } }),
    ...(deprecated && { tags: [DiagnosticTag.Deprecated] }),
  };
}
