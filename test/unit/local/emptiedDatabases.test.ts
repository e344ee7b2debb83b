import { expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabases } from '../../../src/engine/duckDatabases.ts';
import { emptiedDatabases } from '../../../src/engine/emptiedDatabases.ts';
import { registerNativeFunctions } from '../../../src/engine/nativeFunctions.ts';

it('a database that is used again holds nothing of its last use', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'identity-trail-emptied-'));
  let made = 0;
  const plain = createDatabases({ memoryMegabytes: 256, spillFolder: folder }, registerNativeFunctions);
  const databases = emptiedDatabases({
    ...plain,
    openLocked: (file) => {
      made += 1;
      return plain.openLocked(file);
    },
  });
  try {
    for (const value of [1, 2]) {
      const database = await databases.openLocked(undefined);
      const session = await database.connect();
      await session.execute('CREATE TABLE "a ""b"" c" (x BIGINT)');
      await session.execute(`INSERT INTO "a ""b"" c" VALUES (${String(value)})`);
      expect((await session.rows('SELECT x FROM "a ""b"" c"')).map(([x]) => Number(x))).toEqual([value]);
      session.close();
      await database.close();
    }
    expect(made).toBe(1);
    const [first, second] = [await databases.openLocked(undefined), await databases.openLocked(undefined)];
    expect(made).toBe(2);
    await Promise.all([first.close(), second.close()]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
