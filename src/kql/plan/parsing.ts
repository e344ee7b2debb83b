import type { Column, KqlType } from '../../base/index.ts';
import type { Expression } from './expression.ts';
import type { Relation } from './relation.ts';
import type { RelationBase } from './relationBase.ts';

export type ParsePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'skip' }
  | { readonly kind: 'column'; readonly name: string; readonly type: KqlType };

export interface Parse extends RelationBase {
  readonly kind: 'parse';
  readonly input: Relation;
  readonly operand: Expression;
  readonly mode: 'simple' | 'relaxed' | 'regex';
  readonly flags: string;
  readonly parts: readonly ParsePart[];
  /** `parse-where`: rows that do not match are dropped. */
  readonly filter: boolean;
}

export interface ParseKvOptions {
  readonly pairDelimiter: string;
  readonly kvDelimiter: string;
  /** One character that opens and closes, or an opening and a closing one. */
  readonly quotes: readonly string[];
  readonly escapes: readonly string[];
  readonly greedy: boolean;
  readonly regex: string;
}

export interface ParseKv extends RelationBase {
  readonly kind: 'parseKv';
  readonly input: Relation;
  readonly operand: Expression;
  readonly keys: readonly Column[];
  readonly options: ParseKvOptions;
}
