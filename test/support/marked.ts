import { createWorld, openDocument, type KqlDocument, type LanguageKind, type LanguageWorld } from '../../src/language/index.ts';

/** Where the cursor stands in a marked text. */
export const cursorMark = '|>';

export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** A text without its cursor mark, and where the mark stood. */
export function readMarked(marked: string): Marked {
  const offset = marked.indexOf(cursorMark);
  if (offset < 0) throw new Error(`There is no ${cursorMark} in ${JSON.stringify(marked)}.`);
  return { text: marked.slice(0, offset) + marked.slice(offset + cursorMark.length), offset };
}

const { kql, schema } = createWorld();

/** One world for all tests of a file, without a source: loading Microsoft's library takes half a second. */
export const bundledWorld: LanguageWorld = { kql, schema };

export function openMarked(marked: string, kind: LanguageKind = 'kusto', world: LanguageWorld = bundledWorld): { readonly document: KqlDocument; readonly offset: number } {
  const { text, offset } = readMarked(marked);
  return { document: openDocument(text, kind, world), offset };
}
