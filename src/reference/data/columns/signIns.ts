/** The sign-in tables of people, service principals, managed identities and federation servers, and their advanced hunting twins. */
export const signInColumns = `
Agent: For agent identities: kind of agent and the application it was created from.
  ! A string in some sign-in tables and dynamic in others; parse_json(tostring(Agent)) works for both.
AlternateSignInName: The name that was typed to sign in, when it is not the user principal name.
AppDisplayName: Name of the client application.
  ! Renamed at will and not unique; AppId is the key.
SigninLogs.AppId: Application ID of the program the person used.
AADServicePrincipalSignInLogs.AppId: Application ID of the application that signed in.
  ! Several service principals can share it only across tenants; inside one tenant it matches one ServicePrincipalId.
AADManagedIdentitySignInLogs.AppId: Application ID of the managed identity; Azure makes one for each.
AppliedConditionalAccessPolicies: Policies that were looked at, as JSON text.
  ! Kept for older records; ConditionalAccessPolicies holds the same.
AppliedEventListeners: Custom authentication extensions that ran during the sign-in.
AppOwnerTenantId: Tenant in which the client application is registered.
  ! A foreign tenant means a multitenant or third-party application: its owner holds the credentials, not you.
AuthenticationAppDeviceDetails: Phone and version of the authenticator app used last.
AuthenticationAppPolicyEvaluationDetails: How policies for the authenticator app were applied in the last step.
AuthenticationContextClassReferences: Authentication contexts that were asked for or satisfied.
AuthenticationDetails: Steps of the authentication as JSON text: method, result, time.
  ! A string; the first element often only says "previously satisfied".
AuthenticationMethodsUsed: Methods that were used.
AuthenticationProcessingDetails: Extra facts as key and value in JSON text: agent that checked a password, OAuth scopes asked for, legacy TLS.
AuthenticationProtocol: Protocol or grant, such as ropc, deviceCode or none.
  ! deviceCode and ropc on a person's account deserve a look; for workloads it is mostly "none".
AuthenticationRequirement: singleFactorAuthentication or multiFactorAuthentication: the strongest that was demanded.
AuthenticationRequirementPolicies: Which policy demanded it.
AuthenticatorAppLocation: Where the authenticator app said it was.
AutonomousSystemNumber: Number of the network the address belongs to.
  ! A string here; hosting providers stand out better by it than by country.
ClientAppUsed: Kind of client: browser, modern client or a legacy protocol.
ClientCredentialType: How the client proved itself: none, clientSecret, clientAssertion, certificate, federatedIdentityCredential, managedIdentity.
  ! clientAssertion covers certificates as well as federated tokens; FederatedCredentialId tells them apart.
  = clientSecret
ClientSessionId: Session ID as the client keeps it.
ConditionalAccessAudiences: Resources whose policies were evaluated.
ConditionalAccessPolicies: Each policy with its result, as JSON.
  ! Dynamic in SigninLogs, a string elsewhere; reading the details can be withheld from some exporters.
ConditionalAccessStatus: success, failure or notApplied.
  ! notApplied is the normal value for workloads unless policies for workload identities exist.
CorrelationId: Set by the client; one value can cover several sign-ins of the same attempt.
  ! Activity tables do not carry it. Use UniqueTokenIdentifier to reach Microsoft Graph activity.
CreatedDateTime: When the sign-in was started.
  ! TimeGenerated can be the same, or the later moment when the record was written; filter on TimeGenerated, order by this one.
CrossTenantAccessType: Kind of access from another tenant, or none.
DeviceDetail: Device ID, name, system, compliance.
  ! Dynamic in SigninLogs, a string in the non-interactive table; empty for workloads.
FederatedCredentialId: Which federated credential on the application accepted the outside token; empty for secrets and certificates.
  ! The issuer and subject behind it are only in the application object and in AuditLogs.
FlaggedForReview: Somebody pressed "flag" on the failed sign-in page to help the administrator find it.
GlobalSecureAccessIpAddress: Address on the Global Secure Access network.
HomeTenantId: Tenant the signing-in identity belongs to.
HomeTenantName: Name of that tenant, for guests and partners.
SigninLogs.Id: Identifier of the sign-in request; what support calls the request ID.
AADNonInteractiveUserSignInLogs.Id: Identifier of the sign-in request.
AADServicePrincipalSignInLogs.Id: Identifier of the sign-in request.
  ! UniqueTokenIdentifier carries the same value in another encoding.
AADManagedIdentitySignInLogs.Id: Identifier of the token request.
ADFSSignInLogs.Id: Identifier of the sign-in.
Identity: Display name of who signed in.
  ! A name, not an identifier; empty for many workload records.
IncomingTokenType: Kind of token the client presented, such as primaryRefreshToken or none.
IPAddress: Address the token request came from.
  ! Empty for managed identities, whose request starts inside Azure. A later resource call can come from another address, such as a private endpoint.
AADManagedIdentitySignInLogs.IPAddress: Empty in practice: the platform asks for the token.
  ! Do not expect it to match CallerIpAddress of a vault or storage account; match by identity and time.
IPAddressFromResourceProvider: Address the resource itself saw, where it differs from the token request's.
IsInteractive: Whether a person was asked for something.
IsRisky: Whether the sign-in was judged risky.
  ! Often empty; RiskLevelDuringSignIn is filled.
IsTenantRestricted: Whether tenant restrictions applied.
IsThroughGlobalSecureAccess: Whether the traffic came through Global Secure Access.
Level: Severity; 4 (informational) for nearly all sign-ins.
Location: Country code derived from the address; empty for managed identities.
LocationDetails: Address resolved to city, state, country and coordinates.
  ! Dynamic in SigninLogs, a JSON string in the other sign-in tables: use parse_json(LocationDetails).city there. Coordinates 0,0 mean unknown.
  = {"city":"Dublin","state":"Dublin","countryOrRegion":"IE"}
ManagedServiceIdentity: For managed identities: system- or user-assigned, and the Azure resource it hangs on.
  ! Empty in older records; then only the name tells the kind, which is a guess.
MfaDetail: Second factor in short.
  ! No longer filled; read AuthenticationDetails.
NetworkLocationDetails: Named locations the address belongs to, as JSON text.
OperationName: "Sign-in activity" in every record of these tables.
OriginalRequestId: Request ID of the first step, when a sign-in took several.
OriginalTransferMethod: How the session was moved to this client, such as deviceCodeFlow.
  ! A token that began as device code keeps that mark here, even when refreshed later.
ProcessingTimeInMilliseconds: Time the service spent, in milliseconds, as text.
ProcessingTimeInMs: Time the service spent, in milliseconds, as text.
Resource: Service that wrote the record; Microsoft.aadiam.
ResourceGroup: Service that wrote the record; Microsoft.aadiam, not a real resource group.
ResourceProvider: Unused in sign-in records.
ResourceDisplayName: Name of the resource the token is for.
  ! Names change and are localised: filter on ResourceIdentity.
ResourceId: Path of the tenant as a log source, not the resource that was signed in to.
  ! For that, see ResourceIdentity.
ResourceIdentity: Application ID of the resource the token is for.
  ! An application ID, though the name suggests an object; the object is ResourceServicePrincipalId.
  = 797f4846-ba00-4fd7-ba43-dac1f8f63013
ResourceOwnerTenantId: Tenant in which the resource application is registered.
ResourceServicePrincipalId: Object ID of the resource's service principal in your tenant.
ResourceTenantId: Tenant whose resource was asked for.
ResultType: "0" for success, else the AADSTS code of the failure.
  ! A string: ResultType != 0 compares a string with a number. Some codes are interruptions, not failures.
  = 7000215
ResultSignature: SUCCESS, FAILURE or None; adds nothing to ResultType.
ResultDescription: Failure in words, with placeholders filled or not.
  ! Wording changes; filter on ResultType.
RiskDetail: Why the risk has its state.
RiskEventTypes: Names of the detections.
  ! Superseded by RiskEventTypes_V2.
RiskEventTypes_V2: Names of the detections on this sign-in, as JSON text.
RiskLevel: Risk level of the record.
RiskLevelAggregated: Risk from all detections together.
  ! "hidden" means the licence does not show it, not that there is none.
RiskLevelDuringSignIn: Risk known in real time, while the sign-in went on.
RiskState: State of the risk: atRisk, confirmedCompromised, remediated, dismissed, none.
ServicePrincipalCredentialKeyId: Key ID of the secret or certificate that was used.
  ! The key to AuditLogs: the same ID appears in KeyDescription when the credential was added. Empty for federated and managed.
ServicePrincipalCredentialThumbprint: Thumbprint of the certificate that was used; empty for secrets.
SigninLogs.ServicePrincipalId: Object ID of the service principal; empty in sign-ins of people.
AADNonInteractiveUserSignInLogs.ServicePrincipalId: Object ID of the service principal; empty in sign-ins of people.
AADManagedIdentitySignInLogs.ServicePrincipalId: Object ID of the managed identity's service principal; the key to what it did.
  ! Azure resources show the same value as principalId.
ServicePrincipalName: Display name of the service principal when it signed in.
  ! A rename changes it from one record to the next, and two objects can share it: join on ServicePrincipalId.
SessionId: Groups the tokens that descend from one sign-in; a stolen session keeps it.
SessionLifetimePolicies: Policies that shortened the session.
SignInEventTypes: Kinds of sign-in event the record stands for.
SignInIdentifier: What was typed or sent to name the account.
SignInIdentifierType: Kind of that identifier.
SourceAppClientId: Application ID of the program on whose behalf the token was requested.
Status: Error code, failure reason and additional details as JSON.
  ! Dynamic in SigninLogs, a string in the others. Status.errorCode is a number, ResultType its string form.
TokenIssuerName: Name of the identity provider; empty when Entra itself issued the token.
TokenIssuerType: Kind of issuer: AzureAD, ADFederationServices or the backup service.
TokenProtectionStatusDetails: Whether the token is bound to a device.
UniqueTokenIdentifier: Identifier of the token that this sign-in issued: the exact link to what was done with it.
  ! Equals SignInActivityId in MicrosoftGraphActivityLogs and the uti claim in AzureActivity. Empty when no token was issued; padding (=) can differ between tables.
UserAgent: What the client said about itself; for workloads often the library's name.
  ! Chosen freely by the caller: a changed one is a hint, a matching one proves nothing.
UserId: Object ID of the user; empty for workloads.
ADFSSignInLogs.Requirement: Whether it was the first or a further factor.
ADFSSignInLogs.AppId: Identifier of the relying party.
ErrorCode: AADSTS code; 0 for success.
  ! A number here, while the sign-in tables of Log Analytics have ResultType as a string.
EntraIdSpnSignInEvents.UniqueTokenId: Identifier of the issued token; matches UniqueTokenIdentifier in the Log Analytics tables.
GatewayJA4: Fingerprint of the TLS greeting; the same client software gives the same value from any address.
IsConfidentialClient: Whether the client proved itself with a credential.
IsManagedIdentity: Whether a managed identity signed in.
EntraIdSpnSignInEvents.ResourceId: Application ID of the resource that was signed in to.
AADSpnSignInEventsBeta.ResourceId: Application ID of the resource that was signed in to.
EntraIdSpnSignInEvents.CorrelationId: Set by the client; groups requests of one attempt.
EntraIdSpnSignInEvents.ApplicationId: Application ID of the identity that signed in.
AADSpnSignInEventsBeta.ApplicationId: Application ID of the identity that signed in.
EntraIdSpnSignInEvents.Application: Name of the application that signed in.
AADSpnSignInEventsBeta.Application: Name of the application that signed in.
EntraIdSpnSignInEvents.TenantId: Tenant of the record, as advanced hunting fills it.
`;
