import type { Span } from '../base/index.ts';

/** A run of characters that is the same in the region and in the document around it. */
interface Segment {
  readonly region: number;
  readonly document: number;
  readonly length: number;
}

/**
 * KQL inside a document: its text without the indentation, quotes and fences of what surrounds it, and where each
 * character stands in the document.
 */
export class Region {
  readonly text: string;
  /** `whole`: blank lines do not separate queries, as in a rule. */
  readonly mode: 'statements' | 'whole';
  /** Whether ends of lines were folded away: then a line of its own cannot be put in. */
  readonly folded: boolean;
  readonly #segments: readonly Segment[];

  constructor(text: string, mode: Region['mode'], segments: readonly Segment[], folded = false) {
    this.text = text;
    this.mode = mode;
    this.folded = folded;
    this.#segments = segments;
  }

  /** A document that is KQL throughout. */
  static ofDocument(text: string): Region {
    return new Region(text, 'statements', [{ region: 0, document: 0, length: text.length }]);
  }

  /** The document's offset of a character of the region. The end of a line is where its text ends in the document. */
  toDocument(offset: number): number {
    const segment = this.#lastWhere(({ region }) => region <= offset);
    return segment ? segment.document + Math.min(offset - segment.region, segment.length) : 0;
  }

  /** The region's offset of a place in the document; undefined outside and in the indentation. */
  fromDocument(offset: number): number | undefined {
    const segment = this.#lastWhere(({ document }) => document <= offset);
    return segment && offset <= segment.document + segment.length ? segment.region + offset - segment.document : undefined;
  }

  toDocumentSpan({ start, length }: Span): Span {
    const from = this.toDocument(start);
    return { start: from, length: Math.max(0, this.#endInDocument(start + length) - from) };
  }

  /** An end belongs to the character before it, so that a span does not reach into the next line's indentation. */
  #endInDocument(end: number): number {
    const segment = this.#lastWhere(({ region }) => region < end);
    return segment ? segment.document + Math.min(end - segment.region, segment.length) : this.toDocument(end);
  }

  #lastWhere(test: (segment: Segment) => boolean): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = this.#segments[middle];
      if (segment && test(segment)) low = middle + 1;
      else high = middle;
    }
    return this.#segments[low - 1];
  }
}

/** Collects a region line by line. */
export class RegionBuilder {
  readonly #pieces: string[] = [];
  readonly #segments: Segment[] = [];
  #length = 0;
  #folded = false;

  /** Text that stands in the document at this offset. */
  add(text: string, document: number): void {
    this.#segments.push({ region: this.#length, document, length: text.length });
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** Text that replaces something of the document, such as the blank a folded line end becomes. */
  addSynthetic(text: string): void {
    this.#folded = true;
    this.#pieces.push(text);
    this.#length += text.length;
  }

  build(mode: Region['mode']): Region {
    return new Region(this.#pieces.join(''), mode, this.#segments, this.#folded);
  }
}
