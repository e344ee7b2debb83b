import { isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node, type YAMLMap } from 'yaml';
import type { Problem } from '../../base/index.ts';
import { fieldOf, fieldsOf, RuleView, textOf, type RuleKind } from './ruleView.ts';

export interface RuleFile {
  readonly rules: readonly RuleView[];
  /** Errors of the text itself; where there are some, what the rules hold cannot be relied on. */
  readonly problems: readonly Problem[];
}

const none: RuleFile = { rules: [], problems: [] };

// Cheap tests before a parse: a folder may hold thousands of files that are no rules.
const yamlRule = /^\s*["']?(?:query|queryFrequency|triggerOperator)["']?\s*:/m;
/** What only a rule has at the left margin, whatever else of the file cannot be read. */
const surelyRule = /^(?:kind:\s*["']?(?:Scheduled|NRT)\b|queryFrequency:|triggerOperator:|relevantTechniques:)/m;
const armRule = /Microsoft\.SecurityInsights\/|Microsoft\.OperationalInsights\/(?:workspaces\/)?(?:savedSearches|providers\/alertRules)/i;

const queryKinds: Readonly<Record<string, RuleKind>> = { scheduled: 'Scheduled', nrt: 'NRT' };
const resourceType = /(?:^|\/)(?:alertRules|alertRuleTemplates)$/i;
const savedSearchType = /(?:^|\/)savedSearches$/i;

/** Keys that only rules and hunting queries of Sentinel have. */
const telling = ['queryFrequency', 'triggerOperator', 'requiredDataConnectors', 'relevantTechniques', 'tactics', 'entityMappings'];

/** The rules of a text in Sentinel's YAML; none for YAML of another kind. Never throws. */
export function readYamlRules(text: string): RuleFile {
  if (!yamlRule.test(text)) return none;
  const documents = parse(text);
  const rules = documents.flatMap(({ contents }) => (isMap(contents) ? yamlRuleOf(contents) : []));
  const problems = problemsOf(documents);
  return rules.length > 0 || (problems.length > 0 && surelyRule.test(text)) ? { rules, problems } : none;
}

/** The rules of an ARM template or of Bicep's JSON, nested templates included. Never throws. */
export function readArmRules(text: string): RuleFile {
  if (!armRule.test(text)) return none;
  const documents = parse(text);
  const rules: RuleView[] = [];
  for (const { contents } of documents) collectResources(contents, rules, 0);
  return rules.length === 0 ? none : { rules, problems: problemsOf(documents) };
}

function parse(text: string): readonly Document[] {
  try {
    const parsed = parseAllDocuments(text, { logLevel: 'silent', strict: false, uniqueKeys: true, version: '1.2' });
    return Array.isArray(parsed) ? (parsed as readonly Document[]) : [];
  } catch {
    // Nesting that exhausts the stack: whatever it is, it is no rule.
    return [];
  }
}

function yamlRuleOf(map: YAMLMap): RuleView | readonly [] {
  const keys = new Set(fieldsOf(map).map(({ key }) => key));
  const kind = textOf(fieldOf(map, 'kind')?.node ?? null);
  const known = kind === undefined ? undefined : queryKinds[kind.toLowerCase()];
  if (known) return new RuleView(known, 'yaml', map);
  if (kind !== undefined || !keys.has('query') || !telling.some((key) => keys.has(key))) return [];
  const scheduled = keys.has('queryFrequency') || keys.has('triggerOperator') || keys.has('severity');
  return new RuleView(scheduled ? 'Scheduled' : 'Hunting', 'yaml', map);
}

const deepest = 60;

function collectResources(node: Node | null, found: RuleView[], depth: number): void {
  if (depth > deepest) return;
  if (isSeq(node)) {
    for (const item of node.items) collectResources(item as Node, found, depth + 1);
  } else if (isMap(node)) {
    const rule = armRuleOf(node);
    if (rule) found.push(rule);
    for (const { node: value } of fieldsOf(node)) collectResources(value, found, depth + 1);
  }
}

function armRuleOf(resource: YAMLMap): RuleView | undefined {
  const properties = fieldOf(resource, 'properties')?.node;
  const type = fieldOf(resource, 'type')?.node;
  if (!isMap(properties) || !isScalar(type)) return undefined;
  const typeName = String(type.value);
  const map = properties;
  if (savedSearchType.test(typeName)) return /hunting/i.test(textOf(fieldOf(map, 'category')?.node ?? null) ?? '') ? new RuleView('Hunting', 'arm', map, resource) : undefined;
  const kind = queryKinds[(textOf(fieldOf(resource, 'kind')?.node ?? null) ?? '').toLowerCase()];
  return kind && resourceType.test(typeName) ? new RuleView(kind, 'arm', map, resource) : undefined;
}

function problemsOf(documents: readonly Document[]): readonly Problem[] {
  return documents.flatMap(({ errors }) =>
    errors.map(({ message, pos: [start, end] }): Problem => ({
      code: 'IT100',
      severity: 'error',
      message: `This file cannot be read: ${firstSentence(message)}. Nothing else in it is checked until that is mended.`,
      span: { start, length: Math.max(1, end - start) },
    })),
  );
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
}
