import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../../base/index.ts';

export const ruleKinds = ['Scheduled', 'NRT', 'Hunting'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** `yaml`: a file of the rule format; `arm`: a resource of an ARM template or of Bicep's JSON, an export of the portal among them. */
export type RuleFormat = 'yaml' | 'arm';

/** A key with its value and the places of both. */
export interface RuleField {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** Null where the key stands alone. */
  readonly node: Node | null;
}

/** ARM's names of what rule files call otherwise. */
const armNames: Readonly<Record<string, string>> = { name: 'displayName', relevantTechniques: 'techniques' };

/** One rule of a file, read where it stands: every value comes with its place. Names of keys are those of rule files. */
export class RuleView {
  readonly kind: RuleKind;
  readonly format: RuleFormat;
  readonly map: YAMLMap;
  /** ARM only: the resource around the properties. */
  readonly resource: YAMLMap | undefined;
  readonly span: Span;

  constructor(kind: RuleKind, format: RuleFormat, map: YAMLMap, resource?: YAMLMap) {
    this.kind = kind;
    this.format = format;
    this.map = map;
    this.resource = resource;
    this.span = spanOf(map);
  }

  field(name: string): RuleField | undefined {
    return fieldOf(this.map, this.keyName(name));
  }

  /** How this format spells a key of rule files. */
  keyName(name: string): string {
    return this.format === 'arm' ? (armNames[name] ?? name) : name;
  }

  fields(): readonly RuleField[] {
    return fieldsOf(this.map);
  }

  /** A text value; undefined where there is none or an ARM expression computes it. */
  text(name: string): string | undefined {
    const text = textOf(this.field(name)?.node ?? null);
    return this.format === 'arm' && text?.startsWith('[[') === true ? text.slice(1) : text;
  }

  /** The query as the service gets it; undefined where there is none. */
  get query(): string | undefined {
    return this.text('query');
  }
}

export function fieldsOf(map: YAMLMap): readonly RuleField[] {
  return map.items.flatMap((pair) => toField(pair as Pair<Node, Node | null>) ?? []);
}

export function fieldOf(map: YAMLMap, key: string): RuleField | undefined {
  return fieldsOf(map).find((field) => field.key === key);
}

function toField({ key, value }: Pair<Node, Node | null>): RuleField | undefined {
  if (!isScalar(key)) return undefined;
  const keySpan = spanOf(key);
  return { key: String(key.value), keySpan, span: value?.range && value.range[1] > value.range[0] ? spanOf(value) : keySpan, node: value };
}

/** The text of a scalar, numbers and dates as they are written; undefined for anything else and for ARM expressions. */
export function textOf(node: Node | null): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  const text = typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value));
  return isArmExpression(text) ? undefined : text;
}

/** `[parameters('x')]`; `[[` is how a template writes a bracket. */
export function isArmExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']') && text.includes('(');
}

export function itemsOf(node: Node | null): readonly Node[] {
  return isSeq(node) ? (node.items as readonly Node[]) : [];
}

export function mapOf(node: Node | null): YAMLMap | undefined {
  return isMap(node) ? (node) : undefined;
}

/** Without the blank lines and comments that follow a value. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0, 0];
  return { start, length: Math.max(0, end - start) };
}
