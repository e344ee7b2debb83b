import type { Span } from '../base/index.ts';
import type { KqlAnalysis } from '../kql/index.ts';
import type { KqlDocument, Statement } from './document.ts';
import type { TextChange } from './finding.ts';
import { placeAt, toDocument } from './place.ts';
import { ancestors, parts, tokenAt, walk } from './treeAt.ts';

export interface Reference {
  readonly span: Span;
  readonly declaration: boolean;
}

/** Every place of the name under the offset, within its query; empty for names that the query does not declare. */
export function references(document: KqlDocument, offset: number): readonly Reference[] {
  const found = declaredAt(document, offset);
  return found ? found.places.map(({ span, declaration }) => ({ span: toDocument(found.statement, span), declaration })) : [];
}

/** Where the name under the offset is declared: a `let`, a parameter, or a computed column. */
export function definition(document: KqlDocument, offset: number): readonly Span[] {
  return references(document, offset).filter(({ declaration }) => declaration).map(({ span }) => span);
}

interface Declared {
  readonly statement: Statement;
  readonly name: string;
  readonly kind: string;
  /** In the query's text. */
  readonly places: readonly Reference[];
}

function declaredAt(document: KqlDocument, offset: number): Declared | undefined {
  const place = placeAt(document, offset)?.inStatement;
  const analysis = place?.statement.content.analysis;
  if (!place || !analysis) return undefined;
  const token = tokenAt(analysis.tree(), place.offset);
  const symbol = token && [...ancestors(token)].find((node) => node.symbol)?.symbol;
  const places = analysis.related(place.offset);
  if (!token || !symbol || !places.some(({ declaration }) => declaration)) return undefined;
  return { statement: place.statement, name: symbol.name, kind: symbol.kind, places };
}

const renamableKinds: ReadonlySet<string> = new Set(['variable', 'parameter', 'function', 'column']);

/** The name that a rename would change; undefined where the query does not declare it. */
export function renamable(document: KqlDocument, offset: number): Span | undefined {
  const found = declaredAt(document, offset);
  if (!found || !renamableKinds.has(found.kind)) return undefined;
  return found.places.map(({ span }) => toDocument(found.statement, span)).find(({ start, length }) => start <= offset && offset <= start + length);
}

const identifier = /^[A-Za-z_]\w*$/;

/** Changes of a rename; undefined for a name that KQL would not take, or that would make the query another one. */
export function rename(document: KqlDocument, offset: number, newName: string): readonly TextChange[] | undefined {
  const found = declaredAt(document, offset);
  if (!found || !renamableKinds.has(found.kind) || !identifier.test(newName) || !keepsMeaning(document, found, newName)) return undefined;
  return found.places.map(({ span }) => ({ span: toDocument(found.statement, span), text: newName }));
}

/**
 * A name may be bound anew by another declaration, or be one of two columns that a union makes one: then the renamed
 * query has other errors or other columns. So it is bound on trial.
 */
function keepsMeaning({ world }: KqlDocument, { statement: { content: { text, analysis } }, places, name, kind }: Declared, newName: string): boolean {
  if (newName === name) return true;
  const renamed = [...places].sort((a, b) => b.span.start - a.span.start).reduce((changed, { span }) => changed.slice(0, span.start) + newName + changed.slice(span.start + span.length), text);
  const trial = world.kql.analyze(renamed, world.schema);
  const before = analysis ? columnsOf(analysis) : [];
  const expected = kind === 'column' ? before.map((column) => (column === name ? newName : column)) : before;
  return errorsOf(trial) <= (analysis ? errorsOf(analysis) : 0) && new Set(expected).size === new Set(before).size && columnsOf(trial).join() === expected.join();
}

function errorsOf(analysis: KqlAnalysis): number {
  return analysis.problems().filter(({ severity }) => severity === 'error').length;
}

/** Names of the columns of the result. */
function columnsOf(analysis: KqlAnalysis): readonly string[] {
  const query = [...walk(analysis.tree())].filter(({ kind }) => kind === 'ExpressionStatement').at(-1);
  return ((query && parts(query)[0]?.columns) ?? []).map(({ name }) => name);
}
