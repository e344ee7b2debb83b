import type { FoundFile } from './findFiles.ts';
import { readLines } from './readLines.ts';

export interface SalvagedRecord {
  readonly text: string;
  /** 1-based line the record begins in. */
  readonly line: number;
}

/**
 * Takes the records out of a JSON list or envelope that is broken somewhere: every balanced object that stands in a
 * list which itself stands in no list. The last one may be cut off.
 */
export async function* salvageRecords(file: FoundFile, gzipped: boolean): AsyncIterable<SalvagedRecord> {
  const scanner = new Scanner();
  for await (const { number, bytes } of readLines(file, gzipped)) yield* scanner.feed(`${bytes.toString('utf8')}\n`, number);
  yield* scanner.end();
}

/** The records that stand one after the other in one line, the last of them perhaps cut off. */
export function recordsIn(line: string): readonly string[] {
  const scanner = new Scanner();
  return [...scanner.feed(`[${line}`, 1), ...scanner.end()].map(({ text }) => text);
}

class Scanner {
  readonly #open: string[] = [];
  #inString = false;
  #escaped = false;
  #record: { text: string; line: number; depth: number } | undefined;

  *feed(text: string, line: number): Iterable<SalvagedRecord> {
    let start = 0;
    for (let index = 0; index < text.length; index += 1) {
      const sign = text[index] ?? '';
      if (this.#inString) {
        this.#insideString(sign);
        continue;
      }
      if (sign === '"') this.#inString = true;
      else if (sign === '{' || sign === '[') {
        if (sign === '{' && !this.#record && this.#open.at(-1) === '[') {
          this.#record = { text: '', line, depth: this.#open.length };
          start = index;
        }
        this.#open.push(sign);
      } else if (sign === '}' || sign === ']') {
        this.#open.pop();
        if (this.#record && this.#open.length === this.#record.depth) {
          yield { text: this.#record.text + text.slice(start, index + 1), line: this.#record.line };
          this.#record = undefined;
        }
      }
    }
    if (this.#record) this.#record.text += text.slice(start);
  }

  *end(): Iterable<SalvagedRecord> {
    if (this.#record) yield { text: this.#record.text, line: this.#record.line };
  }

  #insideString(sign: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (sign === '\\') this.#escaped = true;
    // A string never goes over a line's end in JSON: a quote is missing, and what follows is outside again.
    else if (sign === '"' || sign === '\n') this.#inString = false;
  }
}
