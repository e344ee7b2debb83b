import type { Choice } from './expression.ts';
import type { ModelQuery } from './query.ts';
import { absent, type ModelColumn, type ModelRow, type Value } from './value.ts';

const kinds = ['inner', 'leftouter', 'rightouter', 'fullouter', 'leftsemi', 'leftanti', 'rightsemi', 'rightanti', 'innerunique', 'lookup'] as const;
type Kind = (typeof kinds)[number];

/**
 * A join of every kind on one key. The right side's columns get new names, so that only the key may repeat. Rows without a
 * key are taken out first on both sides: what a null key meets is not for this model to say.
 */
export function joined(query: ModelQuery, other: ModelQuery, choices: readonly Choice[], fresh: () => string): ModelQuery {
  const pairs = query.columns.flatMap((left, leftAt) => other.columns.flatMap((right, rightAt) => (left.type === right.type && left.type !== 'real' ? [{ left, leftAt, right, rightAt }] : [])));
  const pair = pairs[(choices[0]?.pick ?? 0) % Math.max(1, pairs.length)];
  if (!pair) return query;
  const sameName = !query.columns.some(({ name }) => name === `${pair.left.name}1`) && (choices[1]?.pick ?? 0) % 2 === 0;
  const renamed = other.columns.map((column, index) => ({ ...column, name: index === pair.rightAt && sameName ? pair.left.name : fresh() }));
  const left = query.rows.filter((row) => row[pair.leftAt] !== null);
  const right = other.rows.filter((row) => row[pair.rightAt] !== null);
  const kind = kindOf(choices[2]?.pick ?? 0, left, pair.leftAt, sameName);
  const present = (name: string, column: ModelColumn) => (column.type === 'string' ? '' : `\n| where isnotnull(${name})`);
  const rightText = `${other.text}\n| project ${renamed.map(({ name }, index) => `${name} = ${other.columns[index]!.name}`).join(', ')}${present(renamed[pair.rightAt]!.name, pair.right)}`;
  const on = sameName ? pair.left.name : `$left.${pair.left.name} == $right.${renamed[pair.rightAt]!.name}`;
  // A join that shows the right side alone has no name to tell apart.
  const repeats = sameName && kind !== 'rightsemi' && kind !== 'rightanti';
  const shown = renamed.map((column, index) => (index === pair.rightAt && repeats ? { ...column, name: `${column.name}1` } : column));
  return {
    text: `${query.text}${present(pair.left.name, pair.left)}\n| ${kind === 'lookup' ? 'lookup' : `join kind=${kind}`} (${rightText}) on ${on}`,
    ...combine(kind, { columns: query.columns, rows: left, at: pair.leftAt }, { columns: shown, rows: right, at: pair.rightAt }),
    ordered: false,
  };
}

/** `innerunique` takes any one left row of a key: only where keys are unique has it one answer. */
function kindOf(pick: number, left: readonly ModelRow[], at: number, sameName: boolean): Kind {
  const kind = kinds[pick % kinds.length]!;
  if (kind === 'innerunique' && new Set(left.map((row) => row[at])).size < left.length) return 'inner';
  return kind === 'lookup' && !sameName ? 'leftouter' : kind;
}

interface Side {
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly ModelRow[];
  readonly at: number;
}

function combine(kind: Kind, left: Side, right: Side): { columns: readonly ModelColumn[]; rows: readonly ModelRow[] } {
  const matches = (key: Value | undefined, side: Side) => side.rows.filter((row) => row[side.at] === key);
  const only = (side: Side, others: Side, found: boolean) => ({ columns: side.columns, rows: side.rows.filter((row) => matches(row[side.at], others).length > 0 === found) });
  if (kind === 'leftsemi' || kind === 'leftanti') return only(left, right, kind === 'leftsemi');
  if (kind === 'rightsemi' || kind === 'rightanti') return only(right, left, kind === 'rightsemi');
  const pairs = left.rows.flatMap((row) => matches(row[left.at], right).map((match) => [...row, ...match]));
  const leftAlone = only(left, right, false).rows.map((row) => [...row, ...right.columns.map(absent)]);
  const rightAlone = only(right, left, false).rows.map((row) => [...left.columns.map(absent), ...row]);
  const rows = [...pairs, ...(/^(leftouter|fullouter|lookup)$/.test(kind) ? leftAlone : []), ...(/^(rightouter|fullouter)$/.test(kind) ? rightAlone : [])];
  const columns = [...left.columns, ...right.columns];
  // A lookup shows its key once.
  const hidden = kind === 'lookup' ? left.columns.length + right.at : -1;
  return { columns: columns.filter((_, index) => index !== hidden), rows: rows.map((row) => row.filter((_, index) => index !== hidden)) };
}
