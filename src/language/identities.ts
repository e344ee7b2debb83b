/** A workload identity that the source's logs show. Names come from logs: an attacker may have chosen them. */
export interface KnownIdentity {
  readonly name: string;
  readonly kind: 'servicePrincipal' | 'systemAssigned' | 'userAssigned' | 'managedIdentity';
  readonly servicePrincipalId: string;
  readonly applicationId: string;
  /** Wire datetime; empty when unknown. */
  readonly lastSignIn: string;
}

/** Which of an identity's IDs a GUID is. */
export interface IdentityMatch {
  readonly identity: KnownIdentity;
  readonly as: 'servicePrincipalId' | 'applicationId';
}

/** The identities of the chosen source, found by ID and by name. */
export class KnownIdentities {
  readonly all: readonly KnownIdentity[];
  readonly #byId = new Map<string, IdentityMatch>();
  readonly #byName = new Map<string, KnownIdentity[]>();

  constructor(all: readonly KnownIdentity[]) {
    this.all = all;
    for (const identity of all) {
      if (identity.applicationId !== '') this.#byId.set(identity.applicationId.toLowerCase(), { identity, as: 'applicationId' });
      const name = identity.name.toLowerCase();
      const known = this.#byName.get(name);
      if (known) known.push(identity);
      else this.#byName.set(name, [identity]);
    }
    for (const identity of all) this.#byId.set(identity.servicePrincipalId.toLowerCase(), { identity, as: 'servicePrincipalId' });
  }

  find(guid: string): IdentityMatch | undefined {
    return this.#byId.get(guid.toLowerCase());
  }

  /** Every identity of this display name, whatever its case: one name may be several objects'. */
  named(name: string): readonly KnownIdentity[] {
    return this.#byName.get(name.toLowerCase()) ?? [];
  }
}

export const identityKinds: Readonly<Record<KnownIdentity['kind'], string>> = {
  servicePrincipal: 'service principal',
  systemAssigned: 'system-assigned managed identity',
  userAssigned: 'user-assigned managed identity',
  managedIdentity: 'managed identity',
};
