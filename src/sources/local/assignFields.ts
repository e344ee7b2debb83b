import type { Column } from '../../base/index.ts';
import type { PlanRequest } from './columnPlan.ts';
import type { FieldSource } from './fieldSources.ts';
import type { SeenField } from './recordShape.ts';

export interface Assignment {
  readonly column: Column;
  readonly sources: readonly FieldSource[];
}

/** Beyond this many columns of their own, further unknown fields make `AdditionalFields` keep the whole record. */
const mostColumns = 480;

/** Columns the importer fills itself. */
const ownColumns = new Set(['TimeGenerated']);

/**
 * Gives every field of the records a column: by the table's mapping, else the column of the same name, else a new
 * column. No field is left without one.
 */
export function assignFields(request: PlanRequest): { readonly assignments: readonly Assignment[]; readonly added: readonly Column[]; /** The column that has to keep whole records. */ readonly overflow: Column | undefined } {
  const desk = new Desk(request);
  for (const column of request.columns) desk.assignKnown(column);
  desk.assignMappedExtras();
  desk.assignRest();
  return { assignments: desk.assignments, added: desk.added, overflow: desk.overflow };
}

class Desk {
  readonly assignments: Assignment[] = [];
  readonly added: Column[] = [];
  overflow: Column | undefined;
  readonly #request: PlanRequest;
  readonly #used = new Set<string>();
  readonly #taken: Map<string, Column>;

  constructor(request: PlanRequest) {
    this.#request = request;
    this.#taken = new Map(request.columns.map((column) => [column.name.toLowerCase(), column]));
    if (request.layout === 'diagnostic') {
      this.#use('outer', 'time');
      if (request.mapping.spread) this.#use('outer', 'properties');
      for (const key of request.mapping.consumed ?? []) this.#use('outer', key);
    }
  }

  assignKnown(column: Column): void {
    if (ownColumns.has(column.name)) {
      for (const source of this.#sameName(column.name)) this.#use(source.from, source.key);
      return;
    }
    const mapped = this.#request.layout === 'flat' ? undefined : this.#request.mapping.columns[column.name];
    const found = mapped ? mapped.filter((source) => this.#seen(source)) : this.#sameName(column.name);
    if (found.length === 0) return;
    this.#assign(column, found);
  }

  /** Columns that the mapping names although the documented table lacks them. */
  assignMappedExtras(): void {
    if (this.#request.layout === 'flat') return;
    for (const [name, mapped] of Object.entries(this.#request.mapping.columns)) {
      const found = mapped.filter((source) => this.#seen(source) && !this.#isUsed(source.from, source.key));
      if (this.#taken.has(name.toLowerCase()) || found.length === 0) continue;
      this.#assign(this.#add(name, found.some((source) => this.#seen(source)?.structured ?? false)), found);
    }
  }

  assignRest(): void {
    const { shape, layout, mapping } = this.#request;
    for (const field of shape.outer) this.#assignNew('outer', field);
    if (layout === 'graph' || mapping.spread) for (const field of shape.inner) this.#assignNew('inner', field);
  }

  #assignNew(from: 'outer' | 'inner', field: SeenField): void {
    if (this.#isUsed(from, field.key)) return;
    const name = this.#newName(from, field);
    const source: FieldSource = { from, key: field.key, below: [] };
    const existing = this.#taken.get(name.toLowerCase());
    const column = existing ?? (this.#taken.size < mostColumns ? this.#add(name, field.structured) : undefined);
    if (column) this.#assign(column, [source]);
    else this.overflow ??= this.#taken.get('additionalfields') ?? this.#add('AdditionalFields', true);
  }

  /** A name no other field of these records goes to. */
  #newName(from: 'outer' | 'inner', field: SeenField): string {
    const { layout, table } = this.#request;
    const base = layout === 'flat' ? field.key : table === 'AzureDiagnostics' ? this.#suffixed(field) : columnName(field.key);
    const filled = new Set(this.assignments.map(({ column }) => column.name.toLowerCase()));
    let name = base === '' ? 'Unnamed' : base;
    if (filled.has(name.toLowerCase())) name = `${name}_${from === 'outer' ? 'record' : 'properties'}`;
    for (let number = 2; filled.has(name.toLowerCase()); number += 1) name = `${base}_${number}`;
    return name;
  }

  /** AzureDiagnostics marks the type in the name; what is no text stays whole as JSON text in `_s`. */
  #suffixed(field: SeenField): string {
    const stem = field.key.replace(/\W/g, '_');
    const known = ['_s', '_d', '_b', '_g', '_t'].map((suffix) => this.#taken.get(`${stem}${suffix}`.toLowerCase())).find((column) => column !== undefined);
    return known?.name ?? `${stem}_s`;
  }

  #sameName(name: string): readonly FieldSource[] {
    const { shape, mapping, layout } = this.#request;
    const lower = name.toLowerCase();
    const inner = mapping.spread || layout === 'graph' ? shape.inner : [];
    return [
      ...inner.filter(({ key }) => key.toLowerCase() === lower).map(({ key }): FieldSource => ({ from: 'inner', key, below: [] })),
      ...shape.outer.filter(({ key }) => key.toLowerCase() === lower).map(({ key }): FieldSource => ({ from: 'outer', key, below: [] })),
    ].filter((source) => layout !== 'diagnostic' || source.from !== 'outer' || source.key !== 'properties' || !mapping.spread);
  }

  #assign(column: Column, found: readonly FieldSource[]): void {
    this.assignments.push({ column, sources: found });
    for (const source of found) if (source.below.length === 0) this.#use(source.from, source.key);
  }

  #add(name: string, structured: boolean): Column {
    const isText = !structured || this.#request.table === 'AzureDiagnostics';
    const column: Column = { name, type: name === 'TimeGenerated' ? 'datetime' : isText ? 'string' : 'dynamic' };
    this.#taken.set(name.toLowerCase(), column);
    this.added.push(column);
    return column;
  }

  #seen({ from, key }: FieldSource): SeenField | undefined {
    const { shape, layout } = this.#request;
    if (layout === 'graph' && from === 'outer') return undefined;
    return shape[from].find((field) => field.key === key);
  }

  #use(from: string, key: string): void {
    this.#used.add(`${from} ${key}`);
  }

  #isUsed(from: string, key: string): boolean {
    return this.#used.has(`${from} ${key}`);
  }
}

/** `appServicePrincipalId` becomes `AppServicePrincipalId`; what KQL could not name plainly becomes `_`. */
function columnName(key: string): string {
  const plain = key.replace(/\W/g, '_');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
