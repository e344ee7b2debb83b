import { describe, expect, it } from 'vitest';
import { parseIsoTicks } from '../../../src/base/index.ts';
import { backTest, readYamlRules, ruleDefinition, type RuleDefinition } from '../../../src/rules/index.ts';

const rule = (frequency: string, more = ''): RuleDefinition =>
  ruleDefinition(readYamlRules(`id: 0f1c5a1e-5b1a-4a6e-9d1c-2f4c1a7b9e01\nname: r\ndescription: d\nkind: Scheduled\nseverity: Low\nqueryFrequency: ${frequency}\nqueryPeriod: ${frequency}\ntriggerOperator: gt\ntriggerThreshold: 0\n${more}entityMappings:\n  - entityType: IP\n    fieldMappings:\n      - identifier: Address\n        columnName: IP\nquery: T\n`).rules[0]!);
const ticks = (text: string) => parseIsoTicks(text)!;

/** Runs over two days; the rows of T are times with an address. */
async function run(definition: RuleDefinition, rows: readonly (readonly [time: string, address: string])[], to = '2026-03-02T12:00:00Z') {
  const windows: string[] = [];
  const database = {
    run: ({ timeRange }: { readonly timeRange?: { readonly from: string; readonly to: string } }) => {
      windows.push(`${timeRange!.from.slice(8, 16)} ${timeRange!.to.slice(8, 16)}`);
      const inside = rows.filter(([time]) => ticks(time) >= ticks(timeRange!.from) && ticks(time) < ticks(timeRange!.to));
      return Promise.resolve({ columns: [{ name: 'IP', type: 'string' as const }], rows: inside.map(([, address]) => [address]) });
    },
  };
  return { windows, result: await backTest({ rule: definition, database, from: ticks('2026-03-01T06:30:00Z'), to: ticks(to) }) };
}

describe('a back-test', () => {
  it('covers the first and the last record with runs at whole multiples of the frequency', async () => {
    const { windows } = await run(rule('12h'), []);
    expect(windows).toEqual(['01T00:00 01T12:00', '01T12:00 02T00:00', '02T00:00 02T12:00', '02T12:00 03T00:00']);
  });

  it('counts alerts by the day they are about, and those that repeat', async () => {
    const { result } = await run(rule('12h'), [['2026-03-01T07:00:00Z', '192.0.2.1'], ['2026-03-01T23:59:59Z', '192.0.2.1'], ['2026-03-02T12:00:00Z', '192.0.2.2']]);
    expect(result).toMatchObject({ runs: 4, alerts: 3, repeated: 1, suppressedRuns: 0, topEntities: [{ entity: 'IP 192.0.2.1', alerts: 2 }, { entity: 'IP 192.0.2.2', alerts: 1 }] });
    expect(result.days.map(({ day, alerts }) => `${day} ${String(alerts)}`)).toEqual(['2026-03-01 2', '2026-03-02 1', '2026-03-03 0']);
  });

  it('rests after an alert where the rule says so', async () => {
    const { result } = await run(rule('12h', 'suppressionEnabled: true\nsuppressionDuration: 1d\n'), [['2026-03-01T07:00:00Z', 'a'], ['2026-03-01T13:00:00Z', 'a'], ['2026-03-02T07:00:00Z', 'a']]);
    expect(result).toMatchObject({ alerts: 2, suppressedRuns: 2 });
  });

  it('refuses more runs than anybody would wait for', async () => {
    await expect(run(rule('5m'), [], '2026-06-01T00:00:00Z')).rejects.toThrow('times over this source');
  });
});
