import { CodeActionKind, ErrorCodes, ResponseError, type CodeAction, type Connection, type SignatureHelp as LspSignatureHelp, type TextEdit } from 'vscode-languageserver/node';
import type { Span } from '../base/index.ts';
import { fixesIn, format, formatOnType, refactorings, renamable, rename, signatureHelp, type LintSettings, type Refactoring, type TextChange } from '../language/index.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange, toSpan, type OpenDocument, type ServerDocuments } from './serverDocuments.ts';

/** What changes the text, or helps while it is written. */
export function addEditHandlers(connection: Connection, documents: ServerDocuments, lints: () => LintSettings, pages?: string): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    const span = open && renamable(open.kql, open.text.offsetAt(position));
    return span && open ? toRange(open.text, span) : null;
  });
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const open = documents.get(textDocument.uri);
    const changes = open && rename(open.kql, open.text.offsetAt(position), newName);
    if (!open || !changes) return new ResponseError(ErrorCodes.InvalidParams, `Only names that the query itself declares can be renamed, to a name of letters, digits and underscores that means nothing else there; "${newName}" was asked for.`);
    return { changes: { [textDocument.uri]: toEdits(open, changes) } };
  });
  connection.onDocumentFormatting(({ textDocument, options }) => {
    const open = documents.get(textDocument.uri);
    return open ? toEdits(open, format(open.kql, { indentation: options.tabSize })) : [];
  });
  connection.onDocumentRangeFormatting(({ textDocument, range, options }) => {
    const open = documents.get(textDocument.uri);
    return open ? toEdits(open, format(open.kql, { indentation: options.tabSize, within: toSpan(open.text, range) })) : [];
  });
  connection.onSignatureHelp(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    return open ? toSignatureHelp(open, open.text.offsetAt(position)) : null;
  });
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) => {
    const open = documents.get(textDocument.uri);
    return open ? toEdits(open, formatOnType(open.kql, open.text.offsetAt(position), ch)) : [];
  });
  connection.onCodeAction(({ textDocument, range, context }): CodeAction[] => {
    const open = documents.get(textDocument.uri);
    if (!open) return [];
    const wanted = ({ kind }: CodeAction) => !context.only || context.only.some((only) => kind === only || kind?.startsWith(`${only}.`));
    return [...quickFixes(open, toSpan(open.text, range), lints(), pages), ...rewritings(open, toSpan(open.text, range)), ...formattings(open, toSpan(open.text, range))].filter(wanted);
  });
}

function quickFixes(open: OpenDocument, span: Span, lints: LintSettings, pages?: string): CodeAction[] {
  return fixesIn(open.kql, span, lints).map(({ title, changes, preferred, finding }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(open.text, finding, pages)],
    edit: { changes: { [open.text.uri]: toEdits(open, changes) } },
    ...(preferred && { isPreferred: true }),
  }));
}

const refactoringKinds = { extract: CodeActionKind.RefactorExtract, inline: CodeActionKind.RefactorInline, rewrite: CodeActionKind.RefactorRewrite } as const satisfies Record<Refactoring['kind'], CodeActionKind>;

function rewritings(open: OpenDocument, span: Span): CodeAction[] {
  return refactorings(open.kql, span).map(({ title, kind, changes }) => ({ title, kind: refactoringKinds[kind], edit: { changes: { [open.text.uri]: toEdits(open, changes) } } }));
}

/** In YAML and Markdown the document's formatter is another's, so laying a query out is offered here. */
function formattings(open: OpenDocument, span: Span): CodeAction[] {
  const changes = open.kql.kind === 'kusto' ? [] : format(open.kql, { indentation: 4, within: span });
  return changes.length === 0 ? [] : [{ title: 'Format this query', kind: CodeActionKind.RefactorRewrite, edit: { changes: { [open.text.uri]: toEdits(open, changes) } } }];
}

function toEdits({ text }: OpenDocument, changes: readonly TextChange[]): TextEdit[] {
  return changes.map(({ span, text: newText }) => ({ range: toRange(text, span), newText }));
}

function toSignatureHelp({ kql }: OpenDocument, offset: number): LspSignatureHelp | null {
  const help = signatureHelp(kql, offset);
  if (!help) return null;
  const documentation = help.documentation === undefined ? undefined : { kind: 'markdown' as const, value: help.documentation };
  return {
    activeSignature: help.active,
    activeParameter: help.activeParameter,
    signatures: help.signatures.map(({ label, parameters }) => ({
      label,
      parameters: parameters.map(({ name, description }) => ({ label: name, ...(description !== undefined && { documentation: description }) })),
      ...(documentation && { documentation }),
    })),
  };
}
