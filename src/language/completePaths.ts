import type { Span } from '../base/index.ts';
import { dynamicPaths, tablesWithColumn } from '../reference/index.ts';
import type { Completion } from './complete.ts';
import { plain } from './markdown.ts';
import type { Origin } from './origin.ts';

const dotted = /(?<column>[A-Za-z_]\w*)(?<path>(?:\.[A-Za-z_]\w*|\[\d+\]|\["[^"\n]*"\])*)\.(?<typed>\w*)$/;

/** The known parts of a dynamic column after its dot: `InitiatedBy.`, `TargetResources[0].`. Empty where none are known. */
export function completePaths(text: string, offset: number, originAt: (offset: number) => Origin | undefined): { readonly items: readonly Completion[]; readonly replace: Span } | undefined {
  const groups = dotted.exec(text.slice(Math.max(0, offset - 400), offset))?.groups;
  if (!groups) return undefined;
  const { column = '', path = '', typed = '' } = groups;
  // A name that was given in the query stands for the column, or the place in it, that it was given from.
  const origin = originAt(offset - typed.length - 1 - path.length - column.length);
  const parts = partsBelow(origin?.column ?? column, `${origin?.path ?? ''}${path}`.replace(/\[\d+\]/g, '[0]'), text);
  if (parts.size === 0) return undefined;
  const items = [...parts].map(([name, meaning], index): Completion => ({
    label: name,
    kind: 'column',
    filter: name,
    before: name,
    after: '',
    order: `000_${String(index).padStart(3, '0')}`,
    ...(meaning !== undefined && { documentation: plain(meaning) }),
  }));
  return { items, replace: { start: offset - typed.length, length: typed.length } };
}

/** Names one step below the path, with their meaning where the path ends there. Tables that the query names come first. */
function partsBelow(column: string, path: string, text: string): ReadonlyMap<string, string | undefined> {
  const owners = tablesWithColumn(column).map(({ name }) => name);
  const named = owners.filter((table) => text.includes(table));
  const parts = new Map<string, string | undefined>();
  for (const table of named.length > 0 ? named : owners) {
    for (const known of dynamicPaths(table, column)) {
      if (!known.path.startsWith(`${path}.`)) continue;
      const [name = '', ...further] = known.path.slice(path.length + 1).split(/(?=[.[])/);
      if (name !== '' && (further.length === 0 || !parts.has(name))) parts.set(name, further.length === 0 ? known.meaning : parts.get(name));
    }
  }
  return parts;
}
