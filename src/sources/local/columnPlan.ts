import type { Column, KqlType } from '../../base/index.ts';
import { assignFields, type Assignment } from './assignFields.ts';
import { FieldReader } from './fieldReader.ts';
import type { FieldSource } from './fieldSources.ts';
import type { RecordShape } from './recordShape.ts';
import type { Layout } from './routeRecord.ts';
import type { TableMapping } from './tableMappings.ts';
import { columnValue, timeValues, type ColumnValue, type TimeValues } from './columnValue.ts';
import { timeSources } from './timeSources.ts';

/** What of a table is to be filled from records of one shape, and how. */
export interface ColumnPlan {
  readonly values: readonly ColumnValue[];
  readonly time: TimeValues;
  /** Columns that the table does not have yet. */
  readonly added: readonly Column[];
  /** The rows to read from, given the staged records. */
  relation(from: string): string;
}

export interface PlanRequest {
  readonly table: string;
  /** The table's columns so far: the documented ones and those that earlier records added. */
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly shape: RecordShape;
  readonly mapping: TableMapping;
}

export function planColumns(request: PlanRequest): ColumnPlan {
  const reader = new FieldReader(request.layout);
  const { assignments, added, overflow } = assignFields(request);
  const time = timeSources(request.shape, request.layout);
  const timeReaders = { own: time.own.map((source) => reader.text(source)), derived: time.derived.map((source) => reader.text(source)) };
  const readers = assignments.map((assignment) => ({ assignment, read: readSources(reader, assignment, assignment.column.type) }));
  const hasResource = request.layout === 'diagnostic' && request.shape.outer.some(({ key }) => key === 'resourceId');
  const resource = hasResource ? reader.text({ from: 'outer', key: 'resourceId', below: [] }) : undefined;
  return {
    values: [
      ...readers.map(({ assignment, read }) => columnValue(assignment.column, read.map((expression) => expression()), request.mapping.constants?.[assignment.column.name])),
      ...(overflow ? [{ column: overflow, sql: 'json' }] : []),
      ...standardValues(request, new Set(assignments.map(({ column }) => column.name)), resource?.()),
    ],
    time: timeValues(timeReaders.own.map((read) => read()), timeReaders.derived.map((read) => read())),
    added,
    relation: (from) => reader.relation(from),
  };
}

function readSources(reader: FieldReader, assignment: Assignment, type: KqlType): readonly (() => string)[] {
  return assignment.sources.map((source: FieldSource) => (type === 'dynamic' ? reader.json(source) : reader.text(source)));
}

/** Columns that every table of a workspace has, or that follow from the resource's path, where no field gave them. */
function standardValues({ columns, mapping, layout }: PlanRequest, given: ReadonlySet<string>, resource: string | undefined): readonly ColumnValue[] {
  const part = (pattern: string) => `coalesce(regexp_extract(${resource}, '${pattern}', 1, 'i'), '')`;
  const fromResource: Readonly<Record<string, string>> = resource === undefined ? {} : {
    _ResourceId: `coalesce(lower(${resource}), '')`,
    _SubscriptionId: part('/subscriptions/([^/]+)'),
    SubscriptionId: part('/subscriptions/([^/]+)'),
    ResourceGroup: part('/resourcegroups/([^/]+)'),
    ResourceProvider: part('/providers/([^/]+)'),
    Resource: part('/([^/]+)$'),
  };
  const standard: Readonly<Record<string, string>> = {
    ...fromResource,
    ...(layout === 'flat' ? {} : Object.fromEntries(Object.entries(mapping.constants ?? {}).map(([name, value]) => [name, `'${value}'`]))),
    _BilledSize: 'strlen(json)::DOUBLE',
  };
  return columns.flatMap((column) => {
    const sql = standard[column.name];
    return sql === undefined || given.has(column.name) ? [] : [{ column, sql }];
  });
}
