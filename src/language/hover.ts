import type { Span } from '../base/index.ts';
import { explain, explainValue, findErrorCode } from '../reference/index.ts';
import type { KqlAnalysis, TreeNode } from '../kql/index.ts';
import { comparedColumn } from './comparedColumn.ts';
import { describeFunction, describeOperator } from './describeKql.ts';
import type { KqlDocument } from './document.ts';
import { describeIdentity } from './describeIdentity.ts';
import { hoverName, hoverReference } from './hoverName.ts';
import type { KnownIdentities } from './identities.ts';
import { lexemeAt, type Lexeme } from './lex.ts';
import { explanationMarkdown, joinMarkdown } from './markdown.ts';
import { placeAt, toDocument, type Place } from './place.ts';
import type { Sharing } from './sharing.ts';
import { contains, tokenAt } from './treeAt.ts';

export interface Hover {
  /** Markdown in which everything that is not ours is escaped. */
  readonly markdown: string;
  /** In the document. */
  readonly span: Span;
}

/** What the thing under the offset is; undefined where there is nothing to say. */
export function hover(document: KqlDocument, offset: number, sharing: Sharing = {}): Hover | undefined {
  const place = placeAt(document, offset);
  if (!place) return undefined;
  const lexeme = lexemeAt(place.region.lexemes, place.offset);
  if (!lexeme || lexeme.kind === 'blankLine') return undefined;
  if (lexeme.kind === 'comment') return hoverWordOf(place, lexeme, document.world.identities);
  return hoverCode(place, lexeme, document.world.identities, sharing);
}

const interestingWords = /\bAADSTS\s?\d{4,8}\b|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

/** An error code or GUID somewhere in a comment or a string; a GUID may be an identity of the source. */
function hoverWordOf(place: Place, lexeme: Lexeme, identities: KnownIdentities | undefined): Hover | undefined {
  const text = place.region.region.text.slice(lexeme.start, lexeme.start + lexeme.length);
  for (const match of text.matchAll(interestingWords)) {
    const span = { start: lexeme.start + match.index, length: match[0].length };
    if (!contains(span, place.offset)) continue;
    const explanation = explain(match[0]);
    const identity = identities?.find(match[0]);
    const markdown = joinMarkdown(identity && describeIdentity(identity), explanation && explanationMarkdown(explanation));
    if (markdown !== '') return { markdown, span: place.region.region.toDocumentSpan(span) };
  }
  return undefined;
}

function hoverCode(place: Place, lexeme: Lexeme, identities: KnownIdentities | undefined, sharing: Sharing): Hover | undefined {
  const inWords = lexeme.kind === 'string' ? hoverWordOf(place, lexeme, identities) : undefined;
  const analysis = place.inStatement?.statement.content.analysis;
  if (inWords || !place.inStatement || !analysis) return inWords;
  const { statement, offset } = place.inStatement;
  const token = tokenAt(analysis.tree(), offset);
  if (!token?.parent) return undefined;
  const found = describeToken(token, token.parent, analysis, offset, sharing);
  return found === undefined || found === '' ? undefined : { markdown: found, span: toDocument(statement, token.span) };
}

function describeToken(token: TreeNode, parent: TreeNode, analysis: KqlAnalysis, offset: number, { shared = false }: Sharing): string | undefined {
  if (parent.kind === 'LiteralExpression' || parent.kind === 'CompoundStringLiteralExpression') return describeLiteral(token, parent);
  if (shared) return hoverReference(token);
  return hoverName(token, analysis, offset) ?? describeOperator(token) ?? describeFunction(token.text ?? '', analysis.quickInfo(offset));
}

function describeLiteral(token: TreeNode, literal: TreeNode): string | undefined {
  const value = literal.string ?? token.text ?? '';
  const column = comparedColumn(literal);
  const explanation = (column && explainValue(column.name, value)) ?? explainBareValue(value, literal.string !== undefined);
  if (!explanation) return undefined;
  const asNumber = column?.type === 'string' && literal.string === undefined ? `${column.name} is a string: compare it with "${value}".` : undefined;
  return joinMarkdown(explanationMarkdown(explanation), asNumber);
}

/** Without a column to go by, a string of a known error code is taken for one, and a number is not: `take 50000`. */
function explainBareValue(value: string, isString: boolean): ReturnType<typeof explain> {
  if (!isString) return undefined;
  if (/^\d{5,8}$/.test(value)) return findErrorCode(Number(value)) ? explain(value) : undefined;
  return explainValue('OperationName', value) ?? (/^[A-Z][A-Za-z]{6,}$/.test(value) ? explain(value) : undefined);
}
