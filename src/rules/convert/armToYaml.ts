import { Document, isMap, isScalar, Scalar, visit } from 'yaml';
import { cellText, ProblemError, type JsonValue } from '../../base/index.ts';
import { readArmRules } from '../model/readRules.ts';
import { fieldOf, textOf, type RuleView } from '../model/ruleView.ts';
import { inFileOrder, shortOperator, withDurations, type RuleData } from './ruleData.ts';

export interface ConvertedRule {
  /** The rule's name, for naming a file. */
  readonly name: string;
  readonly yaml: string;
}

/** Properties that the service writes for itself. */
const ofTheService: ReadonlySet<string> = new Set(['lastModifiedUtc', 'displayName', 'techniques', 'subTechniques', 'alertRuleTemplateName', 'templateVersion', 'triggerOperator', 'category', 'tags']);

/** Every rule of an ARM template or a portal export as a file of its own. Throws ProblemError IT151 where there is none or the text cannot be read. */
export function armToYaml(text: string): readonly ConvertedRule[] {
  const { rules, problems } = readArmRules(text);
  const [problem] = problems;
  if (problem) throw new ProblemError({ code: 'IT151', message: problem.message, ...(problem.span ? { span: problem.span } : {}) });
  if (rules.length === 0) throw new ProblemError({ code: 'IT151', message: 'The text holds no Sentinel rule: no resource of the type alertRules with the kind Scheduled or NRT, and no hunting query.' });
  return rules.map((rule) => ({ name: rule.text('name') ?? 'rule', yaml: writeRule(dataOf(rule)) }));
}

function dataOf(rule: RuleView): RuleData {
  const properties = unliteral(rule.map.toJSON() as JsonValue) as RuleData;
  const own = Object.fromEntries(Object.entries(properties).filter(([key, value]) => !ofTheService.has(key) && value !== null));
  const tags = tagsOf(properties);
  const subTechniques = strings(properties['subTechniques']);
  const parents = strings(properties['techniques']).filter((technique) => !subTechniques.some((sub) => sub.startsWith(`${technique}.`)));
  const techniques = [...parents, ...subTechniques, ...(tags['techniques'] ?? [])];
  const operator = rule.text('triggerOperator');
  const version = properties['templateVersion'];
  const data: RuleData = {
    id: idOf(rule),
    name: rule.text('name') ?? '',
    ...(rule.kind === 'Hunting' ? {} : { kind: rule.kind }),
    ...own,
    ...(rule.kind === 'Hunting' ? { description: tags['description']?.join(',') ?? '', tactics: tags['tactics'] ?? [] } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    ...(operator === undefined ? {} : { triggerOperator: shortOperator(operator) }),
    ...(techniques.length > 0 ? { relevantTechniques: techniques } : {}),
  };
  if (rule.kind === 'Hunting') return inFileOrder(withDurations(Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'version')), 'short') as RuleData);
  return inFileOrder(withDurations(data, 'short') as RuleData);
}

/** Hunting queries keep tactics and words in tags. */
function tagsOf(properties: RuleData): Readonly<Record<string, readonly string[]>> {
  const tags = properties['tags'];
  if (!Array.isArray(tags)) return {};
  return Object.fromEntries((tags as readonly RuleData[]).map(({ name, value }) => [cellText(name ?? null), cellText(value ?? null).split(',')]));
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The last GUID of the resource's name, which is often an expression. */
function idOf({ resource }: RuleView): string {
  const name = resource && fieldOf(resource, 'name')?.node;
  const text = isScalar(name) ? String(name.value) : '';
  return [...text.matchAll(guid)].at(-1)?.[0].toLowerCase() ?? textOf((resource && fieldOf(resource, 'id')?.node) ?? null) ?? '';
}

function strings(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).map(String) : [];
}

function unliteral(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.startsWith('[[') ? value.slice(1) : value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(unliteral);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as RuleData).map(([key, item]) => [key, unliteral(item)]));
}

/** A rule as YAML as people write it: queries and long texts as blocks, nothing folded. */
export function writeRule(data: RuleData): string {
  const document = new Document(data);
  visit(document, {
    Pair(_, { key, value }) {
      const multiline = isScalar(value) && typeof value.value === 'string' && value.value.includes('\n');
      if (isScalar(value) && (multiline || (isScalar(key) && key.value === 'query'))) value.type = Scalar.BLOCK_LITERAL;
    },
  });
  if (!isMap(document.contents)) throw new Error('A rule is a mapping.');
  return document.toString({ lineWidth: 0, indentSeq: true });
}
