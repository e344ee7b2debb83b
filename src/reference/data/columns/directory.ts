/** Directory changes, provisioning, Microsoft Graph activity, risk and identity inventory. */
export const directoryColumns = `
AuditLogs.AADOperationType: Rough kind of change: Add, Update, Delete, Assign or Other.
AuditLogs.ActivityDateTime: When the change was made.
AuditLogs.ActivityDisplayName: Name of the operation, the same as OperationName.
AuditLogs.AdditionalDetails: List of key and value with extras, such as User-Agent and AppId of the client.
  ! An array: expand it with mv-expand and pick by key.
AuditLogs.CorrelationId: The same for all records one request caused; one request often writes several.
  ! Never equals the CorrelationId of the sign-in before it.
AuditLogs.Identity: Name of who acted; often empty. Read InitiatedBy instead.
AuditLogs.InitiatedBy: Who acted: either .user or .app is filled.
  ! For an application use InitiatedBy.app.servicePrincipalId; .appId is often empty. For .user, ipAddress is there; for .app there is none.
AuditLogs.Location: Region of the service that wrote the record, not of the actor.
AuditLogs.LoggedByService: Part of Entra that wrote the record, such as Core Directory or PIM.
AuditLogs.OperationName: Exact name of the operation.
  ! Some names hold an en dash and end with a blank ("Update application – Certificates and secrets management "): compare with has.
AuditLogs.Category: Group of the operation, such as ApplicationManagement or RoleManagement; not the diagnostic category.
AuditLogs.Result: success, failure or timeout.
AuditLogs.ResultReason: Why it failed, in words.
AuditLogs.ResultType: Outcome code; mostly empty. Read Result.
AuditLogs.ResultDescription: Outcome in words; mostly empty. Read ResultReason.
AuditLogs.TargetResources: What was changed: a list with id, displayName, type and modifiedProperties of each.
  ! The order is not fixed: pick by type before taking [0]. Values inside modifiedProperties are JSON in a string.
AuditLogs.Id: Identifier of the audit record.
AuditLogs.Resource: Service that wrote the record, not the object changed.
AuditLogs.ResourceId: Path of the tenant as a log source.
ChangeId: Identifier of the single change within a cycle.
CycleId: Identifier of one provisioning run.
JobId: Identifier of the provisioning job.
AADProvisioningLogs.InitiatedBy: Who or what started the provisioning.
  ! A JSON string in this table, while AuditLogs has it dynamic.
AADProvisioningLogs.ModifiedProperties: Properties that were changed on the target, as JSON text.
ProvisioningAction: create, update, delete, disable or other.
ProvisioningStatusInfo: Outcome with error code and reason, as JSON text.
ProvisioningSteps: Each step of the provisioning with its result, as JSON text.
ServicePrincipal: The service principal of the connected application, as JSON text.
SourceIdentity: The account as the source system has it, as JSON text.
TargetIdentity: The account as the target system has it, as JSON text.
TargetSystem: The system that accounts were written to, as JSON text.
AadTenantId: The Entra tenant.
ApiVersion: Version of Microsoft Graph that was called: v1.0 or beta.
MicrosoftGraphActivityLogs.AppId: Application ID of the client that called Microsoft Graph.
  ! When UserId is filled the call was made for a person; when ServicePrincipalId is, the application acted as itself.
ATContent: Kept free by Microsoft for later use.
ATContentH: Kept free by Microsoft for later use, second field.
ATContentP: Kept free by Microsoft for later use, third field.
ClientAuthMethod: How the client proved itself to get the token: 0 public, 1 secret, 2 certificate or federated assertion.
MicrosoftGraphActivityLogs.ClientRequestId: Request ID that the caller set.
DeviceId: Device the person's sign-in came from; empty for applications.
MicrosoftGraphActivityLogs.DurationMs: How long Microsoft Graph took to answer, in milliseconds.
IdentityProvider: Provider that authenticated the subject of the token.
MicrosoftGraphActivityLogs.IPAddress: Address the call came from.
  ! Can differ from the sign-in's address: that is how a stolen token shows.
MicrosoftGraphActivityLogs.Location: Azure region that served the call, not the caller's country.
MicrosoftGraphActivityLogs.OperationId: Identifier of the batch; the same for all calls inside one batch request.
MicrosoftGraphActivityLogs.RequestId: Identifier of the call; Microsoft Graph returns it to the client.
RequestMethod: GET reads; POST, PATCH, PUT and DELETE change.
MicrosoftGraphActivityLogs.RequestUri: Full address that was called, with object IDs and query.
  ! Object IDs sit in the path: cut them out before summarising, or each call is its own group.
ResponseSizeBytes: Size of the answer; a large sum tells of collection.
ResponseStatusCode: HTTP status; 200 to 299 is success, 403 means the token lacked a permission.
MicrosoftGraphActivityLogs.Roles: Application permissions in the token, separated by blanks.
MicrosoftGraphActivityLogs.Scopes: Delegated permissions in the token, separated by blanks; empty when the application acted as itself.
MicrosoftGraphActivityLogs.ServicePrincipalId: Object ID of the service principal that called as itself; empty in calls for a person.
MicrosoftGraphActivityLogs.SessionId: Session the token descends from.
SignInActivityId: Identifier of the sign-in that issued the token: equals UniqueTokenIdentifier in the sign-in tables.
  ! Not the sign-in's Id and not its CorrelationId. Trim "=" on both sides before joining, as padding varies.
TokenIssuedAt: When the token was issued; the call can come up to a day later.
Wids: Directory role template IDs in the token.
AccountEnabled: Whether the service principal may sign in.
AADRiskyServicePrincipals.AppId: Application ID of the risky service principal.
AADRiskyServicePrincipals.DisplayName: Name of the risky service principal.
AADRiskyServicePrincipals.Id: Object ID of the service principal.
  ! Named Id here and ServicePrincipalId in AADServicePrincipalRiskEvents.
AADRiskyUsers.Id: Object ID of the user.
AADServicePrincipalRiskEvents.Id: Identifier of the detection.
AADUserRiskEvents.Id: Identifier of the detection.
IsProcessing: Whether the risk state is being recalculated.
IsDeleted: Whether it has been deleted.
RiskDetail: Why the risk has its state, such as confirmed by an administrator.
RiskLastUpdatedDateTime: When the risk state last changed.
RiskLevel: low, medium, high, none or hidden.
  ! hidden means the licence does not show it.
RiskState: State of the risk: atRisk, confirmedCompromised, remediated, dismissed, none.
ServicePrincipalType: Application, ManagedIdentity or Legacy.
AdditionalInfo: Details of the detection as JSON.
DetectedDateTime: When the detection was made.
  ! Offline detections come hours or days after ActivityDateTime.
DetectionTimingType: realtime, nearRealtime or offline.
IpAddress: Address the detection is about.
  ! Spelt IpAddress here, IPAddress in the sign-in tables: union makes two columns of them.
KeyIds: Key IDs of the credentials the detection is about, such as leaked ones.
LastUpdatedDateTime: When the detection was last changed.
RiskEventType: Kind of detection, such as leakedCredentials.
ServicePrincipalDisplayName: Name of the service principal.
TokenIssuerType: Kind of token issuer.
AADServicePrincipalRiskEvents.Activity: Whether a sign-in or another action raised the risk.
AADUserRiskEvents.Activity: Whether a sign-in or a user event raised the risk.
AADServicePrincipalRiskEvents.ActivityDateTime: When the risky activity happened.
AADUserRiskEvents.ActivityDateTime: When the risky activity happened.
AADServicePrincipalRiskEvents.Location: Place of the sign-in, as JSON text.
AADUserRiskEvents.Location: Place of the sign-in, as JSON text.
AADUserRiskEvents.RequestId: Id of the sign-in that raised the detection; joins to SigninLogs.Id.
AADServicePrincipalRiskEvents.RequestId: Id of the sign-in that raised the detection; joins to AADServicePrincipalSignInLogs.Id.
AADServicePrincipalRiskEvents.Source: Product that made the detection.
AADUserRiskEvents.Source: Product that made the detection.
AccountCloudSID: Security identifier of the account in the cloud.
AccountCreationTime: When the account was created.
AccountDomain: Domain of the account.
AccountSID: Security identifier of the account on premises.
AccountTenantId: Tenant of the account.
AccountUPN: Sign-in name of the account.
AdditionalMailAddresses: Further mail addresses.
Applications: Applications the account has used.
AssignedRoles: Directory roles the account holds.
  ! Permanent ones only; roles made eligible through PIM are missing until active.
BlastRadius: Low, medium or high: how much harm the account could do.
ChangeSource: Where the newest change of the record came from.
CompanyName: Company of the person.
DeletedDateTime: When the account was deleted.
Department: Department of the person.
EmployeeId: Employee number.
EntityRiskScore: Risk score of the account with its parts.
ExtensionProperty: Extension attributes of the directory.
GivenName: First name.
GroupMembership: Groups the account belongs to.
InvestigationPriorityPercentile: Position of the score among all accounts, in percent.
IsAccountEnabled: Whether the account may sign in.
IsMFARegistered: Whether a second factor is registered.
IsServiceAccount: Whether the account looks like a service account; a user object used by software, not a service principal.
JobTitle: Job title.
LastSeenDate: Last day the account was active.
MailAddress: Main mail address.
Manager: Manager of the person.
OnPremisesDistinguishedName: Place of the account in Active Directory.
OnPremisesExtensionAttributes: Extension attributes from Active Directory.
Phone: Phone number.
RelatedAccounts: Other accounts of the same person.
RiskLevelDetails: More about the risk level.
SAMAccountName: Logon name in Active Directory.
ServicePrincipals: Service principals the account owns: whose credentials it can change.
StreetAddress: Street of the office.
Surname: Family name.
UACFlags: Account control flags as text.
UserAccountControl: Account control flags as a list.
UserState: State of the account in Entra.
UserStateChangedOn: When that state last changed.
IdentityInfo.City: City of the office, from the directory.
IdentityInfo.Country: Country of the office, from the directory.
IdentityInfo.State: State of the office, from the directory.
IdentityInfo.Tags: Tags on the account, such as sensitive.
IdentityInfo.InvestigationPriority: Score of the account as a whole.
ActivityInsights: What was unusual about the activity, as a bag of true and false.
ActorName: Name of who acted.
ActorPrincipalName: Sign-in name of who acted.
DestinationDevice: Machine the activity was aimed at.
DestinationIPAddress: Address the activity was aimed at.
DestinationIPLocation: Place of that address.
Device: Machine the activity happened on or was reported by.
DevicesInsights: What is known about the devices.
EventProductVersion: Version of the product that reported it.
EventVendor: Maker of the product that reported it.
NativeTableName: Table the original record is in.
SourceDevice: Machine the activity came from.
SourceIPAddress: Address the activity came from.
SourceIPLocation: Place of that address of origin.
TargetName: Name of the account acted upon.
TargetPrincipalName: Sign-in name of the account acted upon.
TimeProcessed: When the analysis was done.
UserName: Name of the account.
UsersInsights: What is known about the accounts.
AccountId: Identifier of the account as the connected service gives it.
AccountType: Kind of account.
ActivityObjects: Files, folders and other objects the activity touched.
CloudAppEvents.AppInstanceId: Identifier of the connected instance of the service.
CloudAppEvents.ApplicationId: Number of the cloud service in Defender's catalogue.
  ! An int here, not an application ID as in the other tables.
CloudAppEvents.Application: Name of the cloud service, such as Microsoft 365.
AuditSource: Where the audit record comes from.
CountryCode: Country of the address.
DeviceType: Kind of device.
IPCategory: What is known of the address, such as corporate or risky.
IPTags: Labels on the address.
IsAdminOperation: Whether an administrator did it.
IsAnonymousProxy: Whether the address belongs to an anonymising proxy.
IsExternalUser: Whether the account belongs to another organisation.
IsImpersonated: Whether it was done in the name of another account.
ISP: Provider the address belongs to.
LastSeenForUser: Days since each trait was last seen with the account.
CloudAppEvents.OAuthAppId: Application ID of the OAuth application that acted.
ObjectId: Identifier of the object acted upon.
ObjectName: Name of the object acted upon.
ObjectType: Kind of object acted upon.
OSPlatform: Operating system of the device.
RawEventData: The original audit record.
SessionData: Session identifiers, where the source gives them.
UncommonForUser: Traits that are unusual for the account.
UserAgentTags: What Defender concludes from the user agent.
AddedOnTime: When the application was registered or consented to.
AppName: Name of the application in the tenant.
AppOrigin: Internal, or External for one registered in another tenant.
AppStatus: Whether it is enabled or who disabled it.
ConsentedUsersCount: How many people consented.
IsAdminConsented: Whether an administrator consented for everybody.
LastUsedTime: When it last signed in.
Permissions: Permissions with kind, classification and whether they are used.
  ! Unused high permissions are the cheap ones to take away.
PrivilegeLevel: Low, medium or high, by the strongest permission.
AppOwnerTenantId: Tenant the application is registered in; a foreign one means others hold its credentials.
VerifiedPublisher: Publisher that Microsoft verified, if any.
`;
