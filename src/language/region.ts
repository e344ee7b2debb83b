import type { Span } from '../base/index.ts';
import type { TextChange } from './finding.ts';

/** A run of characters that is the same in the region and in the document around it, or one character that is written as several. */
interface Segment {
  readonly region: number;
  readonly document: number;
  readonly length: number;
  /** In the document. */
  readonly width: number;
}

/** How text that is put into a region is written in the document around it. */
export interface RegionWriting {
  /** Between two lines: a line end and the indentation of the block, or a blank where there can be one line only. */
  readonly lineBreak: string;
  /** As the quotes around the region want it. */
  readonly escape?: (text: string) => string;
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
  /** The text with the line ends that were folded away. */
  readonly laidOut: string;
  readonly #segments: readonly Segment[];
  readonly #writing: RegionWriting;

  constructor(text: string, mode: Region['mode'], segments: readonly Segment[], writing: RegionWriting, laidOut = text) {
    this.text = text;
    this.mode = mode;
    this.folded = laidOut !== text;
    this.laidOut = laidOut;
    this.#segments = segments;
    this.#writing = writing;
  }

  /** A document that is KQL throughout. */
  static ofDocument(text: string): Region {
    return new Region(text, 'statements', [{ region: 0, document: 0, length: text.length, width: text.length }], { lineBreak: lineEndOf(text) });
  }

  /** Whether text of several lines can stand here. */
  get takesLines(): boolean {
    return this.#writing.lineBreak !== ' ';
  }

  /** Whether characters of a query are written otherwise here. */
  get quoted(): boolean {
    return this.#writing.escape !== undefined;
  }

  /** The document's offset of a character of the region. The end of a line is where its text ends in the document. */
  toDocument(offset: number): number {
    const segment = this.#lastWhere(({ region }) => region <= offset);
    return segment ? placeIn(segment, offset) : 0;
  }

  /** The region's offset of a place in the document; undefined outside and in the indentation. */
  fromDocument(offset: number): number | undefined {
    const segment = this.#lastWhere(({ document }) => document <= offset);
    return segment && offset <= segment.document + segment.width ? segment.region + Math.min(offset - segment.document, segment.length) : undefined;
  }

  toDocumentSpan({ start, length }: Span): Span {
    const from = this.toDocument(start);
    return { start: from, length: Math.max(0, this.#endInDocument(start + length) - from) };
  }

  /** What replaces a span of the region, as the document wants it written. */
  toDocumentChange({ span, text }: TextChange): TextChange {
    const start = this.toDocument(span.start);
    const end = span.start + span.length;
    // A whole line goes with the indentation of the next one.
    const stop = span.length === 0 ? start : this.laidOut[end - 1] === '\n' ? this.toDocument(end) : this.#endInDocument(end);
    return { span: { start, length: Math.max(0, stop - start) }, text: this.write(text) };
  }

  /** Text as the document around the region wants it written. */
  write(text: string): string {
    const { lineBreak, escape = (same: string) => same } = this.#writing;
    const [first = '', ...rest] = text.split(/\r?\n/);
    // Blank lines bear no blanks, though the last line may go on with what stands behind it.
    const breakBefore = (line: string, isLast: boolean) => (line === '' && !isLast ? lineBreak.replace(/[^\S\r\n]+$/, '') : lineBreak);
    return escape(first) + rest.map((line, index) => breakBefore(line, index === rest.length - 1) + escape(line)).join('');
  }

  /** An end belongs to the character before it, so that a span does not reach into the next line's indentation. */
  #endInDocument(end: number): number {
    const segment = this.#lastWhere(({ region }) => region < end);
    return segment ? placeIn(segment, end) : this.toDocument(end);
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

function placeIn({ region, document, length, width }: Segment, offset: number): number {
  return document + (offset - region >= length ? width : offset - region);
}

/** The line ends that a text has, or `\n` where it has one line. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Collects a region line by line. */
export class RegionBuilder {
  readonly #pieces: string[] = [];
  readonly #laidOut: string[] = [];
  readonly #segments: Segment[] = [];
  #length = 0;

  /** Text that stands in the document at this offset; `width` is how long it is there, where it is written otherwise. */
  add(text: string, document: number, width = text.length): void {
    this.#segments.push({ region: this.#length, document, length: text.length, width });
    this.#pieces.push(text);
    this.#laidOut.push(text);
    this.#length += text.length;
  }

  /** The blank that a folded line end becomes, or the line ends that several of them become. */
  addFolded(text: string): void {
    this.#pieces.push(text);
    this.#laidOut.push(text.replace(' ', '\n'));
    this.#length += text.length;
  }

  build(mode: Region['mode'], writing: RegionWriting): Region {
    return new Region(this.#pieces.join(''), mode, this.#segments, writing, this.#laidOut.join(''));
  }
}
