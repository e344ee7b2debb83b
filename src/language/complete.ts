import type { Span } from '../base/index.ts';
import type { CallFacts, CompletionKind, KqlAnalysis, KustoCompletion } from '../kql/index.ts';
import { completeValues } from './completeValues.ts';
import { completePaths } from './completePaths.ts';
import type { KqlDocument } from './document.ts';
import { lexemeAt } from './lex.ts';
import { Origins, type Origin } from './origin.ts';
import { placeAt, type Place } from './place.ts';
import { rankCompletion } from './rankCompletion.ts';
import type { Sharing } from './sharing.ts';
import { ancestors, tokenAt } from './treeAt.ts';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Plain text compared with what is typed. */
  readonly filter: string;
  /** Inserted before and after the caret. */
  readonly before: string;
  readonly after: string;
  readonly order: string;
  readonly retrigger?: boolean;
  readonly deprecated?: boolean;
  /** Markdown that is at hand; where absent, `describeCompletion` may have some. */
  readonly documentation?: string;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** The text of the document that an item replaces. */
  readonly replace: Span;
}

/** What can be written at the offset. Values of a compared column come first, then what Microsoft's completer offers. */
export function complete(document: KqlDocument, offset: number, sharing: Sharing = {}): Completions | undefined {
  const found = completeIn(document, offset, sharing);
  const region = found && placeAt(document, offset)?.region.region;
  if (!found || !region?.quoted) return found;
  return { ...found, items: found.items.map((item) => ({ ...item, before: region.write(item.before), after: region.write(item.after) })) };
}

function completeIn(document: KqlDocument, offset: number, { shared = false }: Sharing): Completions | undefined {
  const place = placeAt(document, offset);
  if (!place || lexemeAt(place.region.lexemes, place.offset)?.kind === 'comment') return undefined;
  const { text, start } = textAround(place);
  const inText = place.offset - start;
  const analysis = analyze(document, place, text, start);
  const typeOf = (column: string) => analysis?.columnsAt(inText).find(({ name }) => name === column)?.type;
  const values = completeValues(text, inText, { identities: document.world.identities, watchlists: document.world.watchlists ?? [], typeOf });
  if (values?.insideString === true) return { items: values.items, replace: spanInDocument(place, shift(values.replace, start)) };
  const paths = completePaths(text, inText, (at) => originAt(analysis, at));
  if (paths) return { items: paths.items, replace: spanInDocument(place, shift(paths.replace, start)) };
  if (shared) return values && { items: values.items, replace: spanInDocument(place, shift(values.replace, start)) };
  const found = takesNothing(analysis?.callAt(inText)) ? undefined : analysis?.complete(inText);
  const afterPipe = /\|\s*[\w-]*$/.test(text.slice(Math.max(0, inText - 200), inText));
  const items = (found?.items ?? []).map((item) => rankCompletion(toCompletion(item), afterPipe));
  const replace = values?.replace ?? found?.replace ?? { start: inText, length: 0 };
  return { items: values ? [...values.items, ...items] : items, replace: spanInDocument(place, shift(replace, start)) };
}

/** `count()` and its like have no argument to offer. */
function takesNothing(call: CallFacts | undefined): boolean {
  return call !== undefined && call.signatures.length > 0 && call.signatures.every(({ parameters }) => parameters.length === 0);
}

/** Where the name at an offset comes from. */
function originAt(analysis: KqlAnalysis | undefined, offset: number): Origin | undefined {
  const tree = analysis?.tree();
  const token = tree && tokenAt(tree, offset);
  const name = token && [...ancestors(token)].find(({ kind }) => kind === 'NameReference');
  return name && new Origins(tree).of(name);
}

/** The query around the place, up to the cursor when it stands after the query's last word on its last line or the next. */
function textAround({ region, offset, inStatement }: Place): { readonly text: string; readonly start: number } {
  const whole = region.region.text;
  if (inStatement) {
    const { start, content } = inStatement.statement;
    return { text: content.text, start };
  }
  const before = region.statements.filter((statement) => statement.start + statement.content.text.length <= offset).at(-1);
  if (before) {
    const end = before.start + before.content.text.length;
    const between = whole.slice(end, offset);
    const continues = region.region.mode === 'whole' || !/\n[^\S\n]*\r?\n/.test(between) || before.content.text.endsWith(';');
    if (continues && /^(?:\s|\/\/[^\n]*)*$/.test(between)) return { text: whole.slice(before.start, offset), start: before.start };
  }
  return { text: '', start: offset };
}

function analyze({ world }: KqlDocument, { inStatement }: Place, text: string, start: number): KqlAnalysis | undefined {
  const content = inStatement?.statement.content;
  if (content && inStatement.statement.start === start && content.text === text) return content.analysis;
  return text.length > 200_000 ? undefined : world.kql.analyze(text, world.schema);
}

function toCompletion({ label, kind, match, before, after, order, retrigger }: KustoCompletion): Completion {
  const short = kind === 'function' || kind === 'aggregate' ? match : label;
  const detail = label.startsWith(match) ? label.slice(match.length) : '';
  return {
    label: short,
    kind,
    filter: match,
    before: kind === 'keyword' || kind === 'operator' ? before : before.trimEnd(),
    after,
    order,
    ...(detail !== '' && short !== label && { detail }),
    ...(retrigger && { retrigger }),
  };
}

function shift({ start, length }: Span, by: number): Span {
  return { start: start + by, length };
}

/** An empty span stays where the cursor is: the end of a line, not the line before it. */
function spanInDocument({ region }: Place, span: Span): Span {
  return span.length === 0 ? { start: region.region.toDocument(span.start), length: 0 } : region.region.toDocumentSpan(span);
}
