import type { Random } from './random.ts';
import type { SampleSink } from './sink.ts';

/** What the writers of records share. */
export interface World {
  readonly random: Random;
  readonly sink: SampleSink;
}
