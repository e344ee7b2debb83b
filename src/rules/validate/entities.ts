import { isMap, type Node } from 'yaml';
import type { Column, Span } from '../../base/index.ts';
import { entityTypes, type EntityType } from '../model/entityTypes.ts';
import { fieldOf, fieldsOf, itemsOf, mapOf, spanOf, textOf } from '../model/ruleView.ts';
import { finding, nearest, replaceWith, valueSpan, type RuleCheck, type RuleContext, type RuleFinding } from './check.ts';

const mostMappings = 10;
const mostIdentifiers = 3;

/** IT130 how many, IT131 entity types, IT132 identifiers, IT133 what identifies an entity, IT134 columns, IT135 their types. */
export const checkEntities: RuleCheck = function* (context) {
  const field = context.rule.field('entityMappings');
  const mappings = itemsOf(field?.node ?? null);
  if (field && mappings.length > mostMappings) {
    yield finding('IT130', 'error', field.keySpan, `A rule maps ${String(mostMappings)} entities at most; these are ${String(mappings.length)}.`);
  }
  for (const mapping of mappings) yield* checkMapping(context, mapping);
};

function* checkMapping(context: RuleContext, mapping: Node): Iterable<RuleFinding> {
  const map = mapOf(mapping);
  if (!map) {
    yield finding('IT102', 'error', spanOf(mapping), 'An entity mapping has an "entityType" and "fieldMappings".');
    return;
  }
  const type = fieldOf(map, 'entityType');
  const typeName = textOf(type?.node ?? null);
  const fields = fieldOf(map, 'fieldMappings');
  if (!type || !fields) yield finding('IT102', 'error', spanOf(mapping), `An entity mapping needs "${type ? 'fieldMappings' : 'entityType'}".`);
  const known = typeName === undefined ? undefined : entityOf(typeName);
  if (type && typeName !== undefined && !known) {
    const meant = nearest(typeName, Object.keys(entityTypes));
    const fixes = meant === undefined ? [] : [replaceWith(`Use ${meant}`, valueSpan(context.text, type), meant)];
    yield finding('IT131', 'error', type.span, `Sentinel has no entity type "${typeName.slice(0, 60)}". It has ${Object.keys(entityTypes).join(', ')}.`, fixes);
  }
  const items = itemsOf(fields?.node ?? null);
  if (fields && (items.length === 0 || items.length > mostIdentifiers)) {
    yield finding('IT130', 'error', fields.keySpan, `An entity is mapped by one to ${String(mostIdentifiers)} identifiers; these are ${String(items.length)}.`);
  }
  const identifiers: string[] = [];
  for (const item of items) yield* checkField(context, item, typeName, known, identifiers);
  const sufficient = known?.sufficient.some((set) => set.every((identifier) => identifiers.includes(identifier))) ?? true;
  if (type && known && items.length > 0 && !sufficient) {
    const needed = known.sufficient.map((set) => set.join(' with ')).join(', ');
    yield finding('IT133', 'error', type.span, `${typeName ?? ''} needs one of ${needed}; without it the service does not know the entity.`);
  }
}

/** The service takes entity types in any case. */
function entityOf(name: string): EntityType | undefined {
  const exact = Object.keys(entityTypes).find((known) => known.toLowerCase() === name.toLowerCase());
  return exact === undefined ? undefined : entityTypes[exact];
}

function* checkField(context: RuleContext, item: Node, typeName: string | undefined, known: EntityType | undefined, identifiers: string[]): Iterable<RuleFinding> {
  const map = mapOf(item);
  const identifier = map && fieldOf(map, 'identifier');
  const column = map && fieldOf(map, 'columnName');
  if (!identifier || !column) {
    yield finding('IT102', 'error', spanOf(item), 'A field mapping needs an "identifier" and a "columnName".');
    return;
  }
  const name = textOf(identifier.node);
  const exact = known?.identifiers.find((one) => one.toLowerCase() === name?.toLowerCase());
  if (exact !== undefined) identifiers.push(exact);
  if (known && name !== undefined && exact === undefined) {
    const meant = nearest(name, known.identifiers);
    const fixes = meant === undefined ? [] : [replaceWith(`Use ${meant}`, valueSpan(context.text, identifier), meant)];
    yield finding('IT132', 'error', identifier.span, `${typeName ?? ''} has no identifier "${name.slice(0, 60)}". It has ${known.identifiers.join(', ')}.`, fixes);
  }
  yield* checkColumn(context, column.span, textOf(column.node), `the entity's ${name ?? 'identifier'}`);
}

