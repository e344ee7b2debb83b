import { expect, it } from 'vitest';
import { successorOfTechnique, tacticsOfTechnique, techniqueIds, sentinelTactics } from '../../../src/rules/index.ts';

it('knows the techniques of ATT&CK Enterprise 19 with their sub-techniques', () => {
  const ids = techniqueIds();
  expect(ids.filter((id) => !/^T\d{4}(?:\.\d{3})?$/.test(id))).toEqual([]);
  expect(tacticsOfTechnique('T1098.001')).toEqual(['Persistence', 'PrivilegeEscalation']);
  expect(tacticsOfTechnique('T1078.004')).toContain('InitialAccess');
  expect(tacticsOfTechnique('T1685.002')).toEqual(['DefenseEvasion']);
  expect(tacticsOfTechnique('T1053.004')).toBeUndefined();
  expect(tacticsOfTechnique('T1218.006')).toBeUndefined();
  expect(tacticsOfTechnique('T1683.002')).toEqual([]);
});

it('lists nothing twice and only tactics that Sentinel offers', () => {
  const named = new Set(techniqueIds().flatMap((id) => tacticsOfTechnique(id) ?? []));
  expect([...named].filter((tactic) => !(sentinelTactics as readonly string[]).includes(tactic))).toEqual([]);
});

it('leads from what was withdrawn to what stands for it', () => {
  for (const id of ['T1562', 'T1562.001', 'T1562.008', 'T1070.001', 'T1656']) {
    expect(tacticsOfTechnique(id)).toBeUndefined();
    expect(tacticsOfTechnique(successorOfTechnique(id) ?? '')).toBeDefined();
  }
});
