import { columnFamilies, sharedColumns } from './data/columns/families.ts';
import type { ColumnText } from './types.ts';

type Texts = ReadonlyMap<string, ColumnText>;

/**
 * Reads the text format of data/columns: `Column: meaning` or `Table.Column: meaning`, then `! pitfall` and
 * `= example` lines that belong to the entry above.
 */
export function parseColumnTexts(source: string): Texts {
  const texts = new Map<string, { meaning: string; pitfall?: string; example?: string }>();
  let current: { meaning: string; pitfall?: string; example?: string } | undefined;
  for (const line of source.split('\n')) {
    if (line.startsWith('  ! ')) {
      if (current) current.pitfall = line.slice(4);
    } else if (line.startsWith('  = ')) {
      if (current) current.example = line.slice(4);
    } else if (line !== '') {
      const colon = line.indexOf(': ');
      current = { meaning: line.slice(colon + 2) };
      texts.set(line.slice(0, colon), current);
    }
  }
  return texts;
}

/** A lookup of column texts: the table's own text first, then its family's, then the shared one. */
export function columnTextLookup(): (table: string, column: string) => ColumnText | undefined {
  const shared = parseColumnTexts(sharedColumns);
  const byTable = new Map<string, Texts>();
  for (const family of columnFamilies) {
    const texts = parseColumnTexts(family.texts);
    for (const table of family.tables) byTable.set(table, texts);
  }
  return (table, column) => {
    const texts = byTable.get(table);
    return texts?.get(`${table}.${column}`) ?? texts?.get(column) ?? shared.get(column);
  };
}
