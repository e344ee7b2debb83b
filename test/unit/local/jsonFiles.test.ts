import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importLogs, lines, type FileContents, type ImportedLogs } from '../../support/importedLogs.ts';

const table = 'AADServicePrincipalSignInLogs';
let last = 0;
/** A sign-in record that differs from every other. */
function signIn(more: object = {}): Readonly<Record<string, unknown>> {
  last += 1;
  return { time: '2026-03-01T08:15:30.1234567Z', category: 'ServicePrincipalSignInLogs', operationName: 'Sign-in activity', resultType: '0', correlationId: `c${String(last)}`, properties: { id: `id${String(last)}`, servicePrincipalName: 'job' }, ...more };
}

interface Expected {
  readonly rows: number;
  readonly issues?: readonly string[];
  readonly skipped?: number;
}

async function check(files: FileContents, { rows, issues = [], skipped = 0 }: Expected): Promise<ImportedLogs> {
  const logs = await importLogs(files);
  expect({ counts: logs.counts, issues: logs.issues, skipped: logs.summary.skipped }).toEqual({ counts: { [table]: rows }, issues, skipped });
  return logs;
}

describe('JSON files', () => {
  it.each([
    ['lines', () => lines([signIn(), signIn()])],
    ['lines without an end', () => lines([signIn(), signIn()]).trimEnd()],
    ['lines that end in CRLF, with blank ones', () => `${lines([signIn()], '\r\n')}\r\n   \r\n${lines([signIn()], '\r\n')}`],
    ['lines after a byte order mark', () => `\ufeff${lines([signIn(), signIn()])}`],
    ['one list', () => JSON.stringify([signIn(), signIn()])],
    ['a list over many lines', () => JSON.stringify([signIn(), signIn()], undefined, 2)],
    ['a list after a byte order mark', () => `\ufeff${JSON.stringify([signIn(), signIn()], undefined, 2)}`],
    ['documents over many lines, one after the other', () => `${JSON.stringify(signIn(), undefined, 2)}\n${JSON.stringify(signIn(), undefined, 2)}\n`],
    ['lists in lines', () => lines([[signIn()], [signIn()]])],
    ['several records in a line', () => `${JSON.stringify(signIn())}${JSON.stringify(signIn())}\n`],
  ])('%s', async (_, content) => {
    const text = content();
    await check({ 'a.json': text, 'b.json.gz': gzipSync(text.replaceAll(/"(c|id)(\d)/g, '"$1z$2')), 'c.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('\ufeff', '').replaceAll(/"(c|id)(\d)/g, '"$1y$2'), 'utf16le')]) }, { rows: 6 });
  });

  it('of UTF-16 without a mark', async () => {
    await check({ 'a.json': Buffer.from(lines([signIn(), signIn()]), 'utf16le'), 'b.json': Buffer.from(lines([signIn()]), 'utf16le').swap16() }, { rows: 3 });
  });

  it('with broken records load the rest, and tell each with its line, also between blank lines', async () => {
    const content = `${lines([signIn()], '\r\n')}\r\n\r\n{"time": "2026-\r\n${lines([signIn()], '\r\n')}  \t\r\nnot JSON at all\r\n${lines([signIn()], '\r\n')}`;
    const logs = await check({ 'a.json': content }, { rows: 3, issues: ['SRC002 a.json:4 ×1', 'SRC002 a.json:7 ×1'], skipped: 2 });
    expect(logs.summary.issues[0]?.message).toBe('This record is no sound JSON and was left out.');
  });

  it('with very many broken records name twenty and count the others', async () => {
    const logs = await importLogs({ 'a.json': lines([signIn(), ...Array.from({ length: 50 }, () => '{"broken'), signIn()]) });
    expect(logs.counts).toEqual({ [table]: 2 });
    expect(logs.issues).toHaveLength(21);
    expect(logs.issues).toContain('SRC002 a.json ×30');
    expect(logs.summary.skipped).toBe(50);
  });

  it('that begin with a broken line are files of lines all the same', async () => {
    await check({ 'a.json': `{"cut":\n${lines([signIn(), signIn()])}` }, { rows: 2, issues: ['SRC002 a.json:1 ×1'], skipped: 1 });
  });

  it('cut off in a list keep the records before the cut', async () => {
    const text = JSON.stringify({ records: [signIn(), signIn(), signIn()] }, undefined, 1);
    await check({ 'a.json': text.slice(0, text.lastIndexOf('servicePrincipalName')) }, { rows: 2, issues: [`SRC002 a.json:${String(text.slice(0, text.lastIndexOf('"time"')).split('\n').length - 1)} ×1`], skipped: 1 });
  });

  it('with bytes that are no text load with the sign for unreadable characters', async () => {
    const [before = '', after = ''] = JSON.stringify(signIn({ resultDescription: '#' })).split('#');
    const logs = await check({ 'a.json': Buffer.concat([Buffer.from(before), Buffer.from([0xe9, 0xff]), Buffer.from(`${after}\n`)]) }, { rows: 1, issues: ['SRC011 a.json:1 ×1'] });
    expect(await logs.rows(`${table} | project ResultDescription`)).toEqual([['\ufffd\ufffd']]);
  });

  it('with half a surrogate pair load', async () => {
    const logs = await check({ 'a.json': `${JSON.stringify(signIn({ resultDescription: '#' })).replace('#', '\\ud800')}\n` }, { rows: 1, issues: ['SRC011 a.json:1 ×1'] });
    expect(await logs.rows(`${table} | project ResultDescription`)).toEqual([['\ufffd']]);
  });

  it('packed files that break off load what is left, and say that some is missing', async () => {
    const records = Array.from({ length: 4000 }, (_, index) => signIn({ noise: (index * 2_654_435_761 % 4_294_967_296).toString(36) }));
    const packed = gzipSync(lines(records));
    const cut = await importLogs({ 'a.json.gz': packed.subarray(0, packed.length / 2) });
    const loaded = cut.counts[table] ?? 0;
    expect(loaded).toBeGreaterThan(1000);
    expect(loaded).toBeLessThan(3000);
    expect(cut.issues).toContain('SRC012 a.json.gz ×0');
    const withoutEnd = await importLogs({ 'a.json.gz': packed.subarray(0, packed.length - 4) });
    expect({ counts: withoutEnd.counts, issues: withoutEnd.issues }).toEqual({ counts: { [table]: 4000 }, issues: ['SRC012 a.json.gz ×0'] });
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length >> 1, (packed.length >> 1) + 200);
    expect((await importLogs({ 'a.json.gz': damaged, 'b.json': lines([signIn()]) })).issues).toContain('SRC012 a.json.gz ×0');
  });

  it('of several gzip members, one after the other', async () => {
    await check({ 'a.json.gz': Buffer.concat([gzipSync(lines([signIn()])), gzipSync(lines([signIn()]))]) }, { rows: 2 });
  });

  it('with keys that occur twice say so, and take the first', async () => {
    const text = JSON.stringify(signIn()).replace('"servicePrincipalName":"job"', '"servicePrincipalName":"first","servicePrincipalName":"second"');
    const logs = await check({ 'a.json': `${text}\n` }, { rows: 1, issues: ['SRC007 a.json:1 ×1'] });
    expect(await logs.rows(`${table} | project ServicePrincipalName`)).toEqual([['first']]);
  });

  it('with keys that differ only in case keep both', async () => {
    const logs = await check({ 'a.json': lines([{ ...signIn(), properties: { id: 'x', zone: 'small', Zone: 'large' } }]) }, { rows: 1 });
    const row = await logs.row(table);
    expect(Object.entries(row).filter(([name]) => /^zone/i.test(name)).map(([, value]) => value).sort()).toEqual(['large', 'small']);
  });

  it('with a record of 20 MB', async () => {
    const logs = await check({ 'a.json': lines([signIn(), signIn({ big: 'x'.repeat(20_000_000) }), signIn()]) }, { rows: 3 });
    expect(await logs.rows(`${table} | summarize max(strlen(Big))`)).toEqual([[20_000_000]]);
  }, 60_000);

  it('with names that are made to mislead SQL', async () => {
    const logs = await check({ 'a.json': lines([signIn({ 'x"; DROP TABLE t; --': 1, "it's": { "a'b": 2 }, '': 3, 'time ': 4, '$.a': 5 })]) }, { rows: 1 });
    expect(await logs.row(`${table} | project X___DROP_TABLE_t____, It_s, Unnamed`)).toEqual({ X___DROP_TABLE_t____: 1, It_s: { "a'b": 2 }, Unnamed: 3 });
  });

  it('whose values do not fit their column keep them aside, and say so', async () => {
    const logs = await check({ 'a.json': lines([signIn({ durationMs: 'long' }), signIn({ durationMs: '12' }), signIn({ durationMs: 13.0 }), signIn({ durationMs: 13.5 }), signIn({ durationMs: '' }), signIn({ durationMs: null })]) }, { rows: 6, issues: ['SRC006 a.json:1 ×2'] });
    expect(await logs.rows(`${table} | sort by CorrelationId asc | project DurationMs, _UnfitValues`)).toEqual([[null, { DurationMs: 'long' }], [12, null], [13, null], [null, { DurationMs: '13.5' }], [null, null], [null, null]]);
  });

  it('without a time take another one, or load without', async () => {
    const { time: _, ...timeless } = signIn();
    await check({ 'a.json': lines([{ ...timeless, properties: { id: '1', createdDateTime: '2026-03-02T00:00:00+00:00' } }, { ...timeless, properties: { id: '2' } }]) }, { rows: 2, issues: ['SRC004 a.json:1 ×1', 'SRC005 a.json:2 ×1'] });
  });

  it('count a record that stands in two files twice, and say so', async () => {
    const [one, two, three] = [signIn(), signIn(), signIn()];
    await check({ 'a.json': lines([one, two]), 'b.json': lines([three, two, one]) }, { rows: 5, issues: ['SRC019 b.json:2 ×2'] });
  });
});
