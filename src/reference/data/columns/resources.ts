/** Activity on Azure resources: the activity log, key vaults, workflows, storage, and the shared AzureDiagnostics table. */
export const resourceColumns = `
ActivityStatus: Older form of ActivityStatusValue.
ActivityStatusValue: Start, Accept, Success or Failure.
  ! An operation writes several records: count the ones with Success, or distinct CorrelationId.
ActivitySubstatus: Older form of ActivitySubstatusValue.
ActivitySubstatusValue: Finer outcome, often an HTTP status in words.
Authorization: Action, role and scope that were checked, as JSON text.
  ! Older form; Authorization_d is the same as dynamic.
Authorization_d: Action, role and scope that were checked.
Caller: Who acted: a sign-in name for people, the object ID of the service principal for workloads.
  ! Not the application ID. For a managed identity it is its principal ID, equal to ServicePrincipalId in the sign-in tables.
AzureActivity.CallerIpAddress: Address the request to Resource Manager came from.
AzureActivity.CategoryValue: Administrative, Policy, Security and so on.
AzureActivity.Category: Older form of CategoryValue.
Claims: Claims of the token that was used, as JSON text.
  ! Parse it to reach uti, appid and ipaddr; Claims_d has them ready.
Claims_d: Claims of the token that was used.
  ! Claims_d.uti equals UniqueTokenIdentifier of the sign-in: the exact link. Claims_d.appid is the application ID.
AzureActivity.CorrelationId: The same for all records of one operation or deployment.
EventDataId: Identifier of this single event.
EventSubmissionTimestamp: When the event could first be queried.
Hierarchy: Management groups above the subscription.
HTTPRequest: Client request ID, address and method of the request, as JSON text.
AzureActivity.Level: Severity as a word: Informational, Warning, Error, Critical.
AzureActivity.OperationId: Shared by the records of one operation.
AzureActivity.OperationName: Readable name of the operation; older form.
  ! Not always filled in newer records: use OperationNameValue.
OperationNameValue: Resource Manager action.
  ! Upper case in exports, mixed case in the workspace: compare with =~.
  = MICROSOFT.KEYVAULT/VAULTS/WRITE
AzureActivity.Properties: Details of the event as JSON text.
AzureActivity.Properties_d: Details of the event; requestbody and responseBody are text inside.
AzureActivity.Resource: Name of the resource acted upon.
AzureActivity.ResourceId: Path of the resource acted upon.
AzureActivity.ResourceGroup: Resource group acted upon.
AzureActivity.ResourceProvider: Provider of the resource; older form.
ResourceProviderValue: Provider of the resource.
  = MICROSOFT.SQL
AzureActivity.SubscriptionId: Subscription acted upon.
AddressAuthorizationType: How the address was let in: public, subnet, private endpoint, trusted service.
Algorithm: Algorithm of the key operation.
AppliedAssignmentId: Role assignment that allowed or refused the access.
AZKVAuditLogs.CallerIpAddress: Address the vault saw.
  ! A private address such as 10.1.0.4 behind a private endpoint: it will match no sign-in.
CertificateIssuerProperties: Issuer of the certificate concerned.
CertificatePolicyProperties: Policy of the certificate concerned.
CertificateProperties: The certificate concerned: subject, validity, hash.
CertificateRequestProperties: State of a certificate request.
ClientInfo: User agent of the caller.
AZKVAuditLogs.CorrelationId: Request ID that the caller may set; unrelated to any sign-in.
EnabledForDeployment: Whether virtual machines may fetch certificates from the vault.
EnabledForDiskEncryption: Whether disk encryption may use the vault.
EnabledForTemplateDeployment: Whether template deployments may read secrets.
EnablePurgeProtection: Whether deleted contents cannot be purged early.
EnableRbacAuthorization: Whether roles, not access policies, decide.
EnableSoftDelete: Whether deleted contents can be restored.
HsmPoolResourceId: Managed HSM pool concerned.
HttpStatusCode: HTTP status of the answer.
  ! A first 401 is part of the normal challenge; count 403 as refusals.
AZKVAuditLogs.Id: The secret, key or certificate that was asked for, as its address.
  = https://kv-app.vault.azure.net/secrets/db-password
AZKVAuditLogs.Identity: Claims of the caller.
  ! identity.claim holds oid (service principal object ID), appid and upn; compare oid with ServicePrincipalId.
IsAccessPolicyMatch: Whether an access policy let the caller in.
IsAddressAuthorized: Whether the network rules let the address in.
IsRbacAuthorized: Whether a role let the caller in.
KeyProperties: The key concerned: type, size, curve.
NetworkAcls: Network rules of the vault.
Nsp: Network security perimeter that applied.
AZKVAuditLogs.OperationName: What was asked of the vault.
  = SecretGet
AZKVAuditLogs.Properties: Further details of the request.
AZKVAuditLogs.RequestUri: Full address that was requested.
AZKVAuditLogs.ResultType: Success or the error.
AZKVAuditLogs.ResultSignature: HTTP status in words, such as OK or Forbidden.
AZKVAuditLogs.ResultDescription: Reason of a refusal.
SecretProperties: The secret concerned: attributes, never its value.
Sku: Service level of the vault.
SoftDeleteRetentionInDays: Days deleted contents are kept.
StorageAccountProperties: Storage account that the vault manages.
StorageSasDefinitionProperties: Shared access definition that the vault manages.
SubnetId: Subnet the request came from.
Tlsversion: TLS version of the request.
TrustedService: Name of the trusted Microsoft service, if one made the request.
VaultProperties: Settings of the vault, when they were changed.
ActionName: Action of the workflow; empty for records about a run or a trigger.
ActionTrackingId: Identifier of this execution of the action.
ClientKeywords: Keywords the caller sent along.
ClientTrackingId: Tracking ID of the run; passes from a parent workflow to its child.
LogicAppWorkflowRuntime.Code: HTTP status or error code of the step.
LogicAppWorkflowRuntime.EndTime: When the step ended.
LogicAppWorkflowRuntime.StartTime: When the step began.
  ! A run can start many minutes after the token of its connection was fetched.
LogicAppWorkflowRuntime.Error: Error of the step in words.
LogicAppWorkflowRuntime.Location: Azure region of the workflow.
LogicAppWorkflowRuntime.OperationName: What the record is about: run, trigger or action, and whether it started or completed.
LogicAppWorkflowRuntime.Status: Succeeded, Failed, Skipped, Running and so on.
LogicAppWorkflowRuntime.Tags: Tags of the workflow resource.
OriginRunId: Run that was submitted again.
RetryHistory: Retries of the action.
RunId: Identifier of the run; groups its records.
TrackedProperties: Properties the author chose to log.
TriggerName: Trigger that started the run.
WorkflowId: Path of the workflow.
WorkflowName: Name of the workflow.
AccessTier: Access tier of the storage account.
StorageBlobLogs.AccountName: Name of the storage account.
AuthenticationHash: Hash of the credential that was used.
  ! Groups requests made with one account key or shared access signature, where no identity is known.
AuthenticationType: OAuth, AccountKey, SAS or Anonymous.
  ! Only OAuth requests carry a requester identity.
AuthorizationDetails: Role assignments and actions that decided.
StorageBlobLogs.CallerIpAddress: Address and port of the caller.
  ! Includes the port: split on ":" before joining to an address.
StorageBlobLogs.Category: StorageRead, StorageWrite or StorageDelete.
StorageBlobLogs.ClientRequestId: Request ID that the caller set.
ConditionsUsed: Conditions in the request headers.
ContentLengthHeader: Length that the request announced.
StorageBlobLogs.CorrelationId: Request ID of the storage service.
DestinationUri: Where the data was copied to.
StorageBlobLogs.DurationMs: Time from the first to the last byte, network included.
Etag: Version tag of the object.
StorageBlobLogs.LastModifiedTime: When the object was last changed.
StorageBlobLogs.Location: Azure region of the account.
MetricResponseType: Outcome in the words of the metrics.
ObjectKey: Account, container and blob that were asked for.
OperationCount: Number of the operation within one request.
StorageBlobLogs.OperationName: What was asked of the blob service, such as GetBlob or ListBlobs.
Protocol: Protocol of the request.
ReferrerHeader: Referrer that the client sent.
RehydratePriority: Priority of reading from the archive.
RequestBodySize: Bytes of the request body.
RequesterAppId: Application ID of the caller; only with OAuth.
RequesterAudience: Resource the token was issued for.
RequesterObjectId: Object ID of the caller: the service principal object ID for workloads.
RequesterTenantId: Tenant of the caller.
RequesterTokenIssuer: Issuer of the token.
RequesterUpn: Sign-in name of the caller; empty for workloads.
RequestHeaderSize: Bytes of the request headers.
RequestMd5: Hash of the request body.
ResponseBodySize: Bytes of the answer; sum it to see how much left.
ResponseHeaderSize: Bytes of the answer's headers.
ResponseMd5: Hash of the answer's body.
SasExpiryStatus: Whether a shared access signature lives longer than the policy allows.
SchemaVersion: Version of the log format.
ServerLatencyMs: Time the service needed, network excluded.
ServiceType: Storage service: blob.
SourceAccessTier: Tier of the source when a tier changed.
SourceUri: Where the data was copied from.
StatusCode: HTTP status of the answer, as text.
StatusText: Outcome in the words of storage, such as Success or AuthorizationPermissionMismatch.
TlsVersion: TLS version of the request.
Uri: Address that was requested, with account, container and blob.
UserAgentHeader: User agent of the caller.
action_id_s: Audit action, in short (SQL audit).
action_name_s: Audit action, in words (SQL audit).
action_s: What a rule or policy decided, such as Allow or Block.
ActivityId_g: Identifier of the activity.
AdHocOrScheduledJob_s: Whether a backup job was ad hoc or scheduled.
application_name_s: Program that opened the database session.
audit_schema_version_d: Version of the audit format.
avg_cpu_percent_s: Average processor use in percent.
avg_mean_time_s: Average of the mean time.
backendHostname_s: Server behind the gateway that got the request.
Caller_s: Who acted, as the resource logged it.
callerId_s: Identifier of who acted.
CallerIPAddress: Address of the caller, for key vault and others.
  ! Spelt with capital IP here and CallerIpAddress in the resource-specific tables.
calls_s: Number of calls.
client_ip_s: Address of the client.
clientInfo_s: User agent of the client.
clientIP_s: Address of the client.
clientIpAddress_s: Address of the client.
clientPort_d: Port of the client.
code_s: Status or error code of the step.
collectionName_s: Collection or container of the database.
conditions_destinationIP_s: Destination address of a network rule.
conditions_destinationPortRange_s: Destination ports of a network rule.
conditions_None_s: Marker that a network rule has no condition.
conditions_protocols_s: Protocols of a network rule.
conditions_sourceIP_s: Source address of a network rule.
conditions_sourcePortRange_s: Source ports of a network rule.
count_executions_d: Number of executions.
cpu_time_d: Processor time.
database_name_s: Database concerned.
database_principal_name_s: Database user who acted.
DatabaseName_s: Database concerned.
db_id_s: Identifier of the database.
direction_s: Inbound or outbound.
dop_d: Degree of parallelism.
duration_d: How long it took.
duration_milliseconds_d: How long it took, in milliseconds.
ElasticPoolName_s: Elastic pool of the database.
endTime_t: When it ended.
Environment_s: Environment label.
error_code_s: Error code.
error_message_s: Error in words.
errorLevel_s: Severity of the error.
event_class_s: Class of the event.
event_s: Name of the event.
event_subclass_s: Subclass of the event.
event_time_t: When the event happened, as the resource states it.
EventName_s: Name of the event.
execution_type_d: How the execution ended.
executionInfo_endTime_t: When the execution ended.
executionInfo_exitCode_d: Exit code of the execution.
executionInfo_startTime_t: When the execution began.
host_s: Host name of the request.
httpMethod_s: HTTP method.
httpStatus_d: HTTP status.
httpStatusCode_d: HTTP status.
httpStatusCode_s: HTTP status as text.
httpVersion_s: HTTP version.
id_s: Object that was asked for; the address of a secret or key for vaults.
identity_claim_appid_g: Application ID of the caller.
  ! Compare with AppId of the sign-in, not with ServicePrincipalId.
identity_claim_ipaddr_s: Address in the caller's token: where it was issued, not where it was used.
instanceId_s: Instance that served the request.
interval_end_time_d: End of the measured interval.
interval_start_time_d: Start of the measured interval.
ip_s: Address concerned.
is_column_permission_s: Whether the permission was on a column.
isAccessPolicyMatch_b: Whether a vault access policy let the caller in.
JobDurationInSecs_s: How long the job took, in seconds.
JobFailureCode_s: Why the job failed.
JobId_g: Identifier of the job.
jobId_s: Identifier of the job, as text.
JobOperation_s: What the job did.
JobOperationSubType_s: Kind of that job operation.
JobStartDateTime_s: When the job began.
JobStatus_s: State of the job.
JobUniqueId_g: Unique identifier of the job.
log_bytes_used_d: Bytes of log used.
logical_io_reads_d: Logical reads.
logical_io_writes_d: Logical writes.
LogicalServerName_s: Database server.
macAddress_s: Hardware address of the network interface.
matchedConnections_d: Connections a network rule matched.
max_cpu_time_d: Highest processor time.
max_dop_d: Highest degree of parallelism.
max_duration_d: Longest duration.
max_log_bytes_used_d: Most bytes of log used.
max_logical_io_reads_d: Most logical reads.
max_logical_io_writes_d: Most logical writes.
max_num_physical_io_reads_d: Highest number of physical reads.
max_physical_io_reads_d: Most physical reads.
max_query_max_used_memory_d: Most memory a query used.
max_rowcount_d: Most rows.
max_time_s: Longest time.
mean_time_s: Mean time.
Message: Message of the event.
min_time_s: Shortest time.
msg_s: Message of the event.
num_physical_io_reads_d: Number of physical reads.
object_id_d: Number of the database object.
object_name_s: Name of the database object.
partitionKey_s: Partition key of the data.
physical_io_reads_d: Physical reads.
plan_id_d: Number of the query plan.
policy_s: Policy that applied.
policyMode_s: Whether the policy blocks or only detects.
primaryIPv4Address_s: Main address of the network interface.
priority_d: Priority of the rule.
properties_enabledForDeployment_b: Vault setting: virtual machines may fetch certificates.
properties_enabledForDiskEncryption_b: Vault setting: disk encryption may use it.
properties_enabledForTemplateDeployment_b: Vault setting: template deployments may read secrets.
properties_s: Further details as JSON text.
properties_sku_Family_s: Family of the vault's service level.
properties_sku_Name_s: Name of the vault's service level.
properties_tenantId_g: Tenant of the vault.
query_hash_s: Hash of the query.
query_id_d: Number of the query.
query_max_used_memory_d: Memory the query used.
query_plan_hash_s: Hash of the query plan.
query_time_d: Time of the query.
querytext_s: Text of the query.
receivedBytes_d: Bytes received.
Region_s: Azure region.
requestCharge_s: Request units that were charged.
requestQuery_s: Query part of the address.
requestResourceId_s: Object the request was about.
requestResourceType_s: Kind of that object.
requestUri_s: Address that was requested.
reserved_storage_mb_s: Reserved storage in megabytes.
resource_actionName_s: Action of the workflow (Logic Apps, consumption).
resource_location_s: Region of the workflow.
resource_originRunId_s: Run that was submitted again.
resource_resourceGroupName_s: Resource group of the workflow.
resource_runId_s: Run of the workflow.
resource_subscriptionId_g: Subscription of the workflow.
resource_triggerName_s: Trigger of the workflow.
resource_workflowId_g: Identifier of the workflow.
resource_workflowName_s: Name of the workflow.
AzureDiagnostics.Resource: Name of the resource, upper case.
AzureDiagnostics.ResourceId: Path of the resource, upper case.
  ! _ResourceId is the same path in lower case; compare with =~.
response_rows_d: Rows in the answer.
resultCode_s: Outcome as a code.
resultDescription_ChildJobs_s: Outcome of the child jobs.
resultDescription_ErrorJobs_s: Child jobs that failed.
resultMessage_s: Outcome in words.
rootCauseAnalysis_s: What the service believes the cause to be.
routingRuleName_s: Routing rule that was used.
rowcount_d: Number of rows.
ruleName_s: Rule that matched.
RunbookName_s: Automation runbook.
RunOn_s: Where the runbook ran.
schema_name_s: Database schema.
sentBytes_d: Bytes sent.
sequence_group_id_g: Groups the parts of a long audit record.
sequence_number_d: Position within those parts.
server_principal_sid_s: Security identifier of the server login.
session_id_d: Number of the database session.
clientIp_s: Address of the client.
addedAccessPolicy_TenantId_g: Tenant of an access policy that was added to a vault.
addedAccessPolicy_Permissions_certificates_s: Certificate permissions that were granted.
addedAccessPolicy_Permissions_secrets_s: Secret permissions that were granted.
addedAccessPolicy_Permissions_keys_s: Key permissions that were granted.
identity_claim_http_schemas_xmlsoap_org_ws_2005_05_identity_claims_upn_s: Sign-in name in the caller's token, by its long claim name.
addedAccessPolicy_ObjectId_g: Object ID that was given access to a vault.
removedAccessPolicy_ObjectId_g: Object ID that lost access to a vault.
identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g: Object ID in the caller's token, by its long claim name.
  ! Equals ServicePrincipalId for workloads. Vaults fill this or identity_claim_oid_g; check both.
identity_claim_oid_g: Object ID in the caller's token.
identity_claim_upn_s: Sign-in name in the caller's token.
AzureDiagnostics.Category: Log category of the resource, such as AuditEvent.
AzureDiagnostics.OperationName: What was asked of the resource, such as SecretGet.
AzureDiagnostics.ResultSignature: HTTP status in words.
AzureDiagnostics.ResultType: Success or the error.
`;
