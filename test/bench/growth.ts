import type { Translator } from '../../src/kql/index.ts';
import { correlations } from './cases.ts';
import { sqlOf, timed, withData } from './database.ts';
import { seconds, table, whole } from './report.ts';

/** Milliseconds, or why there was no answer. */
type Outcome = number | string;

/** Every correlation scenario once on each of two sizes; what fails is written down like what takes long. */
export async function measureGrowth(folder: string, translator: Translator, small: number, large: number): Promise<readonly string[]> {
  const few = await outcomes(folder, translator, small);
  const many = await outcomes(folder, translator, large);
  const shown = (outcome: Outcome | undefined) => (typeof outcome === 'number' ? seconds(outcome) : (outcome ?? ''));
  return [
    'Under a DuckDB limit of 2 GiB, one run each. `npm run bench -- --only=growth --growth=1000000,10000000` measures the sizes that are wanted (growth at most 12 times).', '',
    ...table(['scenario', `${whole(small)} sign-ins of each kind, s`, `${whole(large)} sign-ins of each kind, s`, 'growth'], correlations.map(({ name }, index) => {
      const [less, more] = [few[index], many[index]];
      return [name, shown(less), shown(more), typeof less === 'number' && typeof more === 'number' ? (more / less).toFixed(1) : ''];
    })),
  ];
}

function outcomes(folder: string, translator: Translator, rows: number): Promise<readonly Outcome[]> {
  const started = performance.now();
  return withData(folder, rows, async (connection) => {
    console.error(`${whole(rows)} sign-ins of each kind: made in ${seconds(performance.now() - started)} s`);
    const list: Outcome[] = [];
    for (const one of correlations) {
      const outcome = await timed(connection, sqlOf(translator, one)).then(({ ms }) => ms, (error: unknown) => (error instanceof Error ? error.message.split('\n', 1)[0] ?? '' : String(error)));
      console.error(`${one.name}: ${typeof outcome === 'number' ? `${seconds(outcome)} s` : outcome}`);
      list.push(outcome);
    }
    return list;
  });
}
