import { techniqueData, withdrawnTechniques } from './techniqueData.ts';

/** The tactics an analytic rule may name; the last two belong to the matrix for industrial control systems. */
export const sentinelTactics = [
  'Reconnaissance', 'ResourceDevelopment', 'InitialAccess', 'Execution', 'Persistence', 'PrivilegeEscalation', 'DefenseEvasion', 'CredentialAccess', 'Discovery',
  'LateralMovement', 'Collection', 'CommandAndControl', 'Exfiltration', 'Impact', 'ImpairProcessControl', 'InhibitResponseFunction', 'PreAttack',
] as const;

export type SentinelTactic = (typeof sentinelTactics)[number];

/** Tactics of an Enterprise technique or sub-technique by its ID; empty where nothing is known of them, undefined for an unknown ID. */
export function tacticsOfTechnique(id: string): readonly string[] | undefined {
  return techniqueIndex.get(id);
}

/** What ATT&CK put in the place of a technique it withdrew. */
export function successorOfTechnique(id: string): string | undefined {
  return Object.hasOwn(withdrawnTechniques, id) ? withdrawnTechniques[id] : undefined;
}

/** Every current ID, in order. */
export function techniqueIds(): readonly string[] {
  return [...techniqueIndex.keys()].sort();
}

const techniqueIndex: ReadonlyMap<string, readonly string[]> = readTechniques();

function readTechniques(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  for (const line of techniqueData.trim().split('\n')) {
    const [tacticList = '', ...entries] = line.trim().split(' ');
    const tactics = tacticList === '?' ? [] : tacticList.split(',');
    for (const entry of entries) {
      const [technique = '', ranges] = entry.split(':');
      index.set(technique, tactics);
      for (const number of ranges === undefined ? [] : numbersOf(ranges)) index.set(`${technique}.${String(number).padStart(3, '0')}`, tactics);
    }
  }
  return index;
}

function numbersOf(ranges: string): readonly number[] {
  return ranges.split(',').flatMap((range) => {
    const [first = '0', last = first] = range.split('-');
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
  });
}
