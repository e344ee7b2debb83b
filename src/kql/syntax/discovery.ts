import type { Relation } from '../plan/index.ts';

/**
 * Columns that only the data can tell (`bag_unpack` and `pivot` without an output schema). The probe's rows, all text, say
 * what they are; `schemaOf` writes them as the output schema the query could have had, to stand at an offset of its text.
 */
export interface Discovery {
  readonly probe: Relation;
  readonly at: number;
  readonly schemaOf: (rows: readonly (readonly string[])[]) => DiscoveredSchema;
}

export interface DiscoveredSchema {
  readonly text: string;
  /** For bag_unpack: result columns that hold properties, also where one has an input column's name. */
  readonly properties: ReadonlySet<string>;
}

/** Ends a translation that cannot go on without asking the data. */
export class DiscoveryNeeded extends Error {
  readonly discovery: Discovery;

  constructor(discovery: Discovery) {
    super('The columns of this query depend on the data.');
    this.name = 'DiscoveryNeeded';
    this.discovery = discovery;
  }
}

export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The query with texts inserted, and where an offset of the longer text lies in the shorter. */
export function insertTexts(text: string, insertions: readonly Insertion[]): { readonly text: string; readonly originalOffset: (offset: number) => number } {
  const ordered = [...insertions].sort((a, b) => a.at - b.at);
  const longer = ordered.toReversed().reduce((so, { at, text: added }) => so.slice(0, at) + added + so.slice(at), text);
  const originalOffset = (offset: number) =>
    ordered.reduce((at, insertion) => (at <= insertion.at ? at : Math.max(insertion.at, at - insertion.text.length)), offset);
  return { text: longer, originalOffset };
}
