import { mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, importLogs, importPath, lines, openPath } from '../../support/importedLogs.ts';

const signIn = (id: string) => ({ time: '2026-03-01T08:15:30Z', category: 'ServicePrincipalSignInLogs', operationName: 'Sign-in activity', properties: { id } });
const table = 'AADServicePrincipalSignInLogs';

describe('a folder', () => {
  it('of mixed files: logs load, everything else is told once', async () => {
    const logs = await importLogs({
      'tenantId=x/y=2026/PT1H.json': lines([signIn('1')]), 'package.json': '{"name":"x","version":"1.0.0"}', 'notes.txt': 'Remember the milk.', 'empty.json': '', 'blank.json': '\n\n', 'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      'archive.zip': Buffer.from('PK\x03\x04rest'), '.hidden.json': lines([signIn('2')]), 'node_modules/x.json': lines([signIn('3')]), 'numbers.json': '[1,2,3]', 'text.json': '"text"',
    });
    expect(logs.counts).toEqual({ [table]: 1 });
    expect(logs.issues).toEqual(['archive.zip', 'blank.json', 'empty.json', 'notes.txt', 'numbers.json', 'package.json', 'picture.png', 'text.json'].map((file) => `SRC001 ${file} ×0`));
    expect(logs.summary.skipped).toBe(0);
    expect(logs.summary.issues[0]?.message).toBe('archive.zip was left out: it is packed with ZIP (or an Excel workbook); unpack it first (only gzip is unpacked here).');
    expect(logs.summary.files.map(({ file }) => file)).toEqual(['tenantId=x/y=2026/PT1H.json']);
  });

  it('with odd names', async () => {
    const names = ['a [1].json', 'b*.json', 'c?.json', "it's \"quoted\".json", 'ü 日本.json', '{d,e}.json', 'f;g.json', '%20.json', '-h.json', 'b1.json', 'c1.json', 'noextension', 'a 1.json'];
    const logs = await importLogs(Object.fromEntries(names.map((name) => [name, lines([signIn(name)])])));
    expect(logs.counts).toEqual({ [table]: names.length });
    expect((await logs.rows(`${table} | summarize by Id`)).map(([id]) => id).sort()).toEqual(names.slice().sort());
    expect(logs.summary.files.map(({ file }) => file).sort()).toEqual(names.slice().sort());
  });

  it('with links, also in a circle', async () => {
    const folder = await folderWith({ 'a/one.json': lines([signIn('1')]), 'b/two.json': lines([signIn('2')]) });
    const elsewhere = await folderWith({ 'three.json': lines([signIn('3')]) });
    await symlink(path.join(elsewhere, 'three.json'), path.join(folder, 'linked.json'));
    await symlink(elsewhere, path.join(folder, 'linked'));
    await symlink(folder, path.join(folder, 'a', 'circle'));
    await symlink('/nowhere/at/all', path.join(folder, 'broken.json'));
    const logs = await importPath(folder);
    expect(logs.counts).toEqual({ [table]: 4 });
    expect(logs.summary.files.map(({ file }) => file)).toEqual(['a/one.json', 'b/two.json', 'linked/three.json', 'linked.json']);
    expect(logs.issues).toEqual(['SRC019 linked/three.json:1 ×1']);
  });

  it('of many files: each is counted', async () => {
    const logs = await importLogs(Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`h=${String(index)}/PT1H.json`, lines([signIn(String(index))])])));
    expect(logs.counts).toEqual({ [table]: 1200 });
    expect(logs.summary.files.every(({ rowsByTable }) => rowsByTable[table] === 1)).toBe(true);
  });

  it('that is empty, is no log, or is not there, says so', async () => {
    const folder = await folderWith({});
    await expect(openPath(folder)).rejects.toThrow(`The folder ${folder} holds no files.`);
    await expect(openPath(path.join(folder, 'gone'))).rejects.toThrow('There is no file or folder at');
    await expect(importLogs({ 'a.txt': 'x', 'b.txt': 'y' })).rejects.toThrow('2 files were looked at; the first: a.txt was left out: it is neither JSON, nor CSV with a header, nor Parquet.');
    await expect(importPath(path.join(await folderWith({ 'x.json': '{"name":"x"}' }), 'x.json'))).rejects.toThrow('it has neither a category, nor the columns of a known table, nor a time');
  });

  it('takes the newest record of sign-ins and activity for now, whatever later dates lists hold', async () => {
    const indicator = { Type: 'ThreatIntelIndicators', TimeGenerated: '2030-01-01T00:00:00Z', Id: 'x' };
    const logs = await importLogs({ 'a.json': lines([signIn('1'), { ...signIn('2'), time: '2026-03-02T00:00:00.5Z' }, indicator]) });
    expect(logs.summary.asOf).toBe('2026-03-02T00:00:00.5000000Z');
    expect(await logs.rows('print now()')).toEqual([['2026-03-02T00:00:00.5000000Z']]);
  });
});

