import type { CellValue, Column, Row } from '../../base/index.ts';

export type IdentityKind = 'servicePrincipal' | 'systemAssigned' | 'userAssigned' | 'managedIdentity';

/** A workload identity as the sign-in logs of a source show it: one service principal object ID. */
export interface Identity {
  readonly servicePrincipalId: string;
  readonly applicationId: string;
  /** Display name of the latest sign-in, as it stands in the log. */
  readonly name: string;
  /** Every display name it signed in under. */
  readonly names: readonly string[];
  /** `managedIdentity` where the data does not tell system- from user-assigned. */
  readonly kind: IdentityKind;
  /** Wire datetimes; empty when unknown. */
  readonly firstSignIn: string;
  readonly lastSignIn: string;
  readonly signIns: number;
  readonly failures: number;
}

const kinds: ReadonlySet<string> = new Set<IdentityKind>(['servicePrincipal', 'systemAssigned', 'userAssigned', 'managedIdentity']);

/** The rows of `treeQueries.identities`. */
export function identitiesFrom(columns: readonly Column[], rows: readonly Row[]): readonly Identity[] {
  const reader = columnReader(columns);
  return rows.map((row) => {
    const kind = reader.text(row, 'Kind');
    return {
      servicePrincipalId: reader.text(row, 'ServicePrincipalId'),
      applicationId: reader.text(row, 'AppId'),
      name: reader.text(row, 'Name'),
      names: reader.texts(row, 'Names'),
      kind: kinds.has(kind) ? (kind as IdentityKind) : 'servicePrincipal',
      firstSignIn: reader.text(row, 'FirstSignIn'),
      lastSignIn: reader.text(row, 'LastSignIn'),
      signIns: reader.number(row, 'SignIns'),
      failures: reader.number(row, 'Failures'),
    };
  });
}

export interface ColumnReader {
  text(row: Row, column: string): string;
  number(row: Row, column: string): number;
  texts(row: Row, column: string): readonly string[];
}

/** Reads cells by column name; what is missing or null is empty, zero or an empty list. */
export function columnReader(columns: readonly Column[]): ColumnReader {
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  const cell = (row: Row, column: string): CellValue => row[places.get(column) ?? -1] ?? null;
  const asText = (value: CellValue): string => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
  return {
    text: (row, column) => asText(cell(row, column)),
    number: (row, column) => Number(cell(row, column) ?? 0) || 0,
    texts: (row, column) => {
      const value = cell(row, column);
      return Array.isArray(value) ? (value as readonly CellValue[]).map(asText) : [];
    },
  };
}

/** The name to show, also for an identity that signs in under none. */
export function displayName(identity: Identity): string {
  return identity.name.trim() === '' ? `(no name) ${identity.servicePrincipalId}` : identity.name;
}
