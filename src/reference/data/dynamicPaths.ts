/**
 * Paths inside dynamic columns and JSON strings that investigations use. Format: `Table Table … Column` on a line of its own,
 * then `path: meaning` lines. Paths are as KQL writes them after the column's name.
 */
export const dynamicPathTexts = `
# AuditLogs InitiatedBy
.app: The application that acted as itself; null when a person acted.
.app.servicePrincipalId: Service principal object ID of that application: the key to its sign-ins.
.app.appId: Application ID of that application; often null, so prefer servicePrincipalId.
.app.displayName: Its name at the time; renamed at will.
.app.servicePrincipalName: Older name field; mostly null.
.user: The person who acted; null when an application acted as itself.
.user.id: Object ID of the person.
.user.userPrincipalName: Sign-in name of the person.
.user.ipAddress: Address of the person. Applications have no such field: take it from their sign-in.
.user.displayName: Name of the person.
.user.roles: Roles of the person, where recorded.
# AuditLogs TargetResources
[0]: The first thing that was changed; the order is not fixed.
[0].id: Object ID of the thing: for applications the application object ID, for service principals the service principal object ID.
[0].displayName: Its name at the time of the change.
[0].type: What it is: Application, ServicePrincipal, User, Group, Policy, Role, Device, Other.
[0].userPrincipalName: Sign-in name, when it is a person.
[0].modifiedProperties: The properties that were changed.
[0].modifiedProperties[0].displayName: Name of the property, such as KeyDescription, DisplayName or AppRole.Value.
[0].modifiedProperties[0].oldValue: Value before, as JSON inside a string.
[0].modifiedProperties[0].newValue: Value after, as JSON inside a string; parse_json() it once more.
[0].groupType: Kind of group, when it is one.
[0].administrativeUnits: Administrative units it is in.
# AuditLogs AdditionalDetails
[0].key: Name of the detail, such as User-Agent or AppId.
[0].value: Value of the detail.
# SigninLogs AADNonInteractiveUserSignInLogs AADServicePrincipalSignInLogs AADManagedIdentitySignInLogs MicrosoftServicePrincipalSignInLogs ADFSSignInLogs LocationDetails
.city: City of the address.
.state: State or province of the address.
.countryOrRegion: Two-letter country of the address.
.geoCoordinates.latitude: Latitude; 0 together with longitude 0 means unknown.
.geoCoordinates.longitude: Longitude; 0 together with latitude 0 means unknown.
# SigninLogs AADNonInteractiveUserSignInLogs AADServicePrincipalSignInLogs AADManagedIdentitySignInLogs MicrosoftServicePrincipalSignInLogs ADFSSignInLogs Status
.errorCode: AADSTS code as a number; 0 is success.
.failureReason: Why it failed, in words.
.additionalDetails: What else the service says, such as that a factor was satisfied by a claim in the token.
# SigninLogs AADNonInteractiveUserSignInLogs DeviceDetail
.deviceId: Device ID; empty for devices that are not registered.
.displayName: Name of the device.
.operatingSystem: Operating system.
.browser: Browser.
.isCompliant: Whether it meets the compliance rules.
.isManaged: Whether it is managed.
.trustType: How it is joined to the directory.
# SigninLogs AADNonInteractiveUserSignInLogs AADServicePrincipalSignInLogs AADManagedIdentitySignInLogs MicrosoftServicePrincipalSignInLogs ConditionalAccessPolicies
[0].id: Identifier of the policy.
[0].displayName: Name of the policy.
[0].result: success, failure, notApplied, notEnabled, or reportOnly… for policies that only report.
[0].enforcedGrantControls: What the policy demanded, such as Block or Mfa.
[0].enforcedSessionControls: Session rules the policy set.
[0].conditionsSatisfied: Conditions that applied.
# SigninLogs AADNonInteractiveUserSignInLogs AuthenticationDetails
[0].authenticationMethod: Method of the step.
[0].authenticationStepResultDetail: How the step ended, in words.
[0].succeeded: Whether the step succeeded.
[0].authenticationStepDateTime: When the step was made.
[0].authenticationMethodDetail: More on the method, such as a masked phone number.
[0].RequestSequence: Position of the step.
# SigninLogs AADNonInteractiveUserSignInLogs AADServicePrincipalSignInLogs AADManagedIdentitySignInLogs MicrosoftServicePrincipalSignInLogs AuthenticationProcessingDetails
[0].key: Name of the detail, such as Oauth Scope Info or Legacy TLS (TLS 1.0, 1.1, 3DES).
[0].value: Value of the detail.
# SigninLogs AADNonInteractiveUserSignInLogs NetworkLocationDetails
[0].networkType: Kind of network, such as trustedNamedLocation.
[0].networkNames: Names of the locations.
# AADManagedIdentitySignInLogs ManagedServiceIdentity
.msiType: systemAssigned or userAssigned.
.associatedResourceId: Path of the Azure resource the identity hangs on.
.federatedTokenId: Identifier of the token it was exchanged from, if any.
.federatedTokenIssuer: Issuer of that token.
# SigninLogs AADNonInteractiveUserSignInLogs AADServicePrincipalSignInLogs AADManagedIdentitySignInLogs Agent
.agentType: Kind of agent identity; notAgentic for others.
.parentAppId: Application ID the agent was made from.
# AzureActivity Claims_d
.uti: Identifier of the token: equals UniqueTokenIdentifier of the sign-in that issued it.
.appid: Application ID of the caller.
.ipaddr: Address the token was issued to.
.idtyp: app when an application acted as itself.
.name: Name of the caller, for people.
.puid: Older identifier of a person.
.xms_mirid: Path of the Azure resource behind a managed identity.
["http://schemas.microsoft.com/identity/claims/objectidentifier"]: Object ID of the caller: the service principal object ID for workloads.
["http://schemas.microsoft.com/identity/claims/tenantid"]: Tenant of the caller.
# AzureActivity Claims
.uti: Identifier of the token, after parse_json(): equals UniqueTokenIdentifier of the sign-in that issued it.
.appid: Application ID of the caller, after parse_json().
.ipaddr: Address the token was issued to, after parse_json().
# AzureActivity Authorization_d
.action: Resource Manager action that was checked.
.scope: Resource or scope it was checked on.
.evidence.role: Role that allowed it.
.evidence.roleAssignmentId: Role assignment that allowed it.
.evidence.principalId: Principal the role is assigned to: the identity or a group it is in.
.evidence.principalType: Kind of that principal.
# AzureActivity Properties_d
.requestbody: Body of the request, as JSON inside a string.
.responseBody: Body of the answer, as JSON inside a string.
.statusCode: HTTP status in words.
.message: Readable summary, with the error for failures.
.entity: Path of what was acted upon.
.hierarchy: Management groups above it.
# AzureActivity HTTPRequest
.clientIpAddress: Address of the caller.
.method: HTTP method.
.clientRequestId: Request ID the client set.
# AZKVAuditLogs Identity
.claim.oid: Object ID of the caller: the service principal object ID for workloads.
.claim.appid: Application ID of the caller.
.claim.upn: Sign-in name of the caller, for people.
.claim.xms_mirid: Path of the Azure resource behind a managed identity.
.claim.xms_az_nwperimid: Network perimeters of the caller.
# AZKVAuditLogs SecretProperties
.attributes.enabled: Whether the secret may be read.
.attributes.exp: When the secret expires.
# SecurityAlert ExtendedProperties
.Query: The query of the rule that raised the alert.
["Alert generation status"]: Whether the alert was made in full.
# SecurityAlert Entities
[0].Type: Kind of entity: account, ip, cloud-application, azure-resource.
[0].AppId: Application ID, for a cloud application.
[0].Address: Address, for an ip.
[0].AadUserId: Object ID, for an account.
# ThreatIntelIndicators Data
.name: Name of the indicator.
.description: What the provider says about it.
.labels: Labels.
.indicator_types: Kinds of indicator.
.confidence: How sure the provider is, from 0 to 100.
# AADServicePrincipalRiskEvents AdditionalInfo
[0].Key: Name of the detail.
[0].Value: Value of the detail.
# OfficeActivity AppAccessContext
.UniqueTokenId: Identifier of the token: equals UniqueTokenIdentifier of the sign-in.
.AADSessionId: Session the token descends from.
.ClientAppId: Application ID of the client.
.IssuedAtTime: When the token was issued.
# CloudAppEvents RawEventData
.AppId: Application ID of the client.
.ClientAppId: Application ID of the client, in mailbox records.
.AppAccessContext.UniqueTokenId: Identifier of the token: equals UniqueTokenIdentifier of the sign-in.
.ClientIP: Address of the client.
.Operation: Operation in the words of the service.
.ObjectId: What was touched.
# LAQueryLogs RequestContext
.workspaces: Workspaces the query reads.
.resources: Resources the query reads.
# OAuthAppInfo Permissions
[0].Permission: Name of the permission.
[0].PermissionType: Delegated or Application.
[0].PrivilegeLevel: How strong it is.
[0].InUse: Whether it is used.
[0].TargetAppDisplayName: Resource it is for.
# Watchlist WatchlistItem
.SearchKey: The column chosen as key, under its own name.
`;
