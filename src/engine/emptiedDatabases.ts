import { quoteIdentifier } from '../kql/sql/index.ts';
import type { Database, Databases } from '../sources/index.ts';

/** Databases that are kept empty for the next; more than a few would only hold memory. */
const mostKept = 2;

/**
 * Locked databases in memory for tables that come and go by the hundred, as those of rule tests do: making one and adding
 * our functions to it takes longer than most of their queries. Closing one drops its tables, and one from which a table
 * cannot be dropped is not used again. A file is opened as ever.
 */
export function emptiedDatabases(databases: Databases): Databases {
  const kept: Database[] = [];
  return {
    ...databases,
    async openLocked(file) {
      if (file !== undefined) return databases.openLocked(file);
      const database = kept.pop() ?? (await databases.openLocked(undefined));
      return {
        connect: () => database.connect(),
        async close() {
          if (kept.length < mostKept && (await emptied(database))) kept.push(database);
          else await database.close();
        },
      };
    },
  };
}

async function emptied(database: Database): Promise<boolean> {
  const session = await database.connect();
  try {
    const tables = await session.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'");
    for (const [name] of tables) await session.execute(`DROP TABLE ${quoteIdentifier(String(name))}`);
    return true;
  } catch {
    return false;
  } finally {
    session.close();
  }
}
