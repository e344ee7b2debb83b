import { ordinaryTraffic } from './ordinary.ts';
import { createRandom } from './random.ts';
import { SampleSink } from './sink.ts';
import { stories } from './stories/index.ts';
import { tableRows } from './tableRows.ts';

export interface SampleOptions {
  /** About how many records to write; the stories are always whole. */
  readonly rows?: number;
  readonly seed?: number;
}

export interface WrittenSample {
  /** Paths inside the directory. */
  readonly files: readonly string[];
  readonly records: number;
}

/** Rises with the content, so that a sample kept from an earlier version is not taken for this one's. */
export const sampleVersion = 2;

/**
 * Writes the sample tenant as files that the local source reads, the same bytes for the same options. Memory stays
 * bounded however many rows are asked for.
 */
export async function writeSample(directory: string, { rows = 4000, seed = 1 }: SampleOptions): Promise<WrittenSample> {
  const sink = new SampleSink(directory);
  const world = { sink, random: createRandom(seed) };
  for (const tell of stories) tell(world);
  tableRows(world);
  await ordinaryTraffic(world, rows - sink.records);
  const files = await sink.close();
  return { files, records: sink.records };
}
