import type { World } from '../world.ts';
import { backupVm } from './backupVm.ts';
import { failedSignIns } from './failedSignIns.ts';
import { intruderStory } from './intruder.ts';
import { invoiceLogic } from './invoiceLogic.ts';
import { names } from './names.ts';
import { pipeline } from './pipeline.ts';
import { policyKeeper } from './policyKeeper.ts';
import { quietOnes } from './quietOnes.ts';

/** Every story of the sample, in a fixed order so that the seeded numbers fall the same way. */
export const stories: readonly ((world: World) => void)[] = [backupVm, pipeline, invoiceLogic, policyKeeper, failedSignIns, intruderStory, names, quietOnes];
