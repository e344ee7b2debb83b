import { applicationObjectQuery, identityDetailsQuery, treeQueries } from '../../scenarios/index.ts';
import type { EngineHost } from '../engineHost.ts';
import { applicationObjectIdsFrom, detailsFrom, identitiesFrom, sharedNames, type Identity, type IdentityDetails } from '../model/index.ts';

/** More identities than this are cut off, and the view says so. */
const mostIdentities = 200_000;

/** The identities of one open source, read once, with the details of those that were looked at. */
export class IdentityStore {
  readonly sourceId: string;
  readonly #engine: EngineHost;
  readonly #details = new Map<string, Promise<IdentityDetails>>();
  #loading: Promise<readonly Identity[]> | undefined;
  #identities: readonly Identity[] | undefined;
  #shared: ReadonlyMap<string, number> = new Map();
  #cut = false;

  readonly #onRead: (identities: readonly Identity[]) => void;

  constructor(sourceId: string, engine: EngineHost, onRead: (identities: readonly Identity[]) => void) {
    this.sourceId = sourceId;
    this.#engine = engine;
    this.#onRead = onRead;
  }

  /** What was read; undefined until `load` has settled. */
  get identities(): readonly Identity[] | undefined {
    return this.#identities;
  }

  /** Names that several identities sign in under, with how many do. */
  get shared(): ReadonlyMap<string, number> {
    return this.#shared;
  }

  /** Whether there are more identities than were read. */
  get cut(): boolean {
    return this.#cut;
  }

  load(): Promise<readonly Identity[]> {
    return (this.#loading ??= this.#read());
  }

  details(identity: Identity): Promise<IdentityDetails> {
    const known = this.#details.get(identity.servicePrincipalId);
    if (known) return known;
    const reading = this.#readDetails(identity);
    this.#details.set(identity.servicePrincipalId, reading);
    // A failed read is not kept: opening the node again tries again.
    reading.catch(() => this.#details.delete(identity.servicePrincipalId));
    return reading;
  }

  async #read(): Promise<readonly Identity[]> {
    const { columns, rows, warnings } = await this.#engine.run(this.sourceId, { query: treeQueries.identities, maxRows: mostIdentities });
    const identities = identitiesFrom(columns, rows);
    this.#shared = sharedNames(identities);
    this.#cut = warnings.some(({ kind }) => kind !== 'note');
    this.#identities = identities;
    this.#onRead(identities);
    return identities;
  }

  async #readDetails({ servicePrincipalId, applicationId, kind }: Identity): Promise<IdentityDetails> {
    const hasApplication = kind === 'servicePrincipal' && applicationId !== '';
    const [details, objects] = await Promise.all([
      this.#engine.run(this.sourceId, { query: identityDetailsQuery(servicePrincipalId) }),
      hasApplication ? this.#engine.run(this.sourceId, { query: applicationObjectQuery(applicationId) }) : undefined,
    ]);
    return { details: detailsFrom(details.columns, details.rows), applicationObjectIds: objects ? applicationObjectIdsFrom(objects.columns, objects.rows) : [] };
  }
}
