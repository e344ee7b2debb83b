import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../../src/reference/index.ts';
import { cast, hostileNames, sampleEnd, sampleStart, tenant, writeSample } from '../../../src/sources/sample/index.ts';

interface Written {
  readonly records: number;
  readonly text: string;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-sample-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, options: { rows?: number; seed?: number }): Promise<Written> {
  const directory = path.join(folder, name);
  const { files, records } = await writeSample(directory, options);
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), 'utf8')));
  return { records, text: texts.join('') };
}

describe('writeSample', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    const [first, again, other] = await Promise.all([write('a', { seed: 7 }), write('b', { seed: 7 }), write('c', { seed: 8 })]);
    expect(again.text).toBe(first.text);
    expect(other.text).not.toBe(first.text);
  });

  it('writes about as many records as asked for, and counts them', async () => {
    const { records, text } = await write('rows', { rows: 20_000 });
    expect(text.trimEnd().split('\n')).toHaveLength(records);
    expect(records).toBeGreaterThanOrEqual(20_000);
    expect(records).toBeLessThan(20_010);
  });

  it('keeps the stories whole when hardly any rows are asked for', async () => {
    const { text } = await write('few', { rows: 1 });
    for (const actor of Object.values(cast)) {
      if (actor === cast.functionApp) continue;
      expect(text).toContain(actor.servicePrincipalId);
    }
    for (const name of hostileNames) expect(text).toContain(JSON.stringify(name).slice(1, -1));
  });

  it('uses only addresses set aside for documentation or for private networks', async () => {
    const { text } = await write('addresses', {});
    const addresses = new Set(text.match(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g));
    expect([...addresses].filter((address) => !/^(?:192\.0\.2|198\.51\.100|203\.0\.113|10\.[12]\.0)\./.test(address) && address !== '4.40.0.0')).toEqual([]);
    expect(text).toContain('2001:db8:66::1');
  });

  it('keeps every time inside the fortnight that its look-back covers', async () => {
    const { text } = await write('times', {});
    const times = text.trimEnd().split('\n').map((line) => JSON.parse(line) as { time?: string; TimeGenerated?: string }).map(({ time, TimeGenerated }) => Date.parse(time ?? TimeGenerated ?? ''));
    expect(times.filter((time) => !(time >= sampleStart && time <= sampleEnd))).toEqual([]);
    expect(sampleEnd - sampleStart).toBeLessThan(14 * 86_400_000);
  });

  it('spells rows of plain tables in columns those tables have', async () => {
    const directory = path.join(folder, 'columns');
    const { files } = await writeSample(directory, {});
    for (const file of files.filter((name) => name.startsWith('tables'))) {
      const table = tables.find(({ name }) => name === path.basename(file, '.ndjson'));
      const [line = '{}'] = (await readFile(path.join(directory, file), 'utf8')).split('\n');
      const known = table?.columns.map(({ name }) => name) ?? [];
      expect(Object.keys(JSON.parse(line) as object).filter((name) => !known.includes(name) && name !== 'TenantId')).toEqual([]);
    }
  });

  it('names one tenant only', async () => {
    const { text } = await write('tenant', {});
    expect(new Set([...text.matchAll(/"tenantId":"([^"]+)"/g)].map(([, id]) => id))).toEqual(new Set([tenant.id]));
  });
});
