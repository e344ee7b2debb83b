import { ProblemError, type Column } from '../../base/index.ts';
import type { Join, JoinOutput, LatestMatch, Union } from '../plan/index.ts';
import { quoteIdentifier, quoteString } from '../sql/index.ts';
import { emptyValue, withCarried, type Emitter } from './emitter.ts';

const joinWords: Readonly<Record<Join['joinKind'], string>> = {
  inner: 'JOIN', innerunique: 'JOIN', leftouter: 'LEFT JOIN', rightouter: 'RIGHT JOIN', fullouter: 'FULL JOIN',
  leftsemi: 'SEMI JOIN', rightsemi: 'SEMI JOIN', leftanti: 'ANTI JOIN', rightanti: 'ANTI JOIN',
};

export function emitJoin(join: Join, emitter: Emitter): string {
  const { joinKind, left, right, on, outputs, span, latest } = join;
  const carried = { left: emitter.carried(left), right: emitter.carried(right) };
  if (carried.right.length > 0) throw new ProblemError({ code: 'KQL055', message: 'The local engine joins the rows of a part with others only where the part stands on the left.', span });
  const condition = on.map((pair) => `${emitter.expression(pair.left)} = ${emitter.expression(pair.right)}`).join(' AND ');
  const types = { left: typesOf(left.columns), right: typesOf(right.columns) };
  const outer = { left: joinKind === 'rightouter' || joinKind === 'fullouter', right: joinKind === 'leftouter' || joinKind === 'fullouter' };
  if (carried.left.length > 0 && (outer.left || joinKind.startsWith('right'))) throw new ProblemError({ code: 'KQL055', message: `The local engine does not run join kind=${joinKind} inside a partition or mv-apply.`, span });
  const list = outputs.map(({ name, side, source }) => {
    const column = `${side === 'left' ? 'l' : 'r'}.${quoteIdentifier(source)}`;
    return `${outer[side] && types[side].get(source) === 'string' ? `coalesce(${column}, '')` : column} AS ${quoteIdentifier(name)}`;
  });
  const keys = [...carried.left.map(quoteIdentifier), ...on.map(({ left: key }) => (key.kind === 'column' ? quoteIdentifier(key.name) : emitter.expression(key).replaceAll('l."', '"')))].join(', ');
  const leftSql = joinKind === 'innerunique' ? `(SELECT DISTINCT ON (${keys}) * FROM ${emitter.from(left)})` : emitter.from(left);
  const swapped = joinKind === 'rightsemi' || joinKind === 'rightanti' || latest?.at.side === 'right';
  const [first, second] = swapped ? [`${emitter.from(right)} r`, `${leftSql} l`] : [`${leftSql} l`, `${emitter.from(right)} r`];
  const words = latest ? 'ASOF JOIN' : joinWords[joinKind];
  return `SELECT ${withCarried(list, carried.left)} FROM ${first} ${words} ${second} ON ${condition}${latest ? ` AND ${latestCondition(latest)}` : ''}`;
}

function latestCondition({ at, before, orEqual }: LatestMatch): string {
  const column = ({ side, source }: JoinOutput) => `${side === 'left' ? 'l' : 'r'}.${quoteIdentifier(source)}`;
  return `${column(at)} ${orEqual ? '>=' : '>'} ${column(before)}`;
}

function typesOf(columns: readonly Column[]): ReadonlyMap<string, string> {
  return new Map(columns.map((column) => [column.name, column.type]));
}

export function emitUnion({ inputs, columns, sourceColumn, span }: Union, emitter: Emitter): string {
  if (inputs.length === 0) throw new ProblemError({ code: 'KQL017', message: 'None of the tables of this union is in the source.', span });
  const carried = emitter.carried(inputs[0]?.relation ?? { kind: 'values', rows: [], columns, span });
  if (inputs.some(({ relation }) => emitter.carried(relation).join() !== carried.join())) throw new ProblemError({ code: 'KQL055', message: 'The local engine does not unite the rows of a part with others.', span });
  return inputs
    .map(({ relation, sources, sourceName }) => {
      const list = columns.map((column, index) => `${unionValue(column, sources[index], column.name === sourceColumn ? sourceName : undefined)} AS ${quoteIdentifier(column.name)}`);
      return `SELECT ${withCarried(list, carried)} FROM ${emitter.from(relation)}`;
    })
    .join(' UNION ALL ');
}

function unionValue(column: Column, source: string | undefined, sourceName: string | undefined): string {
  if (sourceName !== undefined) return quoteString(sourceName);
  return source === undefined ? emptyValue(column.type) : quoteIdentifier(source);
}
