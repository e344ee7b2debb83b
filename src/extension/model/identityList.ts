import { displayName, type Identity, type IdentityKind } from './identity.ts';

export const identityOrders = {
  lastSignIn: 'Last sign-in, newest first',
  name: 'Display name',
  signIns: 'Sign-ins, most first',
  failures: 'Failures, most first',
} as const;
export type IdentityOrder = keyof typeof identityOrders;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const comparers: Readonly<Record<IdentityOrder, (left: Identity, right: Identity) => number>> = {
  // Wire datetimes have a fixed width and sort as text.
  lastSignIn: (left, right) => (left.lastSignIn < right.lastSignIn ? 1 : left.lastSignIn > right.lastSignIn ? -1 : 0),
  name: () => 0,
  signIns: (left, right) => right.signIns - left.signIns,
  failures: (left, right) => right.failures - left.failures,
};

/** A sorted copy; equals are in order of name, then of service principal object ID. */
export function sortIdentities(identities: readonly Identity[], order: IdentityOrder): readonly Identity[] {
  const compare = comparers[order];
  return identities
    .map((identity) => ({ identity, name: displayName(identity).slice(0, 200) }))
    .sort((left, right) => compare(left.identity, right.identity) || collator.compare(left.name, right.name) || (left.identity.servicePrincipalId < right.identity.servicePrincipalId ? -1 : 1))
    .map(({ identity }) => identity);
}

/** Identities in whose names or IDs every word of the text occurs, whatever the case. */
export function filterIdentities(identities: readonly Identity[], text: string): readonly Identity[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return identities;
  return identities.filter((identity) => {
    const searched = [identity.name, ...identity.names, identity.servicePrincipalId, identity.applicationId].join('\n').toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/** Display names that more than one identity signs in under: telling them apart takes the object ID. */
export function sharedNames(identities: readonly Identity[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const { name, names } of identities) {
    for (const each of new Set([name, ...names])) owners.set(each, (owners.get(each) ?? 0) + 1);
  }
  return new Map([...owners].filter(([name, count]) => count > 1 && name !== ''));
}

export interface IdentityGroups {
  readonly servicePrincipals: readonly Identity[];
  readonly systemAssigned: readonly Identity[];
  readonly userAssigned: readonly Identity[];
  readonly otherManaged: readonly Identity[];
}

/** Parts identities by kind, keeping their order. */
export function groupIdentities(identities: readonly Identity[]): IdentityGroups {
  const of = (kind: IdentityKind): readonly Identity[] => identities.filter((identity) => identity.kind === kind);
  return { servicePrincipals: of('servicePrincipal'), systemAssigned: of('systemAssigned'), userAssigned: of('userAssigned'), otherManaged: of('managedIdentity') };
}
