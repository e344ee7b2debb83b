import fc from 'fast-check';
import type { Choice } from './expression.ts';
import { applyStep, stepOperators, tableOf, type ModelQuery, type Step } from './query.ts';
import type { ModelColumn, ModelRow, Value } from './value.ts';

/** Columns of every table; few different values, so that filters, groups and joins meet something. */
const columns: readonly ModelColumn[] = [
  { name: 'n', type: 'long' },
  { name: 's', type: 'string' },
  { name: 'r', type: 'real' },
  { name: 't', type: 'datetime' },
  { name: 'b', type: 'bool' },
];

const row: fc.Arbitrary<ModelRow> = fc.tuple(
  fc.constantFrom<Value>(null, 0n, 1n, 2n, -3n),
  fc.constantFrom<Value>('', 'a', 'A', 'ab', 'b c'),
  fc.constantFrom<Value>(null, 0, 0.5, -1.5, 2),
  fc.constantFrom<Value>(null, 639_028_224_000_000_000n, 639_028_260_000_000_001n, 639_029_124_000_000_000n),
  fc.constantFrom<Value>(null, true, false),
);

const { choice } = fc.letrec<{ choice: Choice }>((tie) => ({
  choice: fc.record({ pick: fc.nat(1023), below: fc.oneof({ depthSize: 'small', maxDepth: 3 }, fc.constant([]), fc.array(tie('choice'), { minLength: 1, maxLength: 3 })) }),
}));

const step: fc.Arbitrary<Step> = fc.record({ operator: fc.constantFrom(...stepOperators), choices: fc.array(choice, { maxLength: 4 }) });

/** A query over two small tables, and what it must give. */
export const modelQuery: fc.Arbitrary<ModelQuery> = fc
  .record({ left: fc.array(row, { maxLength: 5 }), right: fc.array(row, { maxLength: 4 }), steps: fc.array(step, { minLength: 1, maxLength: 5 }) })
  .map(({ left, right, steps }) => {
    let names = 0;
    const fresh = () => `c${String((names += 1))}x`;
    const other: ModelQuery = { ...tableOf(columns, right), text: 'Other' };
    const start: ModelQuery = { ...tableOf(columns, left), text: 'Start' };
    const query = steps.reduce((so, next) => applyStep(so, next, other, fresh), start);
    const tables = `let Start = ${tableOf(columns, left).text};\nlet Other = ${tableOf(columns, right).text};\n`;
    return { ...query, text: tables + query.text };
  });
