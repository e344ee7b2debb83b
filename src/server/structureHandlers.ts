import { DocumentHighlightKind, FoldingRangeKind, SemanticTokensBuilder, SymbolKind, type Connection, type DocumentSymbol as LspSymbol, type FoldingRange, type SelectionRange, type SemanticTokens } from 'vscode-languageserver/node';
import { definition, folding, references, selectionRanges, semanticTokens, semanticTokenTypes, symbols, type DocumentSymbol } from '../language/index.ts';
import { toRange, toSpan, type LspRange, type OpenDocument, type ServerDocuments } from './serverDocuments.ts';

/** Outline, folding, colours, and ways from a name to its other places. */
export function addStructureHandlers(connection: Connection, documents: ServerDocuments): void {
  connection.onDefinition(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    return open ? definition(open.kql, open.text.offsetAt(position)).map((span) => ({ uri: textDocument.uri, range: toRange(open.text, span) })) : [];
  });
  connection.onReferences(({ textDocument, position, context }) => {
    const open = documents.get(textDocument.uri);
    return open
      ? references(open.kql, open.text.offsetAt(position)).filter(({ declaration }) => context.includeDeclaration || !declaration).map(({ span }) => ({ uri: textDocument.uri, range: toRange(open.text, span) }))
      : [];
  });
  connection.onDocumentHighlight(({ textDocument, position }) => {
    const open = documents.get(textDocument.uri);
    return open
      ? references(open.kql, open.text.offsetAt(position)).map(({ span, declaration }) => ({ range: toRange(open.text, span), kind: declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }))
      : [];
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const open = documents.get(textDocument.uri);
    return open ? symbols(open.kql).map((symbol) => toSymbol(open, symbol)) : [];
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const open = documents.get(textDocument.uri);
    // Without KQL the editor folds by itself, which an empty answer would keep it from.
    return open && open.kql.regions.length > 0 ? foldingRanges(open) : null;
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const open = documents.get(textDocument.uri);
    return open ? positions.map((position) => selectionRange(open, open.text.offsetAt(position))) : [];
  });
  connection.languages.semanticTokens.on(({ textDocument }) => tokensOf(documents.get(textDocument.uri)));
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => tokensOf(documents.get(textDocument.uri), range));
}

const symbolKinds = {
  query: SymbolKind.Event,
  function: SymbolKind.Function,
  variable: SymbolKind.Variable,
  column: SymbolKind.Field,
} as const satisfies Record<DocumentSymbol['kind'], SymbolKind>;

function toSymbol(open: OpenDocument, { name, detail, kind, span, nameSpan, children }: DocumentSymbol): LspSymbol {
  return {
    name,
    kind: symbolKinds[kind],
    range: toRange(open.text, span),
    selectionRange: toRange(open.text, nameSpan),
    children: children.map((child) => toSymbol(open, child)),
    ...(detail !== undefined && { detail }),
  };
}

function foldingRanges({ kql, text }: OpenDocument): FoldingRange[] {
  return folding(kql).map(({ kind, start, length }) => {
    const end = text.positionAt(start + length).line;
    // The line of a closing bracket stays visible.
    return { startLine: text.positionAt(start).line, endLine: kind === 'brackets' ? end - 1 : end, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) };
  }).filter(({ startLine, endLine }) => endLine > startLine);
}

/** The smallest one, which holds the next larger one as its parent. */
function selectionRange(open: OpenDocument, offset: number): SelectionRange {
  return selectionRanges(open.kql, offset).reduceRight<SelectionRange | undefined>((parent, span) => ({ range: toRange(open.text, span), ...(parent && { parent }) }), undefined) ?? { range: toRange(open.text, { start: offset, length: 0 }) };
}

function tokensOf(open: OpenDocument | undefined, range?: LspRange): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  if (open) {
    for (const { span, type } of semanticTokens(open.kql, range && toSpan(open.text, range))) {
      const { line, character } = open.text.positionAt(span.start);
      builder.push(line, character, span.length, semanticTokenTypes.indexOf(type), 0);
    }
  }
  return builder.build();
}
