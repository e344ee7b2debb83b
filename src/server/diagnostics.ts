import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../base/index.ts';
import type { Finding } from '../language/index.ts';
import { toRange } from './serverDocuments.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(text: TextDocument, { code, message, severity, span, deprecated }: Finding): Diagnostic {
  return {
    range: toRange(text, span),
    severity: severities[severity],
    code,
    source: 'Identity Trail',
    message,
    ...(deprecated && { tags: [DiagnosticTag.Deprecated] }),
  };
}