/** Whether the query returns the column, and whether its value names one thing. */
export function* checkColumn({ columns, text }: RuleContext, span: Span, name: string | undefined, use: string): Iterable<RuleFinding> {
  if (!columns || name === undefined) return;
  const column = columns.find((one) => one.name === name);
  if (!column) {
    const meant = nearest(name, columns.map((one) => one.name));
    const fixes = meant === undefined ? [] : [replaceWith(`Use ${meant}`, valueSpan(text, { span }), meant)];
    yield finding('IT134', 'error', span, `The query returns no column "${name.slice(0, 80)}", so ${use} would be empty.${hint(columns, meant)}`, fixes);
  } else if (column.type === 'dynamic') {
    yield finding('IT135', 'information', span, `${name} is dynamic: ${use} would be its JSON text. Make it text in the query, such as ${name} = tostring(${name}), or expand it first.`);
  }
}

function hint(columns: readonly Column[], meant: string | undefined): string {
  if (meant !== undefined) return ` It returns ${meant}.`;
  return columns.length <= 12 ? ` It returns ${columns.map(({ name }) => name).join(', ')}.` : '';
}

const mostDetails = 20;
const longestKey = 20;

/** IT136 customDetails: how many, how named, and that the columns exist. */
export const checkCustomDetails: RuleCheck = function* (context) {
  const field = context.rule.field('customDetails');
  const map = mapOf(field?.node ?? null);
  if (!field || !map) return;
  const details = fieldsOf(map);
  if (details.length > mostDetails) yield finding('IT136', 'error', field.keySpan, `A rule has ${String(mostDetails)} custom details at most; these are ${String(details.length)}.`);
  for (const { key, keySpan, span, node } of details) {
    if (!/^[A-Za-z]\w*$/.test(key)) yield finding('IT136', 'error', keySpan, `"${key.slice(0, 60)}" cannot name a custom detail: a name begins with a letter and has only letters, digits and "_".`);
    else if (key.length > longestKey) yield finding('IT136', 'error', keySpan, `"${key.slice(0, 60)}" has ${String(key.length)} characters; a custom detail's name has ${String(longestKey)} at most.`);
    yield* checkColumn(context, span, textOf(node), `the detail ${key}`);
  }
};

const mostPlaceholders = 3;
const formats: Readonly<Record<string, number>> = { alertDisplayNameFormat: 256, alertDescriptionFormat: 5000 };
const columnKeys = ['alertTacticsColumnName', 'alertSeverityColumnName'];

/** IT137 alertDetailsOverride: `{{Column}}` placeholders, their number, and that the columns exist. */
export const checkAlertDetails: RuleCheck = function* (context) {
  const map = mapOf(context.rule.field('alertDetailsOverride')?.node ?? null);
  if (!map) return;
  for (const field of fieldsOf(map)) {
    const text = textOf(field.node);
    if (text === undefined) continue;
    const longest = Object.hasOwn(formats, field.key) ? formats[field.key] : undefined;
    if (columnKeys.includes(field.key)) yield* checkColumn(context, field.span, text, field.key);
    if (longest === undefined) continue;
    if (text.length > longest) yield finding('IT137', 'error', field.span, `${field.key} has ${String(text.length)} characters; it takes ${String(longest)}.`);
    const placeholders = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1]?.trim() ?? '');
    if (placeholders.length > mostPlaceholders) {
      yield finding('IT137', 'error', field.span, `${field.key} has ${String(placeholders.length)} placeholders; the service fills in ${String(mostPlaceholders)} at most.`);
    }
    for (const name of new Set(placeholders)) yield* checkColumn(context, placeSpan(context.text, field.span, name), name, `{{${name}}}`);
  }
  const dynamicProperties = fieldOf(map, 'alertDynamicProperties');
  for (const item of itemsOf(dynamicProperties?.node ?? null)) {
    const value = isMap(item) ? fieldOf(item, 'value') : undefined;
    if (value) yield* checkColumn(context, value.span, textOf(value.node), 'the alert property');
  }
};

function placeSpan(text: string, around: Span, name: string): Span {
  const found = text.slice(around.start, around.start + around.length).indexOf(name);
  return found < 0 ? around : { start: around.start + found, length: name.length };
}
