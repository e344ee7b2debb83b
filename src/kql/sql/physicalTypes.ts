import type { KqlType } from '../../base/index.ts';

/** How each KQL type is stored in DuckDB: importers write it so, translated queries read it so. */
const physicalTypes: Readonly<Record<KqlType, string>> = {
  bool: 'BOOLEAN',
  int: 'INTEGER',
  long: 'BIGINT',
  real: 'DOUBLE',
  decimal: 'DECIMAL(38,10)',
  string: 'VARCHAR',
  datetime: 'BIGINT',
  timespan: 'BIGINT',
  guid: 'UUID',
  dynamic: 'JSON',
};

export function physicalType(type: KqlType): string {
  return physicalTypes[type];
}
