import type { FieldSource } from './fieldSources.ts';
import type { RecordShape } from './recordShape.ts';
import type { Layout } from './routeRecord.ts';

const ownNames: Readonly<Record<Layout, readonly string[]>> = {
  diagnostic: ['time', 'timegenerated'],
  graph: ['createddatetime', 'activitydatetime'],
  flat: ['timegenerated'],
};

/** Other times a record may carry, the closest to "when it happened" first. */
const otherNames = [
  'time', 'timestamp', '@timestamp', 'eventtimestamp', 'eventtime', 'eventtimestring', 'createddatetime', 'activitydatetime',
  'detecteddatetime', 'timecreated', 'datetime', 'starttime', 'lastupdateddatetime', 'risklastupdateddatetime',
];

/** Fields that give TimeGenerated: those that mean it in this layout, then others it can be derived from. */
export function timeSources(shape: RecordShape, layout: Layout): { readonly own: readonly FieldSource[]; readonly derived: readonly FieldSource[] } {
  const fields: readonly FieldSource[] = [
    ...shape.outer.map(({ key }): FieldSource => ({ from: 'outer', key, below: [] })),
    ...shape.inner.map(({ key }): FieldSource => ({ from: 'inner', key, below: [] })),
  ];
  const named = (names: readonly string[]) => names.flatMap((name) => fields.filter(({ key }) => key.toLowerCase() === name));
  const own = named(ownNames[layout]);
  return { own, derived: named(otherNames).filter((source) => !own.includes(source)) };
}
