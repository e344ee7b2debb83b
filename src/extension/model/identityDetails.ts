import type { Column, Row } from '../../base/index.ts';
import { columnReader } from './identity.ts';

export const detailSections = ['resource', 'address', 'credential', 'failure', 'name'] as const;
export type DetailSection = (typeof detailSections)[number];

/** One row of the details query: a resource signed in to, an address, a credential, a failure code or a name, with how often and when last. */
export interface IdentityDetail {
  readonly section: DetailSection;
  readonly value: string;
  /** Kind of the credential; empty for the others. */
  readonly extra: string;
  readonly count: number;
  readonly last: string;
}

/** What is known of an identity beyond its row. */
export interface IdentityDetails {
  readonly details: readonly IdentityDetail[];
  /** As audit records name them; often none, sometimes several. */
  readonly applicationObjectIds: readonly string[];
}

const known: ReadonlySet<string> = new Set(detailSections);

/** The rows of `identityDetailsQuery`. */
export function detailsFrom(columns: readonly Column[], rows: readonly Row[]): readonly IdentityDetail[] {
  const reader = columnReader(columns);
  return rows.flatMap((row) => {
    const section = reader.text(row, 'Section');
    if (!known.has(section)) return [];
    return [{ section: section as DetailSection, value: reader.text(row, 'Value'), extra: reader.text(row, 'Extra'), count: reader.number(row, 'Count'), last: reader.text(row, 'Last') }];
  });
}

/** The rows of `applicationObjectQuery`. */
export function applicationObjectIdsFrom(columns: readonly Column[], rows: readonly Row[]): readonly string[] {
  const reader = columnReader(columns);
  return rows.map((row) => reader.text(row, 'ApplicationObjectId')).filter((id) => id !== '');
}
