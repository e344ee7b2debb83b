import { ProblemError, type KqlType } from '../../base/index.ts';
import type { Parse, ParsePart } from '../plan/index.ts';
import { quoteIdentifier, quoteString } from '../sql/index.ts';
import { orEmpty, withCarried, type Emitter } from './emitter.ts';

/** What a value of a type looks like, for a column that no text ends. */
const shapes: Readonly<Partial<Record<KqlType, string>>> = {
  long: '[+-]?\\d+',
  int: '[+-]?\\d+',
  real: '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?',
  decimal: '[+-]?\\d+(?:\\.\\d+)?',
  bool: '(?i:true|false)|[01]',
  guid: '[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}',
  datetime: '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?',
  timespan: '-?(?:\\d+\\.)?\\d{1,2}:\\d{2}:\\d{2}(?:\\.\\d+)?',
};

function escaped(literal: string): string {
  return literal.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** A regular expression whose own groups capture nothing, so that groups are counted by column. */
function withoutGroups(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)/gs, (token) => (token === '(' ? '(?:' : token));
}

function partPattern({ parts, mode, flags }: Parse, index: number): string {
  const part = parts[index] as ParsePart;
  const [last, next] = [index === parts.length - 1, parts[index + 1]];
  switch (part.kind) {
    case 'text':
      return mode === 'regex' ? `(?:${withoutGroups(part.text)})` : escaped(part.text);
    case 'skip':
      // The flag U turns greediness around; what is skipped is as short as can be either way.
      return last || (mode === 'regex' && flags.includes('U')) ? '.*' : '.*?';
    case 'column': {
      const shape = shapes[part.type];
      if (shape !== undefined && (mode === 'regex' || next?.kind === 'skip' || next?.kind === 'column')) return `(${shape})`;
      return last || mode === 'regex' ? '(.*)' : '(.*?)';
    }
  }
}

/**
 * The pattern as one regular expression, each column a group. A text is found at its first place; the last column takes
 * the rest. Without `*` at its ends the pattern begins and ends where the text does; a regular expression may stand anywhere.
 */
function patternOf(parse: Parse): string {
  const { parts, mode, flags } = parse;
  const body = parts.map((_, index) => partPattern(parse, index)).join('');
  if (mode !== 'regex') return `(?s)${parts[0]?.kind === 'skip' ? '' : '^'}${body}$`;
  const chosen = [...new Set(flags.replace(/[^imsU]/g, ''))].join('');
  return `${chosen === '' ? '' : `(?${chosen})`}${body}`;
}

export function emitParse(parse: Parse, emitter: Emitter): string {
  const { input, operand, parts, columns, mode, filter, span } = parse;
  const found = parts.flatMap((part) => (part.kind === 'column' ? [part] : []));
  const groups = found.map((_, index) => quoteString(`c${String(index)}`)).join(', ');
  const pattern = quoteString(patternOf(parse));
  const text = emitter.call('tostring', [emitter.argument(operand)], 'string', operand.span);
  if (found.length === 0) throw new ProblemError({ code: 'KQL056', message: 'This parse has no column to fill.', span });
  const inner = `SELECT *, regexp_matches(${text}, ${pattern}) AS "parsed", regexp_extract(${text}, ${pattern}, [${groups}]) AS "parts" FROM ${emitter.from(input)}`;
  const value = (index: number) => {
    const part = found[index];
    const raw = `"parts".c${String(index)}`;
    if (!part || part.type === 'string') return raw;
    return emitter.call(`to${part.type}`, [{ sql: raw, type: 'string' }], part.type, span);
  };
  // In simple mode a value that is not of its column's type makes the whole text one that does not match.
  const typed = found.map((part, index) => ({ part, index })).filter(({ part }) => part.type !== 'string' && part.type !== 'dynamic');
  const strict = mode === 'relaxed' ? [] : typed.map(({ index }) => `(${value(index)}) IS NOT NULL`);
  const matched = ['"parsed"', ...strict].join(' AND ');
  const output = columns.map((column) => {
    const index = found.findLastIndex((part) => part.name === column.name);
    const name = quoteIdentifier(column.name);
    return index < 0 ? name : `${orEmpty(`CASE WHEN ${matched} THEN ${value(index)} END`, column.type)} AS ${name}`;
  });
  const anyTyped = mode === 'relaxed' ? '"parsed"' : matched;
  return `SELECT ${withCarried(output, emitter.carried(input))} FROM (${inner})${filter ? ` WHERE ${anyTyped}` : ''}`;
}
