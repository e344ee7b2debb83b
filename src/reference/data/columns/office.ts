/** OfficeActivity: Exchange, SharePoint, OneDrive and Teams share it, so most columns are empty in most records. */
export const officeColumns = `
AADGroupId: Object ID of the group behind the team.
AADTarget: Account the operation was done to.
Actor: Who acted, with several identifiers in one value.
ActorContextId: Tenant of who acted.
ActorIpAddress: Address of who acted.
AddOnGuid: Identifier of the add-on.
AddonName: Name of the add-on.
AddOnType: Kind of add-on: bot, connector or tab.
AffectedItems: Mail items that were touched, as JSON text.
AppAccessContext: Session and application the activity ran in.
  ! Holds UniqueTokenId and AADSessionId, which lead back to the sign-in.
AppDistributionMode: How the Teams application was distributed.
AppId: Application ID of the client, where the service records one.
AppPoolName: Server process that handled the request.
Application: Program or workload that made the request.
ApplicationId: Application ID as SharePoint records it.
ArtifactsShared: What was shared in the meeting.
Attendees: Who attended the meeting.
AzureActiveDirectory_EventType: Kind of directory event, as a number.
AzureADAppId: Application ID of the Teams application.
ChannelGuid: Identifier of the channel.
ChannelName: Name of the channel.
ChannelType: Standard or private channel.
ChatName: Name of the chat.
ChatThreadId: Identifier of the chat thread.
Client: Device, system and browser of the client.
Client_IPAddress: Address of the client, as Exchange writes it.
  ! Can hold a port and square brackets; ClientIP is the cleaner one where filled.
ClientAppId: Application ID of the client that reached the mailbox.
ClientInfoString: Mail client and protocol.
ClientIP: Address of the client.
  ! Can carry a port; strip it before comparing with a sign-in address.
ClientMachineName: Machine of the mail client.
ClientProcessName: Program of the mail client.
ClientVersion: Version of the mail client.
CommunicationType: Kind of chat or call.
CrossMailboxOperations: Whether more than one mailbox was involved.
CustomEvent: Text of a custom event.
DataCenterSecurityEventType: Kind of lockbox command.
DestFolder: Folder things went to.
DestinationFileExtension: Extension of the file at its destination.
DestinationFileName: Name of the file at its destination.
DestinationRelativeUrl: Folder the file went to.
DestMailboxId: Mailbox at the destination of a cross-mailbox operation.
DestMailboxOwnerMasterAccountSid: Master account of the destination mailbox's owner.
DestMailboxOwnerSid: Security identifier of the destination mailbox's owner.
DestMailboxOwnerUPN: Sign-in name of the destination mailbox's owner.
DeviceInformation: What is known of the device.
EffectiveOrganization: Tenant an elevated command was run in.
ElevationApprovedTime: When the elevation was approved.
ElevationApprover: Microsoft manager who approved it.
ElevationDuration: Hours the elevation lasted.
ElevationRequestId: Identifier of the elevation request.
ElevationRole: Role that was asked for.
ElevationTime: When the elevation began.
Event_Data: Payload of a custom event.
ExternalAccess: Whether somebody outside the organisation, such as a data centre operator, ran the command.
ExtraProperties: Further properties as a list.
Folder: Folder concerned.
Folders: Source folders concerned.
GenericInfo: Comments and the like.
InternalLogonType: For Microsoft's own use.
InterSystemsId: Follows the action across Microsoft 365 services.
IntraSystemId: Follows the action inside Entra.
IsJoinedFromLobby: Whether the person waited in the lobby.
IsManagedDevice: Whether the device is managed.
Item: Item concerned.
ItemName: Subject of the item.
ItemType: Kind of item: file, folder, site and so on.
JoinTime: When the person joined the meeting.
LeaveTime: When the person left the meeting.
ListItemUniqueId: Identifier of the list item.
LoginStatus: Outcome of a logon, as a number.
Logon_Type: Owner, delegate or administrator access to the mailbox.
LogonUserDisplayName: Name of who did it.
LogonUserSid: Security identifier of who did it.
MachineDomainInfo: Domain of the synchronising device.
MachineId: Identifier of the synchronising device.
MailboxGuid: Mailbox that was opened.
MailboxOwnerMasterAccountSid: Master account of the mailbox's owner.
MailboxOwnerSid: Security identifier of the mailbox's owner.
MailboxOwnerUPN: Sign-in name of the mailbox's owner.
MeetingDetailId: Identifier of the meeting.
Members: People concerned in the team.
MessageId: Identifier of the message.
ModifiedObjectResolvedName: Readable name of what was changed.
ModifiedProperties: Properties that were changed, with values.
NewValue: Value after the change.
OfficeId: Identifier of the audit record.
OfficeObjectId: What was touched; a full address for files.
OfficeTenantId: Entra tenant of the record.
OfficeWorkload: Exchange, SharePoint, OneDrive or MicrosoftTeams.
OldValue: Value before the change.
Operation: What was done, such as MailItemsAccessed or FileDownloaded.
OperationProperties: More about the operation.
OperationScope: Where the operation applied: cloud or on premises.
OrganizationId: Tenant, as a GUID.
OrganizationName: Name of the tenant.
OriginatingServer: Server the command ran on.
Parameters: Parameters of the command, as JSON text.
RecordType: Which service and record shape it is.
ResultReasonType: Reason for the outcome.
ResultStatus: Succeeded, PartiallySucceeded, Failed, or True and False.
  ! Spelling differs between services.
SendAsUserMailboxGuid: Mailbox that was sent as.
SendAsUserSmtp: Address that was sent as.
SendonBehalfOfUserMailboxGuid: Mailbox that was sent for.
SendOnBehalfOfUserSmtp: Address that was sent for.
SensitivityLabelId: Sensitivity label of the file.
SharingType: Permission that was shared.
Site_: Identifier of the site.
Site_Url: Address of the site.
Source_Name: SharePoint, or the object model that acted.
SourceFileExtension: Extension of the file.
SourceFileName: Name of the file.
SourceRelativeUrl: Folder of the file.
SRPolicyId: Identifier of the supervision policy.
SRPolicyName: Name of the supervision policy.
SRRuleMatchDetails: Rule that matched.
Start_Time: When the command ran.
SupportTicketId: Ticket under which a partner acted.
TabType: Kind of tab.
TargetContextId: Tenant of the target account.
TargetUserId: Account concerned.
TargetUserOrGroupName: Person or group something was shared with.
TargetUserOrGroupType: Member, guest, group or partner.
TeamGuid: Identifier of the team.
TeamName: Name of the team.
UniqueSharingId: Identifier of the sharing.
UserDomain: Domain of the account.
UserId: Sign-in name of who acted; "app@sharepoint" or an object ID for applications.
  ! Not an object ID as in the sign-in tables.
UserKey: Second identifier of the account in UserId.
UserSharedWith: Person something was shared with.
UserType: Regular, admin, system, application and so on.
`;
