import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { problemsFrom } from '../../../src/engine/runtimeProblem.ts';

/** The code and message for what DuckDB really throws at a statement. */
async function problemOf(sql: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.runAndReadAll(sql);
    return 'no problem';
  } catch (error) {
    return problemsFrom(error).map(({ code, message }) => `${code} ${message}`).join('\n');
  } finally {
    connection.closeSync();
  }
}

it('names the calculation that overflows', async () => {
  expect(await problemOf('SELECT 9223372036854775807 + i FROM (SELECT 1::BIGINT AS i)')).toContain('ENG004 The calculation 9223372036854775807 + 1 in the query');
  expect(await problemOf('SELECT 9223372036854775807 * i FROM (SELECT -2::BIGINT AS i)')).toContain('ENG004 The calculation 9223372036854775807 * -2 in the query');
});

it('names the functions that take a time zone', async () => {
  expect(await problemOf("SELECT timezone('Nowhere/At_All', make_timestamp(0))")).toMatch(/^ENG009 .*datetime_utc_to_local\(\)/);
});
