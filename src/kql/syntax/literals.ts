import { formatDatetime, formatTimespan, type KqlType, type Span } from '../../base/index.ts';
import { parseDatetimeText, parseTimespanText } from '../functions/index.ts';
import type { Literal } from '../plan/index.ts';
import { classOf, elementsOf, nodesOf, present, refusal, scalarTypeOf, spanOf, stringValueOf, textOf, typeByName, type ExpressionNode } from './nodes.ts';

/** A literal expression of any type, `dynamic(…)` included, as a plan node. */
export function lowerLiteral(node: ExpressionNode): Literal {
  const span = spanOf(node);
  if (classOf(node) === 'DynamicExpression') return { kind: 'literal', type: 'dynamic', span, value: lowerDynamic(node as Kusto.Language.Syntax.DynamicExpression) };
  const text = stringValueOf(node);
  if (text !== undefined) return { kind: 'literal', type: 'string', span, value: text };
  const type = scalarTypeOf(node.ResultType) ?? typeOfText(textOf(node));
  if (type === 'string') return { kind: 'literal', type, span, value: String(node.LiteralValue) };
  if (!type) throw refusal('KQL021', `The literal ${textOf(node)} has no scalar type.`, span);
  return { kind: 'literal', type, span, value: literalValue(textOf(node), type, span) };
}

/** The type of a literal that the binder has not seen: a default value of a saved function. */
function typeOfText(text: string): KqlType | undefined {
  if (/^["'@]/.test(text)) return 'string';
  if (/^(true|false)$/i.test(text)) return 'bool';
  if (/^[+-]?\d+$/.test(text)) return 'long';
  if (/^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(text)) return 'real';
  if (/^\d+(\.\d+)?[a-z]+$/i.test(text)) return 'timespan';
  return typeByName(/^(\w+)\s*\(/.exec(text)?.[1]?.toLowerCase() ?? '');
}

function literalValue(text: string, type: KqlType, span: Span): Literal['value'] {
  const inner = (/^\w+\s*\((.*)\)$/s.exec(text)?.[1] ?? text).trim().replace(/^(['"])(.*)\1$/s, '$2');
  if (/^null$/i.test(inner)) return null;
  const value = parseScalar(inner, type);
  if (value === undefined) throw refusal('KQL022', `The local engine cannot read ${text} as a ${type}.`, span);
  return value;
}

function parseScalar(text: string, type: KqlType): Literal['value'] | undefined {
  switch (type) {
    case 'bool':
      return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : undefined;
    case 'int':
    case 'long':
      return /^[+-]?(\d+|0x[\da-f]+)$/i.test(text) ? (text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.replace('+', ''))) : undefined;
    case 'real':
      return parseReal(text);
    case 'decimal':
      return /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(text) ? text : undefined;
    case 'datetime':
      return parseDatetimeLiteral(text);
    case 'timespan':
      return parseTimespanText(text);
    case 'guid':
      return /^\{?[\da-f]{8}(-?[\da-f]{4}){3}-?[\da-f]{12}\}?$/i.test(text) ? text.toLowerCase().replace(/[{}]/g, '') : undefined;
    case 'string':
    case 'dynamic':
      return undefined;
  }
}

function parseReal(text: string): number | undefined {
  if (/^nan$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

/** A datetime literal may have blanks around its separators, or commas in their place. */
function parseDatetimeLiteral(text: string): bigint | undefined {
  return parseDatetimeText(text) ?? parseDatetimeText(text.replace(/^(\d{4})\s*[-,]\s*(\d{1,2})\s*[-,]\s*(\d{1,2})/, '$1-$2-$3'));
}

function lowerDynamic(node: Kusto.Language.Syntax.DynamicExpression): string | null {
  const json = toJson(present(node.Expression));
  return json === 'null' ? null : json;
}

/** JSON text of a dynamic literal; typed literals inside become what Kusto prints for them. */
function toJson(node: ExpressionNode): string {
  switch (classOf(node)) {
    case 'JsonObjectExpression': {
      const pairs = elementsOf((node as Kusto.Language.Syntax.JsonObjectExpression).Pairs);
      return `{${pairs.map((pair) => `${JSON.stringify(jsonName(pair))}:${toJson(present(pair.Value))}`).join(',')}}`;
    }
    case 'JsonArrayExpression':
      return `[${elementsOf((node as Kusto.Language.Syntax.JsonArrayExpression).Values).map(toJson).join(',')}]`;
    case 'DynamicExpression':
      return lowerDynamic(node as Kusto.Language.Syntax.DynamicExpression) ?? 'null';
    case 'CompoundStringLiteralExpression':
      return JSON.stringify(String(node.LiteralValue));
    default:
      return plainJson(node);
  }
}

function jsonName(pair: Kusto.Language.Syntax.JsonPair): string {
  const text = textOf(present(pair.Name));
  return text.startsWith('"') ? (JSON.parse(text) as string) : text.replace(/^'(.*)'$/s, '$1');
}

function plainJson(node: ExpressionNode): string {
  const string = stringValueOf(node);
  if (string !== undefined) return JSON.stringify(string);
  const text = textOf(node);
  if (/^(null|true|false|-?\d+(\.\d+)?(e[+-]?\d+)?)$/i.test(text)) return text.toLowerCase();
  const type = scalarTypeOf(node.ResultType);
  if (type === 'datetime' || type === 'timespan' || type === 'guid' || type === 'bool' || type === 'real' || type === 'long' || type === 'int') return typedJson(literalValue(text, type, spanOf(node)), type);
  throw refusal('KQL023', `The local engine does not take ${text} inside dynamic(…); write it as a string.`, spanOf(node));
}

function typedJson(value: Literal['value'], type: KqlType): string {
  if (typeof value === 'bigint' && type === 'datetime') return JSON.stringify(formatDatetime(value));
  if (typeof value === 'bigint' && type === 'timespan') return JSON.stringify(formatTimespan(value));
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : JSON.stringify(String(value));
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Adjacent string literals, which Kusto joins. */
export function lowerCompoundString(node: Kusto.Language.Syntax.CompoundStringLiteralExpression): Literal {
  const value: unknown = node.LiteralValue;
  return { kind: 'literal', type: 'string', span: spanOf(node), value: typeof value === 'string' ? value : nodesOf(node.Tokens).map((token) => token.Text ?? '').join('') };
}
