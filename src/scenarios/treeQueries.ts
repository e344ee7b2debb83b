import { bindLet } from './bindScenario.ts';
import { quoteKqlString } from '../base/index.ts';
import applicationObject from './tree/applicationObject.kql';
import details from './tree/details.kql';
import identities from './tree/identities.kql';

/**
 * Queries of the identity tree. `identities` gives one row per service principal object ID: ServicePrincipalId, AppId,
 * Name, Kind (servicePrincipal, systemAssigned, userAssigned, or managedIdentity where the data does not tell), LastSignIn,
 * SignIns, Failures, FirstSignIn, Names, Kinds. The others take a value; see the functions.
 */
export const treeQueries = { identities, details, applicationObject } as const;

/** Rows of Section (resource, address, credential, failure, name), Value, Extra, Count, Last for one service principal object ID. */
export function identityDetailsQuery(servicePrincipalId: string): string {
  return bindLet(details, 'servicePrincipalId', quoteKqlString(servicePrincipalId));
}

/** The application object IDs that audit records name for an application ID, the newest first; often none. */
export function applicationObjectQuery(appId: string): string {
  return bindLet(applicationObject, 'appId', quoteKqlString(appId));
}
