/** Alerts, incidents, threat intelligence, and what the workspace and its agents say about themselves. */
export const workspaceColumns = `
ThreatIntelligenceIndicator.Action: What to do on a match: alert, block, allow.
Active: Whether the indicator is in force.
  ! Superseded records stay: take the latest per IndicatorId before testing Active.
ActivityGroupNames: Attacker groups that use it.
AdditionalInformation: Free text that came with the indicator.
ThreatIntelligenceIndicator.ConfidenceScore: How sure the provider is, from 0 to 100.
ThreatIntelligenceIndicator.Description: What the provider says about the indicator.
DiamondModel: Corner of the diamond model: adversary, capability, infrastructure or victim.
DomainName: Domain to watch for.
EmailEncoding: Encoding of the mail.
EmailLanguage: Language of the mail.
EmailRecipient: Recipient of the mail.
EmailSenderAddress: Address of the mail's sender.
EmailSenderName: Name of the mail's sender.
EmailSourceDomain: Domain the mail came from.
EmailSourceIpAddress: Address the mail came from.
EmailSubject: Subject of the mail.
EmailXMailer: Program that sent the mail.
ExpirationDateTime: When the indicator stops being valid.
  ! Filter on it: old indicators stay in the table.
ExternalIndicatorId: Identifier in the providing system.
FileCompileDateTime: When the file was compiled.
FileCreatedDateTime: When the file was created.
FileHashType: Kind of hash.
FileHashValue: Hash of the file.
FileMutexName: Mutex the file creates.
FileName: Name of the file.
FilePacker: Packer the file was made with.
FilePath: Path of the file.
FileSize: Size of the file in bytes.
FileType: Kind of file.
IndicatorId: Identifier of the indicator.
IndicatorProvider: Who delivered it.
KillChainActions: Used for actions on the objective.
KillChainC2: Used for command and control.
KillChainDelivery: Used for delivery.
KillChainExploitation: Used for exploitation.
KillChainReconnaissance: Used for reconnaissance.
KillChainWeaponization: Used for weaponisation.
KnownFalsePositives: When a match means nothing.
MalwareNames: Malware that uses it.
NetworkCidrBlock: Address range to watch for.
NetworkDestinationAsn: Network number of the destination.
NetworkDestinationCidrBlock: Range of the destination.
NetworkDestinationIP: Address of the destination.
NetworkDestinationPort: Port of the destination.
NetworkIP: Address to watch for.
  ! One of three places for an address: NetworkSourceIP and NetworkDestinationIP hold others.
NetworkPort: Port to watch for.
NetworkProtocol: Protocol number.
NetworkSourceAsn: Network number of the source.
NetworkSourceCidrBlock: Range of the source.
NetworkSourceIP: Address of the source.
NetworkSourcePort: Port of the source.
PassiveOnly: Whether a match should stay invisible to users.
ThreatSeverity: Severity from 0 to 5.
ThreatType: Kind of threat, such as C2 or Phishing.
TrafficLightProtocolLevel: How far it may be shared: white, green, amber or red.
Url: Web address to watch for.
ThreatIntelligenceIndicator.UserAgent: User agent to watch for.
ThreatIntelligenceIndicator.Tags: Labels on the indicator.
ThreatIntelIndicators.AzureTenantId: Tenant that uploaded the indicator.
ThreatIntelIndicators.AdditionalFields: Fields beyond the STIX standard.
Confidence: How sure the provider is, from 0 to 100.
Created: When the indicator was made.
Data: The whole indicator as STIX.
  ! Description, labels and kill chain are only in here.
ThreatIntelIndicators.Id: Identifier of the indicator in the workspace; take the latest record for each.
IsActive: Whether the indicator is in force.
ThreatIntelIndicators.IsDeleted: Whether the indicator was deleted.
LastUpdateMethod: What updated the record last.
Modified: When the indicator was changed.
ObservableKey: What kind of thing is watched for, as a STIX path.
  = ipv4-addr:value
ObservableValue: The value that is watched for, such as the address.
Pattern: STIX pattern of the indicator.
  = [ipv4-addr:value = '203.0.113.7']
Revoked: Whether the provider withdrew it.
ValidFrom: Start of validity.
ValidUntil: End of validity.
  ! Filter on it: old indicators stay in the table.
WorkspaceId: Workspace that uploaded the indicator.
ThreatIntelIndicators.Tags: Labels on the indicator.
AvgLatencyInSeconds: No longer filled.
BatchesCapped: No longer filled; once the batches cut by the daily cap.
BatchesOutsideSla: No longer filled; once the late batches.
BatchesWithinSla: No longer filled; once the batches in time.
TotalBatches: No longer filled; once the number of batches.
Usage.Computer: No longer filled.
LinkedMeterId: No longer filled.
LinkedResourceUri: No longer filled; once the linked resource.
DataType: Table the usage is about.
IsBillable: Whether that usage costs money.
MeterId: Meter the usage is billed on.
Plan: Table plan: Analytics, Basic or Auxiliary.
Quantity: Amount taken in within the hour, in megabytes.
  ! Megabytes of 1,000,000 bytes; divide by 1,000 for the gigabytes on the bill.
QuantityUnit: Unit of Quantity; always MBytes.
ResourceUri: Path of the workspace.
Usage.Solution: Solution the table is counted under.
Usage.StartTime: Begin of the hour.
Usage.EndTime: End of the hour.
Usage.TimeGenerated: End of the hour the usage is about.
Detail: What happened, in words.
ErrorId: No longer filled.
HelpLink: Where to read more.
OperationCategory: Area of the message, such as Ingestion.
OperationKey: Identifier of the message.
OperationStatus: Warning, Succeeded, Failed and so on.
Operation.Solution: Solution the message is about.
Operation.Computer: Machine the message is about, if any.
Heartbeat.Category: Kind of agent that sent the heartbeat.
ComputerEnvironment: Azure or Non-Azure.
ComputerIP: Public address of the machine.
ComputerPrivateIPs: Private addresses of the machine; helps to name a private caller address in vault logs.
IsGatewayInstalled: Whether the machine is a gateway for other agents.
OSMajorVersion: Main version of the system.
OSMinorVersion: Minor version of the system.
OSName: Name of the operating system.
OSType: Windows or Linux.
RemoteIPCountry: Country of the public address.
RemoteIPLatitude: Latitude of the public address.
RemoteIPLongitude: Longitude of the public address.
SCAgentChannel: Direct, or through Operations Manager.
Solutions: Solutions active on the agent.
Version: Version of the agent.
VMUUID: Hardware identifier of the machine.
AlertLink: Where to open the alert.
AlertName: Name of the alert.
AlertSeverity: Informational, Low, Medium or High.
AlertType: Identifier of the detection; for Sentinel rules it ends with the rule's ID.
CompromisedEntity: What the alert says was hit.
ConfidenceLevel: How sure the product is, in words.
SecurityAlert.ConfidenceScore: How sure the product is, as a number.
SecurityAlert.Description: What the alert means.
SecurityAlert.DisplayName: Name of the alert as shown.
Entities: Accounts, addresses and resources concerned, as JSON text.
  ! A string: parse_json() and mv-expand it; entities refer to each other by $id.
ExtendedLinks: Further links as JSON text.
IsIncident: Whether the alert stands for an incident.
ProcessingEndTime: When the alert was ready.
ProductComponentName: Part of the product that raised it.
ProductName: Product that raised it.
SecurityAlert.ProviderName: Service that raised it.
RemediationSteps: What the product suggests to do.
SecurityAlert.ResourceId: Azure resource concerned.
SecurityAlert.StartTime: First activity of the alert.
SecurityAlert.EndTime: Last activity of the alert.
SecurityAlert.Status: New, InProgress, Resolved or Dismissed.
SubTechniques: MITRE sub-techniques.
SystemAlertId: Identifier of the alert; incidents refer to it in AlertIds.
Tactics: MITRE tactics.
Techniques: MITRE techniques.
VendorName: Maker of the product.
VendorOriginalId: Identifier in the product.
WorkspaceResourceGroup: Resource group of the workspace.
WorkspaceSubscriptionId: Subscription of the workspace.
AdditionalData: Counts and other details of the incident.
AlertIds: Identifiers of the alerts; join to SystemAlertId.
  ! An array: mv-expand it before joining.
BookmarkIds: Identifiers of the bookmarks.
Classification: Verdict when closed, such as TruePositive.
ClassificationComment: Reason in words.
ClassificationReason: Reason from the list.
ClosedTime: When it was last closed.
Comments: Comments on the incident.
CreatedTime: When it was created.
SecurityIncident.Description: What the incident is about.
FirstActivityTime: First activity in it.
FirstModifiedTime: When it was first changed.
IncidentName: Resource name of the incident, a GUID.
IncidentNumber: Number of the incident as shown.
IncidentUrl: Where to open it.
Labels: Labels on the incident.
LastActivityTime: Last activity in it.
SecurityIncident.LastModifiedTime: When it was last changed.
ModifiedBy: Who or what changed it.
Owner: Who it is assigned to.
ProviderIncidentId: Number in the product that raised it.
SecurityIncident.ProviderName: Product that raised it.
RelatedAnalyticRuleIds: Rules whose alerts are in it.
Severity: Severity of the incident.
SecurityIncident.Status: New, Active or Closed.
Tasks: Tasks on the incident.
Title: Title of the incident.
AADClientId: Application ID of the client that queried.
AADEmail: Sign-in name of who queried.
AADObjectId: Object ID of who queried: the service principal object ID for workloads.
LAQueryLogs.AADTenantId: Tenant of who queried.
ConditionalDataAccess: Whether attribute-based access limited the rows.
LAQueryLogs.CorrelationId: Identifier of the query; the client gets it back.
IsBillableQuery: Whether the query itself cost money.
IsWorkspaceInFailover: Whether the workspace was switched to its second region.
QueryText: Full text of the query.
  ! Can itself hold personal data or secrets somebody searched for.
QueryThumbprint: Hash of the query's structure; groups the same query with other values.
QueryTimeRangeEnd: End of the time range asked for.
QueryTimeRangeStart: Start of the time range asked for.
RecordKind: Whether the record was written at once or filled in later.
RequestClientApp: Tool that sent the query, such as AppAnalytics for the portal.
RequestContext: Workspaces and resources the query covered.
RequestContextFilters: Filters on that context.
RequestTarget: Resource the request was addressed to.
ResponseCode: HTTP status of the answer.
ResponseDurationMs: How long the query took, in milliseconds.
ResponseRowCount: Rows that were returned.
ScannedGB: Data scanned, in gigabytes, for queries billed that way.
StatsCPUTimeMs: Processor time, in milliseconds.
StatsDataProcessedEnd: End of the data that was read.
StatsDataProcessedStart: Start of the data that was read.
StatsRegionCount: Regions that were involved.
StatsWorkspaceCount: Workspaces that were read.
WorkspaceRegion: Region of the workspace.
_DTItemId: Identifier of the list or of the item.
_DTItemStatus: Create, Update or Delete.
_DTItemType: Whether the record is a list or an item.
  ! Filter on watchlist-item, or use _GetWatchlist().
_DTTimestamp: When the record was written.
CreatedBy: Who created it.
CreatedTimeUTC: When it was created.
DefaultDuration: How long items live by default.
EntityMapping: Which columns stand for which entity.
LastUpdatedTimeUTC: When it was last changed.
Notes: Notes of the team.
Provider: Where the list came from.
SearchKey: Value of the column chosen as key; fast to join on.
Watchlist.Source: File or system the list was made from.
Watchlist.Tags: Labels on the list.
TimeToLive: When the record is dropped unless written again.
UpdatedBy: Who changed it last.
WatchlistAlias: Name to call _GetWatchlist() with.
WatchlistCategory: Category the team gave.
WatchlistId: Resource name of the list.
WatchlistItem: The row itself as key and value.
WatchlistItemId: Identifier of the row.
WatchlistName: Display name of the list.
Watchlist.AzureTenantId: Tenant of the list.
Watchlist.CorrelationId: Groups the records of one upload.
`;
