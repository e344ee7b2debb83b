import { isObject, type JsonObject } from './jsonObject.ts';
import type { Layout } from './routeRecord.ts';

/** A field seen in records, and whether it holds more than text anywhere. */
export interface SeenField {
  readonly key: string;
  readonly structured: boolean;
}

/** The fields of all records that go to one table in one layout. */
export interface RecordShape {
  readonly outer: readonly SeenField[];
  readonly inner: readonly SeenField[];
}

/** Gathers the fields of sample records, one for each distinct shape. */
export function shapeOf(samples: readonly JsonObject[], layout: Layout): RecordShape {
  const outer = new Map<string, boolean>();
  const inner = new Map<string, boolean>();
  for (const sample of samples) {
    note(sample, layout === 'graph' ? inner : outer);
    if (layout === 'diagnostic' && isObject(sample['properties'])) note(sample['properties'], inner);
  }
  return { outer: fields(outer), inner: fields(inner) };
}

function note(record: JsonObject, seen: Map<string, boolean>): void {
  for (const [key, value] of Object.entries(record)) {
    seen.set(key, (seen.get(key) ?? false) || (typeof value !== 'string' && value !== null));
  }
}

function fields(seen: ReadonlyMap<string, boolean>): readonly SeenField[] {
  return [...seen].map(([key, structured]) => ({ key, structured }));
}
