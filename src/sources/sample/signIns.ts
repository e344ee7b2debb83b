import { isoTime, type Moment } from './clock.ts';
import { tenant, type Actor, type Person, type Resource } from './cast.ts';
import { tokenIdentifier } from './random.ts';
import type { World } from './world.ts';

export interface SignIn {
  readonly time: Moment;
  readonly resource: Resource;
  readonly address?: string;
  /** AADSTS code of a failure. */
  readonly error?: { readonly code: number; readonly reason: string };
  /** Name at that time, where it differs from the actor's. */
  readonly name?: string;
  readonly keyId?: string;
  /** Set where another record must refer to this sign-in. */
  readonly correlationId?: string;
}

/** What later records need to refer to a sign-in. */
export interface SignInReference {
  readonly id: string;
  readonly token: string;
  readonly time: Moment;
}

/** Writes a sign-in of a service principal or a managed identity under its category. */
export function signIn(world: World, actor: Actor, event: SignIn): SignInReference {
  const managed = actor.kind !== 'servicePrincipal';
  const address = managed ? '' : (event.address ?? actor.addresses[0]);
  const record = envelope(world, event, managed ? 'ManagedIdentitySignInLogs' : 'ServicePrincipalSignInLogs', address);
  const token = tokenIdentifier(record.id);
  world.sink.diagnostic(record.outer.category, {
    ...record.outer,
    properties: {
      ...record.inner,
      userId: null,
      appId: actor.appId,
      isInteractive: false,
      servicePrincipalName: event.name ?? actor.name,
      servicePrincipalId: actor.servicePrincipalId,
      ...(managed ? { managedServiceIdentity: { msiType: actor.kind, associatedResourceId: actor.azureResourceId ?? '', federatedTokenId: '', federatedTokenIssuer: '' } } : credentialFields(actor, event)),
      clientCredentialType: actor.credential.type,
      uniqueTokenIdentifier: token,
    },
  });
  return { id: record.id, token, time: event.time };
}

function credentialFields({ credential }: Actor, { keyId }: SignIn): object {
  if (credential.type === 'federatedIdentityCredential') return { federatedCredentialId: credential.keyId, servicePrincipalCredentialKeyId: '', servicePrincipalCredentialThumbprint: '' };
  return { servicePrincipalCredentialKeyId: keyId ?? credential.keyId, servicePrincipalCredentialThumbprint: keyId === undefined ? (credential.thumbprint ?? '') : '' };
}

export interface UserSignIn extends SignIn {
  readonly appId: string;
  readonly appName: string;
  readonly interactive: boolean;
}

/** Writes a sign-in of a person. */
export function userSignIn(world: World, person: Person, event: UserSignIn): SignInReference {
  const record = envelope(world, event, event.interactive ? 'SignInLogs' : 'NonInteractiveUserSignInLogs', event.address ?? person.address);
  const token = tokenIdentifier(record.id);
  world.sink.diagnostic(record.outer.category, {
    ...record.outer,
    identity: person.name,
    properties: {
      ...record.inner,
      userDisplayName: person.name,
      userPrincipalName: person.upn,
      userId: person.id,
      appId: event.appId,
      appDisplayName: event.appName,
      clientAppUsed: event.interactive ? 'Browser' : 'Mobile Apps and Desktop clients',
      deviceDetail: { deviceId: '', operatingSystem: 'Windows 11', browser: event.interactive ? 'Edge 145.0' : '' },
      isInteractive: event.interactive,
      originalRequestId: record.id,
      authenticationRequirement: event.interactive ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
      servicePrincipalId: '',
      userType: 'Member',
      incomingTokenType: event.interactive ? 'none' : 'refreshToken',
      uniqueTokenIdentifier: token,
    },
  });
  return { id: record.id, token, time: event.time };
}

function envelope({ random }: World, event: SignIn, category: string, address: string) {
  const id = random.guid();
  const correlationId = event.correlationId ?? random.guid();
  const time = isoTime(event.time);
  const located = address !== '';
  const location = { city: located ? 'Gothenburg' : '', state: '', countryOrRegion: located ? 'SE' : '', geoCoordinates: { latitude: located ? 57.7 : 0, longitude: located ? 11.97 : 0 } };
  return {
    id,
    outer: {
      time,
      resourceId: `/tenants/${tenant.id}/providers/Microsoft.aadiam`,
      operationName: 'Sign-in activity',
      operationVersion: '1.0',
      category,
      tenantId: tenant.id,
      resultType: String(event.error?.code ?? 0),
      resultSignature: 'None',
      ...(event.error ? { resultDescription: event.error.reason } : {}),
      durationMs: 0,
      ...(located ? { callerIpAddress: address, location: 'SE' } : {}),
      correlationId,
      Level: 4,
    },
    inner: {
      id,
      createdDateTime: time.replace('Z', '+00:00'),
      ipAddress: address,
      status: event.error ? { errorCode: event.error.code, failureReason: event.error.reason } : { errorCode: 0 },
      location,
      correlationId,
      conditionalAccessStatus: 'notApplied',
      appliedConditionalAccessPolicies: [],
      tokenIssuerType: 'AzureAD',
      processingTimeInMilliseconds: 20 + random.below(400),
      riskLevelDuringSignIn: 'none',
      riskState: 'none',
      resourceDisplayName: event.resource.name,
      resourceId: event.resource.appId,
      resourceTenantId: tenant.id,
      homeTenantId: tenant.id,
      crossTenantAccessType: 'none',
    },
  };
}
