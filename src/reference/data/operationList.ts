/**
 * AuditLogs operations about identities, one a line: name | category | service | topics | other spellings | meaning.
 * Names, categories and services are facts of Microsoft's audit activity reference (entra-docs commit fcc432a9); the other
 * spellings were seen in public queries on live data (reprise99/Sentinel-Queries, Cloud-Architekt/AzureSentinel and
 * AzureAD-Attack-Defense), where an en dash is written \u2013. Meanings are ours.
 */
export const operationList = `
Add app role assignment to service principal|ApplicationManagement|Core Directory|permission,servicePrincipal||An application permission was granted: the service principal in TargetResources may now act as itself on the resource. The usual way to gain lasting rights.
Add application|ApplicationManagement|Core Directory|application||A new application was registered in this tenant.
Add delegated permission grant|ApplicationManagement|Core Directory|consent,permission||A delegated permission was granted to an application, for one person or for all.
Add owner to application|ApplicationManagement|Core Directory|ownership,application||Somebody became owner of an application and can now add credentials to it.
Add owner to service principal|ApplicationManagement|Core Directory|ownership,servicePrincipal||Somebody became owner of a service principal and can now add credentials to it.
Add policy to application|ApplicationManagement|Core Directory|application,policy||A policy, such as token lifetime or claims mapping, was tied to an application.
Add policy to service principal|ApplicationManagement|Core Directory|servicePrincipal,policy||A policy, such as token lifetime or claims mapping, was tied to a service principal.
Add service principal|ApplicationManagement|Core Directory|servicePrincipal||A service principal came into being: an application was installed, consented to, or a managed identity was switched on.
Add service principal credentials|ApplicationManagement|Core Directory|credential,servicePrincipal||A secret or certificate was added directly to a service principal, where the portal hardly shows it. Rare, and a favourite of intruders.
Cancel application update with safe rollout|ApplicationManagement|Core Directory|application||A staged change of an application was called off.
Complete application update after safe rollout|ApplicationManagement|Core Directory|application||A staged change of an application was finished for all.
Consent to application|ApplicationManagement|Core Directory|consent,application||Permissions were consented to, for one person or, by an administrator, for all.
Delete application|ApplicationManagement|Core Directory|application||An application was deleted; it can be restored for 30 days.
Hard Delete application|ApplicationManagement|Core Directory|application||An application was deleted for good.
Hard delete service principal|ApplicationManagement|Core Directory|servicePrincipal||A service principal was deleted for good.
Remove app role assignment from service principal|ApplicationManagement|Core Directory|permission,servicePrincipal||An application permission was taken away.
Remove delegated permission grant|ApplicationManagement|Core Directory|consent,permission||A delegated permission was taken away.
Remove owner from application|ApplicationManagement|Core Directory|ownership,application||An owner of an application was removed; check that it is not the rightful one being locked out.
Remove owner from service principal|ApplicationManagement|Core Directory|ownership,servicePrincipal||An owner of a service principal was removed.
Remove policy from application|ApplicationManagement|Core Directory|application,policy||A policy was untied from an application.
Remove policy from service principal|ApplicationManagement|Core Directory|servicePrincipal,policy||A policy was untied from a service principal.
Remove service principal|ApplicationManagement|Core Directory|servicePrincipal||A service principal was deleted: its application can no longer sign in here.
Remove service principal credentials|ApplicationManagement|Core Directory|credential,servicePrincipal||A secret or certificate was taken off a service principal.
Restore application|ApplicationManagement|Core Directory|application||A deleted application was brought back, its credentials and permissions with it.
Restore service principal|ApplicationManagement|Core Directory|servicePrincipal||A deleted service principal was brought back.
Restore consent|ApplicationManagement|Core Directory|consent||A consent that had been withdrawn was brought back.
Set verified publisher|ApplicationManagement|Core Directory|||An application was tied to a verified publisher.
Unset verified publisher|ApplicationManagement|Core Directory|||An application lost its verified publisher.
Update application|ApplicationManagement|Core Directory|application|Update Application|An application was changed: name, addresses, audience, required permissions, federated credentials. Read modifiedProperties.
Update application with safe rollout|ApplicationManagement|Core Directory|application||A change of an application is being rolled out in stages.
Update application - Certificates and secrets management|ApplicationManagement|Core Directory|credential,application|Update application \u2013 Certificates and secrets management ;Update application \u2013 Certificates and secrets management|A secret or certificate was added to or removed from an application. KeyDescription holds old and new key IDs.
Update external secrets|ApplicationManagement|Core Directory|credential||Secrets that Entra keeps for another system were changed.
Update service principal|ApplicationManagement|Core Directory|servicePrincipal|Update Service principal|A service principal was changed: name, tags, enabled or not, key material. Read modifiedProperties.
Update authorization policy|AuthorizationPolicy|Core Directory|policy||Tenant-wide defaults were changed, such as who may register applications or consent.
Add CertBasedAuthConfiguration|CertBasedConfiguration|Core Directory|||Certificate-based sign-in was set up with a certificate authority.
Hard delete CertificationBasedAuthConfiguration|CertBasedConfiguration|Core Directory|||A set-up of certificate-based sign-in was deleted for good.
Create CertificateAuthorityEntity|CertificateAuthorityEntity|Core Directory|credential||A certificate authority was added that the tenant trusts: whoever controls it can sign in as others.
Delete CertificateAuthorityEntity|CertificateAuthorityEntity|Core Directory|credential||A trusted certificate authority was removed.
Hard Delete CertificateAuthorityEntity|CertificateAuthorityEntity|Core Directory|credential||A trusted certificate authority was removed for good.
Restore CertificateAuthorityEntity|CertificateAuthorityEntity|Core Directory|credential||A removed certificate authority is trusted again.
Update CertificateAuthorityEntity|CertificateAuthorityEntity|Core Directory|credential||A trusted certificate authority was changed.
Add CertificateBasedAuthConfiguration|CertificateBasedAuthConfiguration|Core Directory|credential||Certificate-based sign-in was set up.
Delete CertificateBasedAuthConfiguration|CertificateBasedAuthConfiguration|Core Directory|credential||The set-up of certificate-based sign-in was removed.
Update CertificateBasedAuthConfiguration|CertificateBasedAuthConfiguration|Core Directory|credential||The set-up of certificate-based sign-in was changed.
Add a domain-based partner to cross-tenant access setting|CrossTenantAccessSettings|Core Directory|federation||Rules for working with another organisation, named by domain, were added.
Add a partner to cross-tenant access setting|CrossTenantAccessSettings|Core Directory|||Rules for working with another tenant were added.
Delete a domain-based partner to cross-tenant access setting|CrossTenantAccessSettings|Core Directory|federation||The rules for a domain-based partner were removed.
Delete partner specific cross-tenant access setting|CrossTenantAccessSettings|Core Directory|||The rules for one partner tenant were removed, so the defaults apply.
Migrated partner cross-tenant access settings to the scalable model|CrossTenantAccessSettings|Core Directory|||Partner rules were moved to a newer storage; a technical step.
Reset the cross-tenant access default setting|CrossTenantAccessSettings|Core Directory|||The default rules for all other tenants were put back to Microsoft's.
Update a domain-based partner to cross-tenant access setting|CrossTenantAccessSettings|Core Directory|federation||The rules for a domain-based partner were changed.
Update a partner cross-tenant access setting|CrossTenantAccessSettings|Core Directory|||The rules for one partner tenant were changed.
Update the company default cross-tenant access setting|CrossTenantAccessSettings|Core Directory|||The default rules for all other tenants were changed.
Adding allowed assignable roles|DelegatedAdminServiceProviderConstraints|Core Directory|||A partner may now hand out further roles.
Updating allowed assignable roles|DelegatedAdminServiceProviderConstraints|Core Directory|||The roles that a partner may hand out were changed.
Add partner to company|DirectoryManagement|Core Directory|||A partner got delegated administration of the tenant.
Add unverified domain|DirectoryManagement|Core Directory|federation||A domain was added and still waits for proof of ownership.
Add verified domain|DirectoryManagement|Core Directory|federation||A domain was added whose ownership is proven; with federation it lets its provider vouch for users.
Remove partner from company|DirectoryManagement|Core Directory|||A partner lost delegated administration.
Remove unverified domain|DirectoryManagement|Core Directory|federation||A domain without proof was removed.
Remove verified domain|DirectoryManagement|Core Directory|federation||A proven domain was removed.
Set domain authentication|DirectoryManagement|Core Directory|federation||A domain was switched between managed and federated sign-in. A domain made federated can be a back door for every account.
Set federation settings on domain|DirectoryManagement|Core Directory|federation||The federation settings of a domain, its signing certificate included, were changed.
Set DirSyncEnabled flag|DirectoryManagement|Core Directory|||Synchronisation with Active Directory was switched on or off.
Set DirSync feature|DirectoryManagement|Core Directory|||A feature of synchronisation was switched.
Set password policy|DirectoryManagement|Core Directory|credential,policy||The password policy was changed.
Update company settings|DirectoryManagement|Core Directory|||Settings of the tenant were changed.
Verify domain|DirectoryManagement|Core Directory|federation||The ownership of a domain was proven.
Add app role assignment to group|GroupManagement|Core Directory|permission||A group was given a role on an application, and with it all its members.
Add member to group|GroupManagement|Core Directory|||A member was added to a group; a service principal can be one.
Add owner to group|GroupManagement|Core Directory|ownership||A group got an owner who can change its members.
Grant contextual consent to application|GroupManagement|Core Directory|consent,application||An application was allowed for one team or resource only.
Remove app role assignment from group|GroupManagement|Core Directory|permission||A group lost its role on an application.
Remove member from group|GroupManagement|Core Directory|||A member was removed from a group.
Remove owner from group|GroupManagement|Core Directory|ownership||A group lost an owner.
Add permission grant policy|PermissionGrantPolicy|Core Directory|consent,policy||A rule was added on which permissions may be consented to.
Delete permission grant policy|PermissionGrantPolicy|Core Directory|consent,policy||A rule on consent was removed.
Update permission grant policy|PermissionGrantPolicy|Core Directory|consent,policy||A rule on which permissions may be consented to was changed.
Add owner to policy|Policy|Core Directory|ownership,policy||A policy got an owner.
Add policy|Policy|Core Directory|policy||A policy object was added, such as token lifetime or home realm discovery.
Delete policy|Policy|Core Directory|policy||A policy object was deleted.
Hard Delete policy|Policy|Core Directory|policy||A policy object was deleted for good.
Remove owner from policy|Policy|Core Directory|ownership,policy||A policy lost an owner.
Remove policy credentials|Policy|Core Directory|credential,policy||Key material was taken off a policy.
Restore policy|Policy|Core Directory|policy||A deleted policy object was brought back.
Update policy|Policy|Core Directory|policy||A policy object was changed.
Create PublicKeyInfrastructure|PublicKeyInfrastructure|Core Directory|||A container for certificate authorities was made.
Delete PublicKeyInfrastructure|PublicKeyInfrastructure|Core Directory|||A container for certificate authorities was deleted.
Hard Delete PublicKeyInfrastructure|PublicKeyInfrastructure|Core Directory|||A container for certificate authorities was deleted for good.
Initiate PublicKeyInfrastructure|PublicKeyInfrastructure|Core Directory|||The upload of certificate authorities was started.
Restore PublicKeyInfrastructure|PublicKeyInfrastructure|Core Directory|||A container for certificate authorities was brought back.
Update PublicKeyInfrastructure|PublicKeyInfrastructure|Core Directory|||A container for certificate authorities was changed.
Add EligibleRoleAssignment to RoleDefinition|RoleManagement|Core Directory|role||Somebody was made eligible for a directory role.
Add eligible member to role|RoleManagement|Core Directory|role||Somebody was made eligible for a directory role.
Add member to role|RoleManagement|Core Directory|role|Add member to role.|A directory role was given; a service principal with a role acts with it at once.
Add member to role scoped over Restricted Management Administrative Unit|RoleManagement|Core Directory|role||A directory role was given for a protected administrative unit.
Add role assignment to role definition|RoleManagement|Core Directory|role||A role was assigned by the newer role interface.
Add role definition|RoleManagement|Core Directory|role||A custom role was made.
Add role from template|RoleManagement|Core Directory|role||A built-in directory role was used for the first time.
Add scoped member to role|RoleManagement|Core Directory|role||A directory role was given for one administrative unit.
Delete role definition|RoleManagement|Core Directory|role||A custom role was deleted.
Remove EligibleRoleAssignment from RoleDefinition|RoleManagement|Core Directory|role||Eligibility for a directory role was taken away.
Remove eligible member from role|RoleManagement|Core Directory|role||Eligibility for a directory role was taken away.
Remove member from role|RoleManagement|Core Directory|role||A directory role was taken away.
Remove member from role scoped over Restricted Management Administrative Unit|RoleManagement|Core Directory|role||A directory role for a protected administrative unit was taken away.
Remove role assignment from role definition|RoleManagement|Core Directory|role||A role assignment was removed by the newer role interface.
Remove scoped member from role|RoleManagement|Core Directory|role||A directory role for one administrative unit was taken away.
Update role|RoleManagement|Core Directory|role||A directory role was changed.
Update role definition|RoleManagement|Core Directory|role||A custom role was changed: which actions it allows.
Create application password for user|UserManagement|Core Directory|credential||An app password, which skips the second factor, was made for a user.
Delete application password for user|UserManagement|Core Directory|credential||An app password of a user was removed.
Add user|UserManagement|Core Directory|||A user account was created.
Delete user|UserManagement|Core Directory|||A user account was deleted.
Remove app role assignment from user|UserManagement|Core Directory|permission||A user lost a role on an application.
Reset password|UserManagement|Core Directory|credential||A user's password was reset by somebody else.
Change user password|UserManagement|Core Directory|credential||A user changed the own password.
Disable account|UserManagement|Core Directory|||An account was disabled.
Enable account|UserManagement|Core Directory|||An account was enabled again.
Disable Strong Authentication|UserManagement|Core Directory|||The demand for a second factor was lifted from a user.
Enable Strong Authentication|UserManagement|Core Directory|||A second factor is now demanded of a user.
Update StsRefreshTokenValidFrom Timestamp|UserManagement|Core Directory|||All refresh tokens of the account were revoked.
Update external secrets|UserManagement|Core Directory|credential||Secrets that Entra keeps for another system were changed.
Update user|UserManagement|Core Directory|||A user account was changed.
Add AuthenticationContextClassReference|Policy|Conditional Access|||An authentication context for Conditional Access was added.
Add Conditional Access policy|Policy|Conditional Access|policy|Add conditional access policy|A Conditional Access policy was made.
Add named location|Policy|Conditional Access|policy||A named location was made; addresses in it may be exempt from policies.
Delete AuthenticationContextClassReference|Policy|Conditional Access|||An authentication context was deleted.
Delete Conditional Access policy|Policy|Conditional Access|policy|Delete conditional access policy|A Conditional Access policy was deleted: a protection is gone.
Delete named location|Policy|Conditional Access|policy||A named location was deleted.
Update AuthenticationContextClassReference|Policy|Conditional Access|||An authentication context was changed.
Update Conditional Access policy|Policy|Conditional Access|policy|Update conditional access policy|A Conditional Access policy was changed; look for new exclusions and a state set to off.
Update continuous access evaluation|Policy|Conditional Access|||The settings for revoking access in mid-session were changed.
Update named location|Policy|Conditional Access|policy||A named location was changed; new addresses in a trusted one open a door.
Update security defaults|Policy|Conditional Access|policy||Security defaults were switched on or off.
Update IdentityProtectionPolicy|IdentityProtection|Identity Protection|policy||A policy of Identity Protection was changed.
Update NotificationSettings|IdentityProtection|Identity Protection|||Who is told of risks was changed.
ConfirmAccountCompromised|Other|Identity Protection|||An account was confirmed as compromised.
ConfirmAccountSafe|Other|Identity Protection|||An account was declared safe.
ConfirmCompromised|Other|Identity Protection|||A risky sign-in or user was confirmed as compromised.
ConfirmSafe|Other|Identity Protection|||A risky sign-in was declared safe.
DismissRisk|Other|Identity Protection|||A risk was dismissed.
DismissUser|Other|Identity Protection|||The risk of a user was dismissed.
confirmServicePrincipalCompromised|Other|Identity Protection|servicePrincipal||A service principal was confirmed as compromised.
DismissServicePrincipal|Other|Identity Protection|servicePrincipal||The risk of a service principal was dismissed; make sure that an analyst did it.
Add Entitlement Management role assignment|EntitlementManagement|Entitlement Management|role||Somebody got a role in entitlement management.
Remove Entitlement Management role assignment|EntitlementManagement|Entitlement Management|role||Somebody lost a role in entitlement management.
User requests an access package assignment on behalf of service principal|EntitlementManagement|Entitlement Management|servicePrincipal||Access was requested for a service principal through an access package.
Add application|Application Management|Application Proxy|application||A new application was registered in this tenant.
Delete application|Application Management|Application Proxy|application||An application was deleted; it can be restored for 30 days.
Update application|Application Management|Application Proxy|application|Update Application|An application was changed: name, addresses, audience, required permissions, federated credentials. Read modifiedProperties.
Add application SSL certificate|ResourceManagement|Application Proxy|credential,application||A certificate was put on an application published through the proxy.
Delete SSL binding|ResourceManagement|Application Proxy|||A certificate was taken off a published application.
Register connector|ResourceManagement|Application Proxy|||A proxy connector was registered: a new way into the internal network.
Add provisioning configuration|ProvisioningManagement|Account Provisioning|||Provisioning to another system was set up.
Delete provisioning configuration|ProvisioningManagement|Account Provisioning|||Provisioning to another system was removed.
Update attribute mappings or scope|ProvisioningManagement|Account Provisioning|||Which accounts and attributes are provisioned was changed.
Update provisioning setting or credentials|ProvisioningManagement|Account Provisioning|credential||Settings or the secret of a provisioning connection were changed.
Authentication Methods Policy Reset|ApplicationManagement|Authentication Methods|policy||The policy on sign-in methods was put back to its default.
Authentication Methods Policy Update|ApplicationManagement|Authentication Methods|policy||The policy on sign-in methods was changed.
Authentication Strength Policy Create|ApplicationManagement|Authentication Methods|policy||A set of acceptable sign-in methods was made.
Authentication Strength Policy Delete|ApplicationManagement|Authentication Methods|policy||A set of acceptable sign-in methods was deleted.
Authentication Strength Policy Update|ApplicationManagement|Authentication Methods|policy||A set of acceptable sign-in methods was changed.
Create Certificate|ApplicationManagement|Global Secure Access|credential||A certificate for Global Secure Access was made.
Delete Certificate|ApplicationManagement|Global Secure Access|credential||A certificate of Global Secure Access was deleted.
Update Certificate|ApplicationManagement|Global Secure Access|credential||A certificate of Global Secure Access was changed.
Add member to role approval requested (PIM activation)|ApplicationManagement|Privileged Identity Management (PIM)|role||Approval was asked for to activate a role.
Add member to role in PIM completed (timebound)|ApplicationManagement|Privileged Identity Management (PIM)|role||A role assignment was given through Privileged Identity Management, for a limited time.
Add member to role in PIM requested (timebound)|ApplicationManagement|Privileged Identity Management (PIM)|role||Giving a role assignment was asked for in Privileged Identity Management, for a limited time.
Approve request - direct role assignment|ApplicationManagement|Privileged Identity Management (PIM)|role||A request for a role was approved.
PIM activation request expired|ApplicationManagement|Privileged Identity Management (PIM)|role||Nobody decided on the request to activate a role in time.
PIM policy removed|ApplicationManagement|Privileged Identity Management (PIM)|role,policy||The rules for a role in Privileged Identity Management were removed.
Remove member from role in PIM completed (timebound)|ApplicationManagement|Privileged Identity Management (PIM)|role||A role assignment was taken away through Privileged Identity Management, for a limited time.
Remove request|ApplicationManagement|Privileged Identity Management (PIM)|||A request was withdrawn from Privileged Identity Management.
Role definition created|ApplicationManagement|Privileged Identity Management (PIM)|role||A role was made in Privileged Identity Management.
Update role setting in PIM|ApplicationManagement|Privileged Identity Management (PIM)|role||The rules for activating a role were changed: approval, duration, second factor.
Add eligible member to role in PIM canceled (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Giving eligibility for a role was called off in Privileged Identity Management, without an end.
Add eligible member to role in PIM canceled (renew)|RoleManagement|Privileged Identity Management (PIM)|role||Giving eligibility for a role was called off in Privileged Identity Management, as a renewal.
Add eligible member to role in PIM canceled (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Giving eligibility for a role was called off in Privileged Identity Management, for a limited time.
Add eligible member to role in PIM completed (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Eligibility for a role was given through Privileged Identity Management, without an end.
Add eligible member to role in PIM completed (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Eligibility for a role was given through Privileged Identity Management, for a limited time.
Add eligible member to role in PIM requested (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Giving eligibility for a role was asked for in Privileged Identity Management, without an end.
Add eligible member to role in PIM requested (renew)|RoleManagement|Privileged Identity Management (PIM)|role||Giving eligibility for a role was asked for in Privileged Identity Management, as a renewal.
Add eligible member to role in PIM requested (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Giving eligibility for a role was asked for in Privileged Identity Management, for a limited time.
Add member to role approval requested (PIM activation)|RoleManagement|Privileged Identity Management (PIM)|role||Approval was asked for to activate a role.
Add member to role canceled (PIM activation)|RoleManagement|Privileged Identity Management (PIM)|role||The activation of a role was called off.
Add member to role completed (PIM activation)|RoleManagement|Privileged Identity Management (PIM)|role||A role was activated: from now on the account has its rights.
Add member to role in PIM canceled (renew)|RoleManagement|Privileged Identity Management (PIM)|role||Giving a role assignment was called off in Privileged Identity Management, as a renewal.
Add member to role in PIM canceled (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Giving a role assignment was called off in Privileged Identity Management, for a limited time.
Add member to role in PIM completed (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||A role assignment was given through Privileged Identity Management, without an end.
Add member to role in PIM completed (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||A role assignment was given through Privileged Identity Management, for a limited time.
Add member to role in PIM requested (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Giving a role assignment was asked for in Privileged Identity Management, without an end.
Add member to role in PIM requested (renew)|RoleManagement|Privileged Identity Management (PIM)|role||Giving a role assignment was asked for in Privileged Identity Management, as a renewal.
Add member to role in PIM requested (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Giving a role assignment was asked for in Privileged Identity Management, for a limited time.
Add member to role outside of PIM (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||A role was given past Privileged Identity Management, for good: always worth a look.
Add member to role request approved (PIM activation)|RoleManagement|Privileged Identity Management (PIM)|role||The activation of a role was approved.
Add member to role request denied (PIM activation)|RoleManagement|Privileged Identity Management (PIM)|role||The activation of a role was refused.
Add member to role requested (PIM activation)|RoleManagement|Privileged Identity Management (PIM)|role||Somebody asked to activate a role.
Cancel request for role removal|RoleManagement|Privileged Identity Management (PIM)|role||The request to take a role away was called off.
Cancel request for role update|RoleManagement|Privileged Identity Management (PIM)|role||The request to change an assignment was called off.
Deactivate PIM alert|RoleManagement|Privileged Identity Management (PIM)|role||An alert of Privileged Identity Management was switched off.
Disable PIM alert|RoleManagement|Privileged Identity Management (PIM)|role||An alert of Privileged Identity Management was disabled.
Enable PIM alert|RoleManagement|Privileged Identity Management (PIM)|role||An alert of Privileged Identity Management was enabled.
Offboarded resource from PIM|RoleManagement|Privileged Identity Management (PIM)|role||A resource no longer is under Privileged Identity Management.
Onboarded resource to PIM|RoleManagement|Privileged Identity Management (PIM)|role||A resource came under Privileged Identity Management.
PIM activation request expired|RoleManagement|Privileged Identity Management (PIM)|role||Nobody decided on the request to activate a role in time.
PIM policy removed|RoleManagement|Privileged Identity Management (PIM)|role,policy||The rules for a role in Privileged Identity Management were removed.
Process request|RoleManagement|Privileged Identity Management (PIM)|||A request in Privileged Identity Management was worked on.
Process role removal request|RoleManagement|Privileged Identity Management (PIM)|role||The request to take a role away was worked on.
Process role update request|RoleManagement|Privileged Identity Management (PIM)|role||The request to change an assignment was worked on.
Refresh PIM alert|RoleManagement|Privileged Identity Management (PIM)|role||The alerts of Privileged Identity Management were recalculated.
Remove eligible member from role in PIM completed (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Eligibility for a role was taken away through Privileged Identity Management, without an end.
Remove eligible member from role in PIM completed (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Eligibility for a role was taken away through Privileged Identity Management, for a limited time.
Remove eligible member from role in PIM requested (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Taking away eligibility for a role was asked for in Privileged Identity Management, without an end.
Remove eligible member from role in PIM requested (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Taking away eligibility for a role was asked for in Privileged Identity Management, for a limited time.
Remove member from role (PIM activation expired)|RoleManagement|Privileged Identity Management (PIM)|role||An activated role ran out.
Remove member from role completed (PIM deactivate)|RoleManagement|Privileged Identity Management (PIM)|role||An activated role was given back.
Remove member from role in PIM completed (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||A role assignment was taken away through Privileged Identity Management, without an end.
Remove member from role in PIM completed (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||A role assignment was taken away through Privileged Identity Management, for a limited time.
Remove member from role in PIM requested (permanent)|RoleManagement|Privileged Identity Management (PIM)|role||Taking away a role assignment was asked for in Privileged Identity Management, without an end.
Remove member from role in PIM requested (timebound)|RoleManagement|Privileged Identity Management (PIM)|role||Taking away a role assignment was asked for in Privileged Identity Management, for a limited time.
Remove member from role requested (PIM deactivate)|RoleManagement|Privileged Identity Management (PIM)|role||Somebody asked to give an activated role back.
Remove permanent direct role assignment|RoleManagement|Privileged Identity Management (PIM)|role||A standing role assignment was removed.
Remove permanent eligible role assignment|RoleManagement|Privileged Identity Management (PIM)|role||A standing eligibility was removed.
Remove request|RoleManagement|Privileged Identity Management (PIM)|||A request was withdrawn from Privileged Identity Management.
Resolve PIM alert|RoleManagement|Privileged Identity Management (PIM)|role||An alert of Privileged Identity Management was settled.
Restore eligible member from role in PIM completed|RoleManagement|Privileged Identity Management (PIM)|role||A removed eligibility was brought back.
Restore member from role|RoleManagement|Privileged Identity Management (PIM)|role||A removed role assignment was brought back.
Restore member from role in PIM completed|RoleManagement|Privileged Identity Management (PIM)|role||A removed role assignment was brought back through Privileged Identity Management.
Restore permanent direct role assignment|RoleManagement|Privileged Identity Management (PIM)|role||A removed standing assignment was brought back.
Restore permanent eligible role assignment|RoleManagement|Privileged Identity Management (PIM)|role||A removed standing eligibility was brought back.
Tenant offboarded from PIM|RoleManagement|Privileged Identity Management (PIM)|role||The tenant left Privileged Identity Management.
Triggered PIM alert|RoleManagement|Privileged Identity Management (PIM)|role||Privileged Identity Management raised an alert.
Update PIM alert setting|RoleManagement|Privileged Identity Management (PIM)|role||The settings of an alert were changed.
Update eligible member in PIM canceled (extend)|RoleManagement|Privileged Identity Management (PIM)|role||Extending an eligibility was called off.
Update eligible member in PIM requested (extend)|RoleManagement|Privileged Identity Management (PIM)|role||Somebody asked to extend an eligibility.
Update member in PIM approved by admin (extend/renew)|RoleManagement|Privileged Identity Management (PIM)|role||Extending a role assignment was approved.
Update member in PIM canceled (extend)|RoleManagement|Privileged Identity Management (PIM)|role||Extending a role assignment was called off.
Update member in PIM denied by admin (extend/renew)|RoleManagement|Privileged Identity Management (PIM)|role||Extending a role assignment was refused.
Update member in PIM requested (extend)|RoleManagement|Privileged Identity Management (PIM)|role||Somebody asked to extend a role assignment.
Update role setting in PIM|RoleManagement|Privileged Identity Management (PIM)|role||The rules for activating a role were changed: approval, duration, second factor.
`;
