import { describe, expect, it } from 'vitest';
import { categories, findTable } from '../../../src/reference/index.ts';
import { applicationObjectQuery, findScenario, identityDetailsQuery, quoteKqlValue, scenarios, treeQueries } from '../../../src/scenarios/index.ts';
import { kustoDiagnostics } from '../../support/kustoDiagnostics.ts';

const ids = [
  'mi-keyvault', 'sp-arm', 'sp-logicapp', 'sp-graph', 'sp-failed-signins', 'credential-added-while-working', 'identity-overview', 'new-ip-for-identity',
  'threat-intel-ip', 'credential-inventory', 'noninteractive-user-signins', 'follow-correlation-id', 'table-usage', 'category-coverage',
];
/** A workspace may lack these tables, and our schema does; the queries name them as fuzzy. */
const fuzzyName = 'KS205';

describe('scenarios', () => {
  it('are the fourteen that are documented', () => {
    expect(scenarios.map(({ id }) => id)).toEqual(ids);
    expect(findScenario('sp-arm')?.id).toBe('sp-arm');
    expect(findScenario('sp-ar')).toBeUndefined();
  });

  it.each(scenarios)('$id is what Microsoft\'s binder takes without an objection', ({ query }) => {
    expect(kustoDiagnostics(query).filter(({ code }) => code !== fuzzyName)).toEqual([]);
  });

  it.each(scenarios)('$id begins with one let line per parameter, which holds its default', ({ query, parameters }) => {
    const lines = query.split('\n').slice(0, parameters.length);
    expect(lines.slice().sort()).toEqual(parameters.map(({ name, type, default: standard }) => `let ${name} = ${quoteKqlValue(type, standard) ?? '?'};`).sort());
  });

  it.each(scenarios)('$id says what it answers, how it matches and what it cannot tell', ({ answers, matches, cannotTell, title, tags, tables }) => {
    for (const text of [answers, matches, cannotTell]) expect(text).toMatch(/^[A-Z][\s\S]{20,}[.?]$/);
    expect(title).not.toMatch(/[.?]$/);
    expect(tags.length).toBeGreaterThan(0);
    expect(tables.filter((table) => findTable(table) === undefined)).toEqual([]);
  });

  it.each(scenarios)('$id draws a timeline from columns it has', ({ query, timeline }) => {
    for (const column of Object.values(timeline ?? {})) expect(query).toMatch(new RegExp(`\\b${column}\\b`));
  });

  it('mend the two published rules, and say so in one line', () => {
    expect(scenarios.filter(({ mends }) => mends !== undefined).map(({ id }) => id)).toEqual(['sp-failed-signins', 'credential-added-while-working']);
    expect(findScenario('sp-failed-signins')?.query).not.toMatch(/\bas \w+/);
    expect(findScenario('credential-added-while-working')?.query).not.toContain('datetime_add');
  });

  it('say of each covered category what the reference says', () => {
    const query = findScenario('category-coverage')?.query ?? '';
    const rows = [...query.matchAll(/^ {4}"([^"]+)", "([^"]+)", ("(?:[^"\\]|\\.)*"),?$/gm)].map(([, name, table, lost = '""']) => ({ name, table, lostWithout: JSON.parse(lost) as string }));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) expect(categories).toContainEqual(expect.objectContaining(row));
    const named = rows.map(({ name }) => name);
    const ofDirectory = categories.filter(({ service }) => service === 'Microsoft Entra ID' || service === 'Azure subscription').map(({ name }) => name);
    expect(ofDirectory.filter((name) => !named.includes(name))).toEqual([]);
    // A table that the query never reads would look as if nothing arrived.
    for (const { table } of rows) expect(query).toMatch(new RegExp(`^ {4}${table ?? '?'},?$`, 'm'));
  });
});

describe('tree queries', () => {
  it.each([treeQueries.identities, identityDetailsQuery('a"b'), applicationObjectQuery('a\\b')])('bind on today\'s tables', (query) => {
    expect(kustoDiagnostics(query)).toEqual([]);
  });
});
