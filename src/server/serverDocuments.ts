import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/index.ts';
import { languageOfFile, openDocument, type KqlDocument, type LanguageKind, type LanguageWorld } from '../language/index.ts';

/** An open document, read under the present world. */
export interface OpenDocument {
  readonly text: TextDocument;
  readonly kql: KqlDocument;
}

const kinds: Readonly<Record<string, LanguageKind>> = { kusto: 'kusto', kql: 'kusto', csl: 'kusto', yaml: 'yaml', markdown: 'markdown' };

/** By the editor's language, else by the name; undefined for a document that holds no KQL we know of. */
function kindOf({ languageId, uri }: TextDocument): LanguageKind | undefined {
  return Object.hasOwn(kinds, languageId) ? kinds[languageId] : languageOfFile(uri);
}

interface Read {
  readonly version: number;
  readonly kql: KqlDocument;
}

/** What is known of each open document. Reading is lazy, and reuses every query that an edit left as it was. */
export class ServerDocuments {
  readonly #texts: { get(uri: string): TextDocument | undefined };
  readonly #read = new Map<string, Read>();
  world: LanguageWorld;

  constructor(texts: { get(uri: string): TextDocument | undefined }, world: LanguageWorld) {
    this.#texts = texts;
    this.world = world;
  }

  get(uri: string): OpenDocument | undefined {
    const text = this.#texts.get(uri);
    const kind = text && kindOf(text);
    if (!text || !kind) return undefined;
    const known = this.#read.get(uri);
    if (known?.version === text.version && known.kql.world === this.world && known.kql.kind === kind) return { text, kql: known.kql };
    const kql = openDocument(text.getText(), kind, this.world, known?.kql);
    this.#read.set(uri, { version: text.version, kql });
    return { text, kql };
  }

  forget(uri: string): void {
    this.#read.delete(uri);
  }
}

export interface LspPosition {
  line: number;
  character: number;
}

export interface LspRange {
  start: LspPosition;
  end: LspPosition;
}

export function toRange(text: TextDocument, { start, length }: Span): LspRange {
  return { start: text.positionAt(start), end: text.positionAt(start + length) };
}

export function toSpan(text: TextDocument, { start, end }: LspRange): Span {
  const from = text.offsetAt(start);
  return { start: from, length: Math.max(0, text.offsetAt(end) - from) };
}
