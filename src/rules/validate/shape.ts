import { isMap, isScalar, isSeq } from 'yaml';
import type { Severity } from '../../base/index.ts';
import { finding, headOf, nearest, replaceWith, type RuleCheck, type RuleContext, type RuleFinding } from './check.ts';
import { textOf, type RuleField, type RuleKind } from '../model/ruleView.ts';

type Shape = 'text' | 'number' | 'bool' | 'list' | 'map' | 'any';

/** Keys of rule files and what their values are. Other keys are left alone: pipelines add their own. */
const shapes: Readonly<Record<string, Shape>> = {
  id: 'text', name: 'text', description: 'text', severity: 'text', kind: 'text', version: 'any', query: 'text', queryFrequency: 'text', queryPeriod: 'text', triggerOperator: 'text',
  triggerThreshold: 'number', tactics: 'list', relevantTechniques: 'list', requiredDataConnectors: 'list', entityMappings: 'list', customDetails: 'map', alertDetailsOverride: 'map',
  eventGroupingSettings: 'map', incidentConfiguration: 'map', suppressionEnabled: 'bool', suppressionDuration: 'text', enabled: 'bool', tags: 'list', status: 'text', metadata: 'map',
  sentinelEntitiesMappings: 'list',
};

const armShapes: Readonly<Record<string, Shape>> = { displayName: 'text', techniques: 'list', subTechniques: 'list', alertRuleTemplateName: 'text', templateVersion: 'text' };

const required: Readonly<Record<RuleKind, readonly string[]>> = {
  Scheduled: ['name', 'severity', 'query', 'queryFrequency', 'queryPeriod', 'triggerOperator', 'triggerThreshold'],
  NRT: ['name', 'severity', 'query'],
  Hunting: ['name', 'query'],
};

/** A gallery template needs these as well; a rule that someone keeps for a pipeline may leave them out. */
const requiredOfFiles: Readonly<Record<RuleKind, readonly string[]>> = {
  Scheduled: ['id', 'description', 'kind'],
  NRT: ['id', 'description', 'kind'],
  Hunting: ['id'],
};

const described: Readonly<Record<Shape, string>> = { text: 'text', number: 'a whole number', bool: 'true or false', list: 'a list', map: 'a mapping', any: 'anything' };

/** IT101 missing keys, IT102 values of another kind, IT103 keys that are nearly known ones. */
export const checkShape: RuleCheck = function* (context) {
  const { rule } = context;
  if (rule.resource && rule.kind === 'Hunting') return;
  yield* missing(context, required[rule.kind], 'error', kindNames[rule.kind]);
  if (rule.format === 'yaml') yield* missing(context, requiredOfFiles[rule.kind], 'warning', 'a file of the content hub');
  const known: Readonly<Record<string, Shape>> = rule.format === 'arm' ? { ...shapes, ...armShapes } : shapes;
  const present = new Set(rule.fields().map(({ key }) => key));
  for (const field of rule.fields()) {
    const shape = Object.hasOwn(known, field.key) ? known[field.key] : undefined;
    if (shape !== undefined) yield* wrongShape(field, shape);
    else yield* misspelt(field, Object.keys(known).filter((key) => !present.has(key)));
  }
};

const kindNames: Readonly<Record<RuleKind, string>> = { Scheduled: 'a scheduled rule', NRT: 'a near-real-time rule', Hunting: 'a hunting query' };

function* missing(context: RuleContext, names: readonly string[], severity: Severity, what: string): Iterable<RuleFinding> {
  const { rule } = context;
  const absent = names.filter((name) => !rule.field(name)).map((name) => `"${rule.keyName(name)}"`);
  if (absent.length > 0) yield finding('IT101', severity, headOf(context), `${absent.join(', ')} ${absent.length > 1 ? 'are' : 'is'} missing; ${what} needs ${absent.length > 1 ? 'them' : 'it'}.`);
}

function* wrongShape({ key, node, span }: RuleField, shape: Shape): Iterable<RuleFinding> {
  if (node === null || (isScalar(node) && node.value === null)) {
    if (shape !== 'any') yield finding('IT102', 'warning', span, `"${key}" has no value; ${described[shape]} is expected.`);
    return;
  }
  if (isScalar(node) && textOf(node) === undefined) return;
  const fits: Readonly<Record<Shape, boolean>> = {
    any: true,
    list: isSeq(node),
    map: isMap(node),
    text: isScalar(node),
    number: isScalar(node) && /^\d+$/.test(textOf(node) ?? ''),
    bool: isScalar(node) && /^(?:true|false)$/i.test(textOf(node) ?? ''),
  };
  if (!fits[shape]) yield finding('IT102', 'error', span, `"${key}" takes ${described[shape]}.`);
}

function* misspelt({ key, keySpan }: RuleField, unused: readonly string[]): Iterable<RuleFinding> {
  const meant = nearest(key, unused);
  if (meant === undefined || meant === key || key.length < 4) return;
  yield finding('IT103', 'warning', keySpan, `"${key}" is no key of a rule, so the service ignores it. "${meant}" is.`, [replaceWith(`Rename to ${meant}`, keySpan, meant)]);
}
