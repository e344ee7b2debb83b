import { at, hour, minute } from '../clock.ts';
import { cast, resources } from '../cast.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

const expired = { code: 7000222, reason: 'The provided client secret keys are expired.' };
const wrong = { code: 7000215, reason: 'Invalid client secret is provided.' };
const strangers = ['198.51.100.200', '198.51.100.201', '203.0.113.19'] as const;

/** (e) A report job whose secret ran out keeps trying from its own address; strangers guess secrets from three others. */
export function failedSignIns(world: World): void {
  const { reportBot } = cast;
  for (let run = 0; run < 4; run += 1) signIn(world, reportBot, { time: at(4 + run, '05:00:00.733'), resource: resources.graph });
  for (let attempt = 0; attempt < 12; attempt += 1) {
    signIn(world, reportBot, { time: at(9, '05:00:00.610') + attempt * 12 * hour, resource: resources.graph, error: expired });
  }
  strangers.forEach((address, index) => {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      signIn(world, reportBot, { time: at(13, '17:20:03.090') + index * 3 * minute + attempt * 5100, resource: resources.arm, address, error: wrong });
    }
  });
}
