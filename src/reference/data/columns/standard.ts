/**
 * Columns that mean the same in many tables. Format of every file here: `Column: meaning`, or `Table.Column: meaning`
 * where one table differs; a line `! …` below adds where queries go wrong, a line `= …` an example value.
 */
export const standardColumns = `
_BilledSize: Size of the record in bytes, as it is billed.
  ! Sum it per table for cost by identity; Usage only knows whole tables.
_IsBillable: "true" or "false": whether taking in the record costs money.
  ! A string, not a bool: compare with "true".
_ResourceId: Full path of the Azure resource the record is about, lower case.
  = /subscriptions/…/resourcegroups/rg-app/providers/microsoft.keyvault/vaults/kv-app
_SubscriptionId: Subscription of that Azure resource.
TenantId: The Log Analytics workspace's own ID.
  ! Not the Entra tenant; that one is AADTenantId, AadTenantId or HomeTenantId.
TimeGenerated: When the event happened, as its source states it; for some sources when the record was taken in. Every time filter should use it.
  ! Records can arrive minutes to hours later: compare with ingestion_time() before calling a gap a gap.
Type: Name of the table the record is in; useful after union.
SourceSystem: What delivered the record, such as Azure or OpsManager.
Category: The log category that the record came through.
  ! A category is not a table name: category SignInLogs lands in table SigninLogs.
CorrelationId: Ties together records that one request caused within a service.
  ! Not shared between a sign-in and what the identity did afterwards; do not join sign-ins to activity on it.
OperationName: What was done, in the words of the service that logged it.
  ! Case, dashes and trailing blanks vary between services and over time: compare with =~ or has.
OperationVersion: Version of the interface or log format behind the operation.
ResultType: Outcome in the coding of the logging service.
  ! A string in every table, numbers included: write ResultType == "0".
ResultSignature: A second outcome field; often a short word or an HTTP status, often empty.
ResultDescription: Outcome in words, mostly only for failures.
DurationMs: How long the operation took, in milliseconds.
  ! The type differs between tables; wrap it in tolong() after union.
Identity: Who acted, as the logging service names it.
  ! A display name or a claims bag, depending on the table; never a join key.
Level: Severity of the record, as a word or as a number from 1 (critical) to 5 (verbose).
Location: Where it happened: a country code or an Azure region, depending on the table.
Resource: Name of the resource concerned.
ResourceGroup: Resource group of the resource concerned.
ResourceId: Identifier of the resource concerned.
ResourceProvider: The Azure service the resource belongs to.
  = MICROSOFT.KEYVAULT
ResourceType: Kind of Azure resource.
  = VAULTS
SubscriptionId: Azure subscription of the resource concerned.
AADTenantId: The Entra tenant the record belongs to.
Id: Identifier of this record.
IPAddress: Address the request came from, as the service saw it.
  ! Can be a proxy, a NAT gateway or an Azure-internal address; empty where the platform hides it.
UserAgent: What the client said about itself.
  ! Chosen freely by the caller: fine for grouping, worthless as proof.
AppId: Application ID of the client.
  ! The same in every tenant and on every service principal of the application; the object in your tenant is ServicePrincipalId.
ServicePrincipalId: Object ID of the service principal in this tenant.
  ! Not the application ID (AppId) and not the application object's ID. It survives renames: join on it.
ServicePrincipalName: Display name of the service principal at the time.
  ! Can be changed at any moment and shared by several objects: never join on it.
SessionId: Groups the tokens that come from one original sign-in.
UserId: Object ID of the user; empty when an application acted as itself.
UserPrincipalName: Sign-in name of the user.
  ! Can be reassigned; UserId stays.
UserDisplayName: Display name of the user.
  ! Not unique and freely chosen.
UserType: Kind of user, such as member or guest.
Tags: Labels that people or systems attached.
Computer: Name of the machine.
StartTime: When it began.
EndTime: When it ended.
Status: State or outcome.
Description: Free text that describes the thing.
DisplayName: Display name, freely chosen by whoever created the thing.
Properties: Further details as key and value.
City: City derived from the address.
  ! An estimate; cloud addresses resolve to the data centre or not at all.
Country: Country derived from the address, or stated by the directory.
State: State or province derived from the address.
Latitude: Latitude derived from the address.
  ! A string in advanced hunting; use toreal().
Longitude: Longitude derived from the address.
  ! A string in advanced hunting; use toreal().
Application: Name of the application.
ApplicationId: Application ID of the application.
Timestamp: When the event happened; the time column of advanced hunting.
  ! In a Log Analytics workspace filter on TimeGenerated as well, or the whole table is read.
ReportId: Number or text that makes the event unique together with its time.
RequestId: Identifier of the single request.
CallerIpAddress: Address of whoever made the request.
SourceComputerId: Identifier of the machine the record came from.
SourceRecordId: Identifier of the original event in its source.
Activity: The kind of activity concerned.
ActivityDateTime: When the activity happened.
ActivityType: Kind of activity.
ActionType: Kind of action that was taken.
AdditionalFields: Everything that has no column of its own, as a property bag.
  ! With more than 500 fields AzureDiagnostics keeps further ones only here; check both places.
AccountDisplayName: Display name of the account.
AccountName: Name of the account.
AccountObjectId: Entra object ID of the account.
AzureTenantId: Entra tenant that the record was submitted for.
ConfidenceScore: How sure the source is, as a number.
ExtendedProperties: Further details as JSON text.
  ! A string: parse_json() it first.
EventSource: Which service or feed the event came from.
InvestigationPriority: Score from 0 to 10: how much the behaviour departs from what is usual.
LastModifiedTime: When it was last changed.
ManagementGroupName: Operations Manager group of the agent; empty for direct agents.
ModifiedProperties: Which properties changed, with old and new values.
OAuthAppId: Application ID of the OAuth application.
OperationId: Identifier of the operation.
ProviderName: Which product produced it.
RequestUri: The address that was requested.
Solution: Name of the monitoring solution.
Source: Where the record or detection comes from.
UniqueTokenId: Identifier of the token that carried the request; equals UniqueTokenIdentifier of its sign-in.
`;