describe('a long load', () => {
  it('tells how far it is, in files and as a fraction that only grows', async () => {
    const told: { message: string; fraction?: number }[] = [];
    await importLogs({ 'a.csv': 'TimeGenerated,Type\n2026-03-01,SigninLogs\n', 'b.json': lines([signIn('1')]), 'c.json': JSON.stringify([signIn('2')], undefined, 1) }, { progress: (progress) => void told.push(progress) });
    expect(told.map(({ message }) => message)).toEqual(['Loading a.csv', 'Loading b.json', 'Loading c.json', 'Checking the loaded records']);
    const fractions = told.map(({ fraction }) => fraction ?? -1);
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.slice().sort((a, b) => a - b));
  });

  it('ends at once when it is cancelled, and leaves nothing behind', async () => {
    const folder = await folderWith({ 'a.json': lines(Array.from({ length: 150_000 }, (_, index) => ({ ...signIn(String(index)), filler: 'x'.repeat(300) }))), 'b.json': lines([signIn('z')]) });
    const storage = `${folder}-storage`;
    const controller = new AbortController();
    let cancelledAt = 0;
    const opening = openPath(folder, { storage, signal: controller.signal, progress: () => setTimeout(() => { cancelledAt = performance.now(); controller.abort(new Error('enough')); }, 30) });
    await expect(opening).rejects.toThrow('enough');
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    await mkdir(path.join(storage, 'sources'), { recursive: true });
    expect(await readdir(path.join(storage, 'sources'))).toEqual([]);
    await rm(storage, { recursive: true });
  });
});

describe('a source opened again', () => {
  it('clears away what a process that is gone had half loaded, not what one at work has', async () => {
    const folder = await folderWith({ 'a.json': lines([signIn('1')]) });
    const storage = path.join(path.dirname(folder), 'storage');
    await mkdir(path.join(storage, 'sources', 'k.duckdb.999999999-1.partial.files'), { recursive: true });
    await writeFile(path.join(storage, 'sources', 'k.duckdb.999999999-1.partial'), 'half');
    await writeFile(path.join(storage, 'sources', `k.duckdb.${String(process.ppid)}-1.partial`), 'half');
    await (await openPath(folder, { storage })).dispose();
    const left = await readdir(path.join(storage, 'sources'));
    expect(left.filter((name) => name.includes('partial'))).toEqual([`k.duckdb.${String(process.ppid)}-1.partial`]);
  });

  it('comes from what was kept, until a file changes', async () => {
    const folder = await folderWith({ 'a.json': lines([signIn('1')]) });
    const told: string[] = [];
    const open = async () => {
      told.length = 0;
      const source = await openPath(folder, { progress: ({ message }) => void told.push(message) });
      const counts = source.summary.tables.map(({ rows }) => rows);
      await source.dispose();
      return counts;
    };
    expect(await open()).toEqual([1]);
    expect(told.length).toBeGreaterThan(0);
    expect(await open()).toEqual([1]);
    expect(told).toEqual([]);
    await writeFile(path.join(folder, 'a.json'), lines([signIn('1'), signIn('2')]));
    expect(await open()).toEqual([2]);
    const later = new Date(Date.now() + 5000);
    await utimes(path.join(folder, 'a.json'), later, later);
    expect(await open()).toEqual([2]);
    expect(told.length).toBeGreaterThan(0);
    await writeFile(path.join(folder, 'b.json'), lines([signIn('3')]));
    expect(await open()).toEqual([3]);
  });
});
