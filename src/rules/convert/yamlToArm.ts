import { ProblemError, type JsonValue } from '../../base/index.ts';
import { readYamlRules } from '../model/readRules.ts';
import type { RuleView } from '../model/ruleView.ts';
import { longOperator, withDurations, type RuleData } from './ruleData.ts';

const apiVersion = '2025-09-01';
const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

/** Keys of rule files that have no place in a deployed rule, or another name there. */
const notDeployed: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'version', 'requiredDataConnectors', 'status', 'tags', 'relevantTechniques', 'metadata', 'enabled', 'triggerOperator', 'description']);

/**
 * An ARM template that deploys the rules of a YAML text; its ID becomes the resource's name, so that deploying again
 * updates the same rule. Throws ProblemError IT150 where there is no rule or the text cannot be read.
 */
export function yamlToArm(text: string): string {
  const { rules, problems } = readYamlRules(text);
  const [problem] = problems;
  if (problem) throw new ProblemError({ code: 'IT150', message: problem.message, ...(problem.span ? { span: problem.span } : {}) });
  if (rules.length === 0) throw new ProblemError({ code: 'IT150', message: 'The text holds no Sentinel rule: it needs "kind" and "query".' });
  const template = {
    $schema: schema,
    contentVersion: '1.0.0.0',
    parameters: { workspace: { type: 'String', metadata: { description: 'Name of the Log Analytics workspace with Sentinel.' } } },
    resources: rules.map(resourceOf),
  };
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

function resourceOf(rule: RuleView): object {
  const data = rule.map.toJSON() as RuleData;
  const id = rule.text('id') ?? '';
  if (rule.kind === 'Hunting') return huntingResource(rule, id);
  return {
    type: 'Microsoft.OperationalInsights/workspaces/providers/alertRules',
    name: `[concat(parameters('workspace'), '/Microsoft.SecurityInsights/${id}')]`,
    apiVersion,
    kind: rule.kind,
    location: '[resourceGroup().location]',
    properties: propertiesOf(rule, data),
  };
}

function propertiesOf(rule: RuleView, data: RuleData): RuleData {
  const techniques = listOf(data['relevantTechniques']);
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !notDeployed.has(key)));
  const operator = rule.text('triggerOperator');
  return withDurations(
    literal({
      displayName: data['name'] ?? '',
      description: data['description'] ?? '',
      enabled: data['enabled'] ?? true,
      ...rest,
      ...(operator === undefined ? {} : { triggerOperator: longOperator(operator) }),
      ...(rule.kind === 'Scheduled' && !('suppressionDuration' in rest) ? { suppressionEnabled: false, suppressionDuration: 'PT5H' } : {}),
      techniques: [...new Set(techniques.map((technique) => technique.split('.')[0] ?? technique))],
      subTechniques: techniques.filter((technique) => technique.includes('.')),
      ...('version' in data ? { templateVersion: rule.text('version') ?? '' } : {}),
    }),
    'iso',
  ) as RuleData;
}

function huntingResource(rule: RuleView, id: string): object {
  const data = rule.map.toJSON() as RuleData;
  const tag = (name: string, values: readonly string[]) => (values.length > 0 ? [{ name, value: values.join(',') }] : []);
  return {
    type: 'Microsoft.OperationalInsights/workspaces/savedSearches',
    name: `[concat(parameters('workspace'), '/${id}')]`,
    apiVersion: '2020-08-01',
    properties: literal({
      category: 'Hunting Queries',
      displayName: data['name'] ?? '',
      query: data['query'] ?? '',
      version: 2,
      tags: [{ name: 'description', value: rule.text('description') ?? '' }, ...tag('tactics', listOf(data['tactics'])), ...tag('techniques', listOf(data['relevantTechniques']))],
    }),
  };
}

function listOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).map(String) : [];
}

/** Text that begins with a bracket would be an expression in a template; a second bracket says that it is text. */
function literal(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.startsWith('[') ? `[${value}` : value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as RuleData).map(([key, item]) => [key, literal(item)]));
}
