/**
 * Column names and types of each table, in the order of the source; one string per table keeps the file reviewable and
 * cheap to load. Facts from Microsoft's Azure Monitor table reference (azure-reference-other bea53845, sentinelninja
 * 4167c9ca) and KQLAnalyzer environments.json 447cd187; types are spelt as KQL spells them.
 */
export const tableSchemas = {
  SigninLogs: `
    _BilledSize:real _IsBillable:string AADTenantId:string Agent:dynamic AlternateSignInName:string
    AppDisplayName:string AppId:string AppliedConditionalAccessPolicies:string AppliedEventListeners:dynamic
    AppOwnerTenantId:string AuthenticationAppDeviceDetails:string AuthenticationAppPolicyEvaluationDetails:string
    AuthenticationContextClassReferences:string AuthenticationDetails:string AuthenticationMethodsUsed:string
    AuthenticationProcessingDetails:string AuthenticationProtocol:string AuthenticationRequirement:string
    AuthenticationRequirementPolicies:string AuthenticatorAppLocation:string AutonomousSystemNumber:string
    Category:string ClientAppUsed:string ClientCredentialType:string ConditionalAccessAudiences:string
    ConditionalAccessPolicies:dynamic ConditionalAccessStatus:string CorrelationId:string CreatedDateTime:datetime
    CrossTenantAccessType:string DeviceDetail:dynamic DurationMs:long FederatedCredentialId:string
    FlaggedForReview:bool GlobalSecureAccessIpAddress:string HomeTenantId:string HomeTenantName:string Id:string
    Identity:string IncomingTokenType:string IPAddress:string IPAddressFromResourceProvider:string
    IsInteractive:bool IsRisky:bool IsTenantRestricted:bool IsThroughGlobalSecureAccess:bool Level:string
    Location:string LocationDetails:dynamic MfaDetail:dynamic NetworkLocationDetails:string OperationName:string
    OperationVersion:string OriginalRequestId:string OriginalTransferMethod:string
    ProcessingTimeInMilliseconds:string Resource:string ResourceDisplayName:string ResourceGroup:string
    ResourceId:string ResourceIdentity:string ResourceOwnerTenantId:string ResourceProvider:string
    ResourceServicePrincipalId:string ResourceTenantId:string ResultDescription:string ResultSignature:string
    ResultType:string RiskDetail:string RiskEventTypes:string RiskEventTypes_V2:string RiskLevel:string
    RiskLevelAggregated:string RiskLevelDuringSignIn:string RiskState:string ServicePrincipalId:string
    ServicePrincipalName:string SessionId:string SessionLifetimePolicies:string SignInIdentifier:string
    SignInIdentifierType:string SourceAppClientId:string SourceSystem:string Status:dynamic TimeGenerated:datetime
    TokenIssuerName:string TokenIssuerType:string TokenProtectionStatusDetails:dynamic Type:string
    UniqueTokenIdentifier:string UserAgent:string UserDisplayName:string UserId:string UserPrincipalName:string
    UserType:string
  `,
  AADNonInteractiveUserSignInLogs: `
    _BilledSize:real _IsBillable:string AADTenantId:string Agent:string AlternateSignInName:string
    AppDisplayName:string AppId:string AppliedEventListeners:dynamic AppOwnerTenantId:string
    AuthenticationContextClassReferences:string AuthenticationDetails:string AuthenticationMethodsUsed:string
    AuthenticationProcessingDetails:string AuthenticationProtocol:string AuthenticationRequirement:string
    AuthenticationRequirementPolicies:string AuthenticatorAppLocation:string AutonomousSystemNumber:string
    Category:string ClientAppUsed:string ClientCredentialType:string ClientSessionId:string
    ConditionalAccessAudiences:string ConditionalAccessPolicies:string ConditionalAccessStatus:string
    CorrelationId:string CreatedDateTime:datetime CrossTenantAccessType:string DeviceDetail:string DurationMs:long
    FederatedCredentialId:string GlobalSecureAccessIpAddress:string HomeTenantId:string HomeTenantName:string
    Id:string Identity:string IncomingTokenType:string IPAddress:string IsInteractive:bool IsRisky:bool
    IsTenantRestricted:bool IsThroughGlobalSecureAccess:bool Level:string Location:string LocationDetails:string
    MfaDetail:string NetworkLocationDetails:string OperationName:string OperationVersion:string
    OriginalRequestId:string OriginalTransferMethod:string ProcessingTimeInMs:string ResourceDisplayName:string
    ResourceGroup:string ResourceIdentity:string ResourceOwnerTenantId:string ResourceServicePrincipalId:string
    ResourceTenantId:string ResultDescription:string ResultSignature:string ResultType:string RiskDetail:string
    RiskEventTypes:string RiskEventTypes_V2:string RiskLevelAggregated:string RiskLevelDuringSignIn:string
    RiskState:string ServicePrincipalId:string SessionId:string SessionLifetimePolicies:string
    SignInEventTypes:string SignInIdentifierType:string SourceSystem:string Status:string TenantId:string
    TimeGenerated:datetime TokenIssuerName:string TokenIssuerType:string TokenProtectionStatusDetails:string
    Type:string UniqueTokenIdentifier:string UserAgent:string UserDisplayName:string UserId:string
    UserPrincipalName:string UserType:string
  `,
  AADServicePrincipalSignInLogs: `
    _BilledSize:real _IsBillable:string AADTenantId:string Agent:string AppId:string AppOwnerTenantId:string
    AuthenticationContextClassReferences:string AuthenticationProcessingDetails:string
    AutonomousSystemNumber:string Category:string ClientCredentialType:string ConditionalAccessAudiences:string
    ConditionalAccessPolicies:string ConditionalAccessStatus:string CorrelationId:string CreatedDateTime:datetime
    DurationMs:long FederatedCredentialId:string Id:string Identity:string IPAddress:string Level:string
    Location:string LocationDetails:string NetworkLocationDetails:string OperationName:string
    OperationVersion:string ResourceDisplayName:string ResourceGroup:string ResourceIdentity:string
    ResourceOwnerTenantId:string ResourceServicePrincipalId:string ResultDescription:string ResultSignature:string
    ResultType:string ServicePrincipalCredentialKeyId:string ServicePrincipalCredentialThumbprint:string
    ServicePrincipalId:string ServicePrincipalName:string SessionId:string SourceSystem:string TenantId:string
    TimeGenerated:datetime Type:string UniqueTokenIdentifier:string UserAgent:string
  `,
  AADManagedIdentitySignInLogs: `
    _BilledSize:real _IsBillable:string AADTenantId:string Agent:string AppId:string AppOwnerTenantId:string
    AuthenticationContextClassReferences:string AuthenticationProcessingDetails:string Category:string
    ClientCredentialType:string ConditionalAccessAudiences:string ConditionalAccessPolicies:string
    ConditionalAccessStatus:string CorrelationId:string CreatedDateTime:datetime DurationMs:long
    FederatedCredentialId:string Id:string Identity:string IPAddress:string Level:string Location:string
    LocationDetails:string ManagedServiceIdentity:string NetworkLocationDetails:string OperationName:string
    OperationVersion:string ResourceDisplayName:string ResourceGroup:string ResourceIdentity:string
    ResourceOwnerTenantId:string ResourceServicePrincipalId:string ResultDescription:string ResultSignature:string
    ResultType:string ServicePrincipalCredentialKeyId:string ServicePrincipalCredentialThumbprint:string
    ServicePrincipalId:string ServicePrincipalName:string SessionId:string SourceAppClientId:string
    SourceSystem:string TenantId:string TimeGenerated:datetime Type:string UniqueTokenIdentifier:string
    UserAgent:string
  `,
  MicrosoftServicePrincipalSignInLogs: `
    _BilledSize:real _IsBillable:string AppId:string AppOwnerTenantId:string Category:string CorrelationId:string
    CreatedDateTime:datetime DurationMs:long OperationName:string OperationVersion:string
    ResourceDisplayName:string ResourceGroup:string ResourceIdentity:string ResourceOwnerTenantId:string
    ResourceServicePrincipalId:string ResultSignature:string ServicePrincipalCredentialKeyId:string
    ServicePrincipalCredentialThumbprint:string ServicePrincipalId:string ServicePrincipalName:string
    SourceSystem:string TenantId:string TimeGenerated:datetime Type:string UniqueTokenIdentifier:string
  `,
  AuditLogs: `
    _BilledSize:real _IsBillable:string AADOperationType:string AADTenantId:string ActivityDateTime:datetime
    ActivityDisplayName:string AdditionalDetails:dynamic Category:string CorrelationId:string DurationMs:long
    Id:string Identity:string InitiatedBy:dynamic Level:string Location:string LoggedByService:string
    OperationName:string OperationVersion:string Resource:string ResourceGroup:string ResourceId:string
    ResourceProvider:string Result:string ResultDescription:string ResultReason:string ResultSignature:string
    ResultType:string SourceSystem:string TargetResources:dynamic TimeGenerated:datetime Type:string
    TenantId:string
  `,
  AzureActivity: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string ActivityStatus:string
    ActivityStatusValue:string ActivitySubstatus:string ActivitySubstatusValue:string Authorization:string
    Authorization_d:dynamic Caller:string CallerIpAddress:string Category:string CategoryValue:string
    Claims:string Claims_d:dynamic CorrelationId:string EventDataId:string EventSubmissionTimestamp:datetime
    Hierarchy:string HTTPRequest:string Level:string OperationId:string OperationName:string
    OperationNameValue:string Properties:string Properties_d:dynamic Resource:string ResourceGroup:string
    ResourceId:string ResourceProvider:string ResourceProviderValue:string SourceSystem:string
    SubscriptionId:string TenantId:string TimeGenerated:datetime Type:string
  `,
  AzureDiagnostics: `
    _ResourceId:string action_id_s:string action_name_s:string action_s:string ActivityId_g:guid
    AdditionalFields:dynamic AdHocOrScheduledJob_s:string application_name_s:string audit_schema_version_d:real
    avg_cpu_percent_s:string avg_mean_time_s:string backendHostname_s:string Caller_s:string callerId_s:string
    CallerIPAddress:string calls_s:string Category:string client_ip_s:string clientInfo_s:string clientIP_s:string
    clientIpAddress_s:string clientPort_d:real code_s:string collectionName_s:string
    conditions_destinationIP_s:string conditions_destinationPortRange_s:string conditions_None_s:string
    conditions_protocols_s:string conditions_sourceIP_s:string conditions_sourcePortRange_s:string
    CorrelationId:string count_executions_d:real cpu_time_d:real database_name_s:string
    database_principal_name_s:string DatabaseName_s:string db_id_s:string direction_s:string dop_d:real
    duration_d:real duration_milliseconds_d:real DurationMs:long ElasticPoolName_s:string endTime_t:datetime
    Environment_s:string error_code_s:string error_message_s:string errorLevel_s:string event_class_s:string
    event_s:string event_subclass_s:string event_time_t:datetime EventName_s:string execution_type_d:real
    executionInfo_endTime_t:datetime executionInfo_exitCode_d:real executionInfo_startTime_t:datetime
    host_s:string httpMethod_s:string httpStatus_d:real httpStatusCode_d:real httpStatusCode_s:string
    httpVersion_s:string id_s:string identity_claim_appid_g:guid identity_claim_ipaddr_s:string
    instanceId_s:string interval_end_time_d:real interval_start_time_d:real ip_s:string
    is_column_permission_s:string isAccessPolicyMatch_b:bool JobDurationInSecs_s:string JobFailureCode_s:string
    JobId_g:guid jobId_s:string JobOperation_s:string JobOperationSubType_s:string JobStartDateTime_s:string
    JobStatus_s:string JobUniqueId_g:guid Level:string log_bytes_used_d:real logical_io_reads_d:real
    logical_io_writes_d:real LogicalServerName_s:string macAddress_s:string matchedConnections_d:real
    max_cpu_time_d:real max_dop_d:real max_duration_d:real max_log_bytes_used_d:real max_logical_io_reads_d:real
    max_logical_io_writes_d:real max_num_physical_io_reads_d:real max_physical_io_reads_d:real
    max_query_max_used_memory_d:real max_rowcount_d:real max_time_s:string mean_time_s:string Message:string
    min_time_s:string msg_s:string num_physical_io_reads_d:real object_id_d:real object_name_s:string
    OperationName:string OperationVersion:string partitionKey_s:string physical_io_reads_d:real plan_id_d:real
    policy_s:string policyMode_s:string primaryIPv4Address_s:string priority_d:real
    properties_enabledForDeployment_b:bool properties_enabledForDiskEncryption_b:bool
    properties_enabledForTemplateDeployment_b:bool properties_s:string properties_sku_Family_s:string
    properties_sku_Name_s:string properties_tenantId_g:guid query_hash_s:string query_id_d:real
    query_max_used_memory_d:real query_plan_hash_s:string query_time_d:real querytext_s:string
    receivedBytes_d:real Region_s:string requestCharge_s:string requestQuery_s:string requestResourceId_s:string
    requestResourceType_s:string requestUri_s:string reserved_storage_mb_s:string Resource:string
    resource_actionName_s:string resource_location_s:string resource_originRunId_s:string
    resource_resourceGroupName_s:string resource_runId_s:string resource_subscriptionId_g:guid
    resource_triggerName_s:string resource_workflowId_g:guid resource_workflowName_s:string ResourceGroup:string
    ResourceProvider:string ResourceType:string response_rows_d:real resultCode_s:string ResultDescription:string
    resultDescription_ChildJobs_s:string resultDescription_ErrorJobs_s:string resultMessage_s:string
    ResultSignature:string ResultType:string rootCauseAnalysis_s:string routingRuleName_s:string rowcount_d:real
    ruleName_s:string RunbookName_s:string RunOn_s:string schema_name_s:string sentBytes_d:real
    sequence_group_id_g:guid sequence_number_d:real server_principal_sid_s:string session_id_d:real
    clientIp_s:string TenantId:string TimeGenerated:datetime ResourceId:string SubscriptionId:string
    SourceSystem:string Type:string _IsBillable:string _BilledSize:real _SubscriptionId:string
    addedAccessPolicy_TenantId_g:string addedAccessPolicy_Permissions_certificates_s:string
    addedAccessPolicy_Permissions_secrets_s:string addedAccessPolicy_Permissions_keys_s:string
    identity_claim_http_schemas_xmlsoap_org_ws_2005_05_identity_claims_upn_s:string
    addedAccessPolicy_ObjectId_g:string removedAccessPolicy_ObjectId_g:string
    identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g:string
    identity_claim_oid_g:string identity_claim_upn_s:string
  `,
  AZKVAuditLogs: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string AddressAuthorizationType:string
    Algorithm:string AppliedAssignmentId:string CallerIpAddress:string CertificateIssuerProperties:dynamic
    CertificatePolicyProperties:dynamic CertificateProperties:dynamic CertificateRequestProperties:dynamic
    ClientInfo:string CorrelationId:string DurationMs:int EnabledForDeployment:bool EnabledForDiskEncryption:bool
    EnabledForTemplateDeployment:bool EnablePurgeProtection:bool EnableRbacAuthorization:bool
    EnableSoftDelete:bool HsmPoolResourceId:string HttpStatusCode:int Id:string Identity:dynamic
    IsAccessPolicyMatch:bool IsAddressAuthorized:bool IsRbacAuthorized:bool KeyProperties:dynamic
    NetworkAcls:dynamic Nsp:dynamic OperationName:string OperationVersion:string Properties:dynamic
    RequestUri:string ResultDescription:string ResultSignature:string ResultType:string SecretProperties:dynamic
    Sku:dynamic SoftDeleteRetentionInDays:int SourceSystem:string StorageAccountProperties:dynamic
    StorageSasDefinitionProperties:dynamic SubnetId:string TenantId:string TimeGenerated:datetime
    Tlsversion:string TrustedService:string Type:string VaultProperties:dynamic
  `,
  LogicAppWorkflowRuntime: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string ActionName:string
    ActionTrackingId:string ClientKeywords:string ClientTrackingId:string Code:string EndTime:datetime
    Error:string Location:string OperationName:string OriginRunId:string RetryHistory:string RunId:string
    SourceSystem:string StartTime:datetime Status:string Tags:string TenantId:string TimeGenerated:datetime
    TrackedProperties:string TriggerName:string Type:string WorkflowId:string WorkflowName:string
  `,
  MicrosoftGraphActivityLogs: `
    _BilledSize:real _IsBillable:string AadTenantId:string ApiVersion:string AppId:string ATContent:string
    ATContentH:string ATContentP:string ClientAuthMethod:int ClientRequestId:string DeviceId:string DurationMs:int
    IdentityProvider:string IPAddress:string Location:string OperationId:string RequestId:string
    RequestMethod:string RequestUri:string ResponseSizeBytes:int ResponseStatusCode:int Roles:string Scopes:string
    ServicePrincipalId:string SessionId:string SignInActivityId:string SourceSystem:string TenantId:string
    TimeGenerated:datetime TokenIssuedAt:datetime Type:string UniqueTokenId:string UserAgent:string UserId:string
    Wids:string
  `,
  AADProvisioningLogs: `
    _BilledSize:real _IsBillable:string AADTenantId:string Category:string ChangeId:string CorrelationId:string
    CycleId:string DurationMs:long Id:string InitiatedBy:string JobId:string ModifiedProperties:string
    OperationName:string OperationVersion:string ProvisioningAction:string ProvisioningStatusInfo:string
    ProvisioningSteps:string ResultDescription:string ResultSignature:string ResultType:string
    ServicePrincipal:string SourceIdentity:string SourceSystem:string TargetIdentity:string TargetSystem:string
    TenantId:string TimeGenerated:datetime Type:string
  `,
  AADRiskyServicePrincipals: `
    _BilledSize:real _IsBillable:string AccountEnabled:bool AppId:string CorrelationId:string DisplayName:string
    Id:string IsProcessing:bool OperationName:string RiskDetail:string RiskLastUpdatedDateTime:datetime
    RiskLevel:string RiskState:string ServicePrincipalType:string SourceSystem:string TenantId:string
    TimeGenerated:datetime Type:string
  `,
  AADServicePrincipalRiskEvents: `
    _BilledSize:real _IsBillable:string Activity:string ActivityDateTime:datetime AdditionalInfo:dynamic
    AppId:string CorrelationId:string DetectedDateTime:datetime DetectionTimingType:string Id:string
    IpAddress:string KeyIds:dynamic LastUpdatedDateTime:datetime Location:dynamic OperationName:string
    RequestId:string RiskDetail:string RiskEventType:string RiskLevel:string RiskState:string
    ServicePrincipalDisplayName:string ServicePrincipalId:string Source:string SourceSystem:string TenantId:string
    TimeGenerated:datetime TokenIssuerType:string Type:string
  `,
  AADRiskyUsers: `
    _BilledSize:real _IsBillable:string CorrelationId:string Id:string IsDeleted:bool IsProcessing:bool
    OperationName:string RiskDetail:string RiskLastUpdatedDateTime:datetime RiskLevel:string RiskState:string
    SourceSystem:string TenantId:string TimeGenerated:datetime Type:string UserDisplayName:string
    UserPrincipalName:string
  `,
  AADUserRiskEvents: `
    _BilledSize:real _IsBillable:string Activity:string ActivityDateTime:datetime AdditionalInfo:dynamic
    CorrelationId:string DetectedDateTime:datetime DetectionTimingType:string Id:string IpAddress:string
    LastUpdatedDateTime:datetime Location:dynamic OperationName:string RequestId:string RiskDetail:string
    RiskEventType:string RiskLevel:string RiskState:string Source:string SourceSystem:string TenantId:string
    TimeGenerated:datetime TokenIssuerType:string Type:string UserDisplayName:string UserId:string
    UserPrincipalName:string
  `,
  ADFSSignInLogs: `
    _BilledSize:real _IsBillable:string AlternateSignInName:string AppDisplayName:string AppId:string
    AuthenticationDetails:string AuthenticationProcessingDetails:string AuthenticationRequirement:string
    AuthenticationRequirementPolicies:string Category:string ConditionalAccessPolicies:string
    ConditionalAccessStatus:string CorrelationId:string CreatedDateTime:datetime DeviceDetail:string
    DurationMs:long Id:string Identity:string IPAddress:string IsInteractive:bool Level:string Location:string
    NetworkLocationDetails:string OperationName:string OperationVersion:string OriginalRequestId:string
    ProcessingTimeInMs:string Requirement:string ResourceDisplayName:string ResourceGroup:string
    ResourceIdentity:string ResourceTenantId:string ResultDescription:string ResultSignature:string
    ResultType:string SourceSystem:string Status:string TenantId:string TimeGenerated:datetime
    TokenIssuerName:string TokenIssuerType:string Type:string UniqueTokenIdentifier:string UserAgent:string
    UserDisplayName:string UserId:string UserPrincipalName:string
  `,
  IdentityInfo: `
    _BilledSize:real _IsBillable:string AccountCloudSID:string AccountCreationTime:datetime
    AccountDisplayName:string AccountDomain:string AccountName:string AccountObjectId:string AccountSID:string
    AccountTenantId:string AccountUPN:string AdditionalMailAddresses:dynamic Applications:string
    AssignedRoles:dynamic BlastRadius:string ChangeSource:string City:string CompanyName:string Country:string
    DeletedDateTime:datetime Department:string EmployeeId:string EntityRiskScore:dynamic ExtensionProperty:dynamic
    GivenName:string GroupMembership:dynamic InvestigationPriority:int InvestigationPriorityPercentile:int
    IsAccountEnabled:bool IsMFARegistered:bool IsServiceAccount:bool JobTitle:string LastSeenDate:datetime
    MailAddress:string Manager:string OnPremisesDistinguishedName:string OnPremisesExtensionAttributes:string
    Phone:string RelatedAccounts:dynamic RiskLevel:string RiskLevelDetails:string RiskState:string
    SAMAccountName:string ServicePrincipals:dynamic SourceSystem:string State:string StreetAddress:string
    Surname:string Tags:string TenantId:string TimeGenerated:datetime Type:string UACFlags:string
    UserAccountControl:dynamic UserState:string UserStateChangedOn:datetime UserType:string
  `,
  BehaviorAnalytics: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string ActionType:string
    ActivityInsights:dynamic ActivityType:string ActorName:string ActorPrincipalName:string
    DestinationDevice:string DestinationIPAddress:string DestinationIPLocation:string Device:string
    DevicesInsights:dynamic EventProductVersion:string EventSource:string EventVendor:string
    InvestigationPriority:int NativeTableName:string SourceDevice:string SourceIPAddress:string
    SourceIPLocation:string SourceRecordId:string SourceSystem:string TargetName:string TargetPrincipalName:string
    TenantId:string TimeGenerated:datetime TimeProcessed:datetime Type:string UserName:string
    UserPrincipalName:string UsersInsights:dynamic
  `,
  ThreatIntelligenceIndicator: `
    _BilledSize:real _IsBillable:string Action:string Active:bool ActivityGroupNames:string
    AdditionalInformation:string ConfidenceScore:real Description:string DiamondModel:string DomainName:string
    EmailEncoding:string EmailLanguage:string EmailRecipient:string EmailSenderAddress:string
    EmailSenderName:string EmailSourceDomain:string EmailSourceIpAddress:string EmailSubject:string
    EmailXMailer:string ExpirationDateTime:datetime ExternalIndicatorId:string FileCompileDateTime:datetime
    FileCreatedDateTime:datetime FileHashType:string FileHashValue:string FileMutexName:string FileName:string
    FilePacker:string FilePath:string FileSize:int FileType:string IndicatorId:string IndicatorProvider:string
    KillChainActions:bool KillChainC2:bool KillChainDelivery:bool KillChainExploitation:bool
    KillChainReconnaissance:bool KillChainWeaponization:bool KnownFalsePositives:string MalwareNames:string
    NetworkCidrBlock:string NetworkDestinationAsn:int NetworkDestinationCidrBlock:string
    NetworkDestinationIP:string NetworkDestinationPort:int NetworkIP:string NetworkPort:int NetworkProtocol:int
    NetworkSourceAsn:int NetworkSourceCidrBlock:string NetworkSourceIP:string NetworkSourcePort:int
    PassiveOnly:bool SourceSystem:string Tags:string TenantId:string ThreatSeverity:int ThreatType:string
    TimeGenerated:datetime TrafficLightProtocolLevel:string Type:string Url:string UserAgent:string
  `,
  ThreatIntelIndicators: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string AdditionalFields:dynamic
    AzureTenantId:string Confidence:int Created:datetime Data:dynamic Id:string IsActive:bool IsDeleted:bool
    LastUpdateMethod:string Modified:datetime ObservableKey:string ObservableValue:string Pattern:string
    Revoked:bool SourceSystem:string Tags:string TenantId:string TimeGenerated:datetime Type:string
    ValidFrom:datetime ValidUntil:datetime WorkspaceId:string
  `,
  Usage: `
    _BilledSize:real _IsBillable:string AvgLatencyInSeconds:real BatchesCapped:long BatchesOutsideSla:long
    BatchesWithinSla:long Computer:string DataType:string EndTime:datetime IsBillable:bool LinkedMeterId:string
    LinkedResourceUri:string MeterId:string Plan:string Quantity:real QuantityUnit:string ResourceUri:string
    Solution:string SourceSystem:string StartTime:datetime TimeGenerated:datetime TotalBatches:long Type:string
  `,
  Operation: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string Computer:string
    CorrelationId:string Detail:string ErrorId:string HelpLink:string ManagementGroupName:string
    OperationCategory:string OperationKey:string OperationStatus:string Solution:string SourceComputerId:string
    SourceSystem:string TimeGenerated:datetime Type:string
  `,
  Heartbeat: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string Category:string Computer:string
    ComputerEnvironment:string ComputerIP:string ComputerPrivateIPs:dynamic IsGatewayInstalled:bool
    ManagementGroupName:string OSMajorVersion:string OSMinorVersion:string OSName:string OSType:string
    RemoteIPCountry:string RemoteIPLatitude:real RemoteIPLongitude:real Resource:string ResourceGroup:string
    ResourceId:string ResourceProvider:string ResourceType:string SCAgentChannel:string Solutions:string
    SourceSystem:string SubscriptionId:string TimeGenerated:datetime Type:string Version:string VMUUID:string
  `,
  SecurityAlert: `
    _BilledSize:real _IsBillable:string AlertLink:string AlertName:string AlertSeverity:string AlertType:string
    CompromisedEntity:string ConfidenceLevel:string ConfidenceScore:real Description:string DisplayName:string
    EndTime:datetime Entities:string ExtendedLinks:string ExtendedProperties:string IsIncident:bool
    ProcessingEndTime:datetime ProductComponentName:string ProductName:string ProviderName:string
    RemediationSteps:string ResourceId:string SourceComputerId:string StartTime:datetime Status:string
    SubTechniques:string SystemAlertId:string Tactics:string Techniques:string TimeGenerated:datetime Type:string
    VendorName:string VendorOriginalId:string WorkspaceResourceGroup:string WorkspaceSubscriptionId:string
  `,
  SecurityIncident: `
    _BilledSize:real _IsBillable:string AdditionalData:dynamic AlertIds:dynamic BookmarkIds:dynamic
    Classification:string ClassificationComment:string ClassificationReason:string ClosedTime:datetime
    Comments:dynamic CreatedTime:datetime Description:string FirstActivityTime:datetime FirstModifiedTime:datetime
    IncidentName:string IncidentNumber:int IncidentUrl:string Labels:dynamic LastActivityTime:datetime
    LastModifiedTime:datetime ModifiedBy:string Owner:dynamic ProviderIncidentId:string ProviderName:string
    RelatedAnalyticRuleIds:dynamic Severity:string SourceSystem:string Status:string Tasks:dynamic TenantId:string
    TimeGenerated:datetime Title:string Type:string
  `,
  StorageBlobLogs: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string AccessTier:string
    AccountName:string AuthenticationHash:string AuthenticationType:string AuthorizationDetails:dynamic
    CallerIpAddress:string Category:string ClientRequestId:string ConditionsUsed:string ContentLengthHeader:long
    CorrelationId:string DestinationUri:string DurationMs:real Etag:string LastModifiedTime:datetime
    Location:string MetricResponseType:string ObjectKey:string OperationCount:int OperationName:string
    OperationVersion:string Protocol:string ReferrerHeader:string RehydratePriority:string RequestBodySize:long
    RequesterAppId:string RequesterAudience:string RequesterObjectId:string RequesterTenantId:string
    RequesterTokenIssuer:string RequesterUpn:string RequestHeaderSize:long RequestMd5:string ResponseBodySize:long
    ResponseHeaderSize:long ResponseMd5:string SasExpiryStatus:string SchemaVersion:string ServerLatencyMs:real
    ServiceType:string SourceAccessTier:string SourceSystem:string SourceUri:string StatusCode:string
    StatusText:string TenantId:string TimeGenerated:datetime TlsVersion:string Type:string Uri:string
    UserAgentHeader:string
  `,
  OfficeActivity: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string AADGroupId:string
    AADTarget:string Activity:string Actor:string ActorContextId:string ActorIpAddress:string AddOnGuid:string
    AddonName:string AddOnType:string AffectedItems:string AppAccessContext:dynamic AppDistributionMode:string
    AppId:string Application:string ApplicationId:string AppPoolName:string ArtifactsShared:dynamic
    Attendees:dynamic AzureActiveDirectory_EventType:string AzureADAppId:string ChannelGuid:string
    ChannelName:string ChannelType:string ChatName:string ChatThreadId:string Client:string
    Client_IPAddress:string ClientAppId:string ClientInfoString:string ClientIP:string ClientMachineName:string
    ClientProcessName:string ClientVersion:string CommunicationType:string CrossMailboxOperations:bool
    CustomEvent:string DataCenterSecurityEventType:int DestFolder:string DestinationFileExtension:string
    DestinationFileName:string DestinationRelativeUrl:string DestMailboxId:string
    DestMailboxOwnerMasterAccountSid:string DestMailboxOwnerSid:string DestMailboxOwnerUPN:string
    DeviceInformation:string EffectiveOrganization:string ElevationApprovedTime:datetime ElevationApprover:string
    ElevationDuration:int ElevationRequestId:string ElevationRole:string ElevationTime:datetime Event_Data:string
    EventSource:string ExtendedProperties:string ExternalAccess:string ExtraProperties:dynamic Folder:string
    Folders:string GenericInfo:string InternalLogonType:int InterSystemsId:string IntraSystemId:string
    IsJoinedFromLobby:bool IsManagedDevice:bool Item:string ItemName:string ItemType:string JoinTime:datetime
    LeaveTime:datetime ListItemUniqueId:string LoginStatus:int Logon_Type:string LogonUserDisplayName:string
    LogonUserSid:string MachineDomainInfo:string MachineId:string MailboxGuid:string
    MailboxOwnerMasterAccountSid:string MailboxOwnerSid:string MailboxOwnerUPN:string MeetingDetailId:string
    Members:dynamic MessageId:string ModifiedObjectResolvedName:string ModifiedProperties:string NewValue:string
    OfficeId:string OfficeObjectId:string OfficeTenantId:string OfficeWorkload:string OldValue:string
    Operation:string OperationProperties:dynamic OperationScope:string OrganizationId:string
    OrganizationName:string OriginatingServer:string Parameters:string RecordType:string ResultReasonType:string
    ResultStatus:string SendAsUserMailboxGuid:string SendAsUserSmtp:string SendonBehalfOfUserMailboxGuid:string
    SendOnBehalfOfUserSmtp:string SensitivityLabelId:string SharingType:string Site_:string Site_Url:string
    Source_Name:string SourceFileExtension:string SourceFileName:string SourceRecordId:string
    SourceRelativeUrl:string SourceSystem:string SRPolicyId:string SRPolicyName:string SRRuleMatchDetails:dynamic
    Start_Time:datetime SupportTicketId:string TabType:string TargetContextId:string TargetUserId:string
    TargetUserOrGroupName:string TargetUserOrGroupType:string TeamGuid:string TeamName:string TenantId:string
    TimeGenerated:datetime Type:string UniqueSharingId:string UserAgent:string UserDomain:string UserId:string
    UserKey:string UserSharedWith:string UserType:string
  `,
  CloudAppEvents: `
    _BilledSize:real _IsBillable:string AccountDisplayName:string AccountId:string AccountObjectId:string
    AccountType:string ActionType:string ActivityObjects:dynamic ActivityType:string AdditionalFields:dynamic
    AppInstanceId:int Application:string ApplicationId:int AuditSource:string City:string CountryCode:string
    DeviceType:string IPAddress:string IPCategory:string IPTags:dynamic IsAdminOperation:bool
    IsAnonymousProxy:bool IsExternalUser:bool IsImpersonated:bool ISP:string LastSeenForUser:dynamic
    OAuthAppId:string ObjectId:string ObjectName:string ObjectType:string OSPlatform:string RawEventData:dynamic
    ReportId:string SessionData:dynamic SourceSystem:string TenantId:string TimeGenerated:datetime Type:string
    UncommonForUser:dynamic UserAgent:string UserAgentTags:dynamic Timestamp:datetime
  `,
  LAQueryLogs: `
    _BilledSize:real _IsBillable:string _ResourceId:string _SubscriptionId:string AADClientId:string
    AADEmail:string AADObjectId:string AADTenantId:string ConditionalDataAccess:string CorrelationId:string
    IsBillableQuery:bool IsWorkspaceInFailover:bool QueryText:string QueryThumbprint:string
    QueryTimeRangeEnd:datetime QueryTimeRangeStart:datetime RecordKind:string RequestClientApp:string
    RequestContext:dynamic RequestContextFilters:dynamic RequestTarget:string ResponseCode:int
    ResponseDurationMs:real ResponseRowCount:int ScannedGB:real SourceSystem:string StatsCPUTimeMs:real
    StatsDataProcessedEnd:datetime StatsDataProcessedStart:datetime StatsRegionCount:int StatsWorkspaceCount:int
    TenantId:string TimeGenerated:datetime Type:string WorkspaceRegion:string
  `,
  Watchlist: `
    _BilledSize:real _DTItemId:string _DTItemStatus:string _DTItemType:string _DTTimestamp:datetime
    _IsBillable:string AzureTenantId:string CorrelationId:string CreatedBy:dynamic CreatedTimeUTC:datetime
    DefaultDuration:string EntityMapping:dynamic LastUpdatedTimeUTC:datetime Notes:string Provider:string
    SearchKey:string Source:string SourceSystem:string Tags:string TenantId:string TimeGenerated:datetime
    TimeToLive:datetime Type:string UpdatedBy:dynamic WatchlistAlias:string WatchlistCategory:string
    WatchlistId:string WatchlistItem:dynamic WatchlistItemId:string WatchlistName:string
  `,
  EntraIdSpnSignInEvents: `
    Application:string ApplicationId:string City:string CorrelationId:string Country:string ErrorCode:int
    GatewayJA4:string IPAddress:string IsConfidentialClient:bool IsManagedIdentity:bool Latitude:string
    Longitude:string ReportId:string RequestId:string ResourceDisplayName:string ResourceId:string
    ResourceTenantId:string ServicePrincipalId:string ServicePrincipalName:string SessionId:string
    SourceSystem:string State:string TenantId:string TimeGenerated:datetime Timestamp:datetime Type:string
    UniqueTokenId:string UserAgent:string
  `,
  AADSpnSignInEventsBeta: `
    Application:string ApplicationId:string City:string CorrelationId:string Country:string ErrorCode:int
    IPAddress:string IsManagedIdentity:bool Latitude:string Longitude:string ReportId:string RequestId:string
    ResourceDisplayName:string ResourceId:string ResourceTenantId:string ServicePrincipalId:string
    ServicePrincipalName:string State:string Timestamp:datetime
  `,
  OAuthAppInfo: `
    _BilledSize:real _IsBillable:string AddedOnTime:datetime AppName:string AppOrigin:string
    AppOwnerTenantId:string AppStatus:string ConsentedUsersCount:int IsAdminConsented:bool
    LastModifiedTime:datetime LastUsedTime:datetime OAuthAppId:string Permissions:dynamic PrivilegeLevel:string
    ReportId:string ServicePrincipalId:string SourceSystem:string TenantId:string TimeGenerated:datetime
    Type:string VerifiedPublisher:dynamic
  `,
} as const;

export type TableName = keyof typeof tableSchemas;
