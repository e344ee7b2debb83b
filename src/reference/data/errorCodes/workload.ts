/**
 * What the codes mean when a service principal, a managed identity or a federated credential meets them. Format: the code,
 * then `- cause` lines, the likeliest first, `? check` lines, one `> next step` and, where one fits, `@ scenario`.
 */
export const workloadCodes = `
50001
- The code asks for a resource address that is wrong, or belongs to another cloud.
- The service behind the resource is not registered in this tenant.
? ResourceIdentity and ResourceDisplayName of the record: empty or not the resource that was meant?
? Do other sign-ins of the same AppId to this resource succeed?
> Correct the resource or scope in the client; register the provider or consent to the resource if it is truly missing.
@ sp-failed-signins
50003
- The signing certificate of a single sign-on application was deleted or never made.
? The certificates on the enterprise application, and AuditLogs for their removal.
> Make a new signing certificate, and find out who removed the old one.
@ credential-inventory
50006
- The assertion was signed with a key that the application does not have.
- The request was changed on the way.
? ServicePrincipalCredentialThumbprint of the record against the certificates on the application.
> Find which key the client signs with and register or replace it.
@ credential-inventory
50012
- The certificate the client uses was renewed on one side only.
- Subject name or issuer is not allowed for authentication by subject name and issuer.
- Somebody tries with a certificate of their own.
? Thumbprint in the record, the certificates on the application, and addresses of earlier successes.
> If the address is known, bring both sides to the same certificate; if not, treat it as an attempt and watch for success from there.
@ sp-failed-signins
50013
- A service passes a user's token on after it has expired.
- The token handed in was meant for another audience.
? The time between the first call and this exchange; the audience of the token.
> Have the service fetch a fresh token before the exchange.
50017
- The certificate's issuer is not among the trusted authorities, or its revocation list cannot be fetched.
? Recent changes of certificate authorities in AuditLogs.
> Restore the authority or publish its revocation list; look into any authority that was added unexpectedly.
50027
- The outside token or assertion is malformed, expired or has the wrong issuer or audience.
- The clock of the machine is off.
? The claims iss, sub, aud, nbf and exp of the token, and the machine's time.
> Correct how the token is made; repeated attempts with changing values are probing.
@ sp-failed-signins
50034
- A script signs in with a user name and password and the account is gone or misspelt.
- Somebody tries account names.
? Number of different names from the same address.
> Replace user accounts in scripts by a service principal or managed identity; block the address if it is guessing.
@ noninteractive-user-signins
50048
- The client builds its assertion by hand and gives issuer and subject different values.
? The library that makes the assertion.
> Use Microsoft's authentication library, or set both to the application ID.
50049
- The authority address in the configuration is misspelt or belongs to another cloud.
? The authority setting of the client.
> Correct the authority.
50053
- A user account used by software is locked after wrong passwords from elsewhere.
- The address is on a list of malicious ones.
? Failures of the same account from other addresses in the hour before.
> Find who else tries the account; move the software to a workload identity.
@ noninteractive-user-signins
50055
- The password of an account used by software has expired.
? Whether the sign-in protocol is ropc and the client a script.
> Move the software to a workload identity, which has no password to expire.
50057
- The account a script uses was disabled, for instance when its owner left.
- Somebody still has the password of a disabled account.
? When it was disabled (AuditLogs), and whether the address is the script's usual one.
> Stop the script or give it an identity of its own.
@ noninteractive-user-signins
50059
- The client uses the shared endpoint, though an application acting as itself must name its tenant.
? The authority setting: a tenant ID must be in it.
> Put the tenant ID into the authority.
50064
- The password stored in a script is wrong or outdated.
? Whether the same account succeeds from elsewhere.
> Update the secret store, or better, use a workload identity.
50076
- A script uses a person's account, and policy now demands a second factor.
- A stolen password is tried from a new place.
? Whether UserId is filled and the protocol is ropc; whether the address is usual.
> Give the automation an identity of its own; if the address is strange, reset the password.
@ noninteractive-user-signins
50079
- An account used by software has no second factor registered, and policy wants one.
? Whether UserId is filled and the client is a script.
> Give the automation an identity of its own instead of a factor.
@ noninteractive-user-signins
50105
- The application demands assignment and the calling identity has no role on it.
? App role assignments of the service principal, and their removal in AuditLogs.
> Assign the role, if the access is meant to be.
50120
- The header of the assertion is malformed or names a kind of proof that is not supported.
? Which library makes the assertion, and its version.
> Use a current authentication library.
50126
- A script holds an outdated password.
- Somebody guesses passwords.
? Number of accounts tried from the address, and whether one of them succeeded later.
> Rotate what succeeded; move scripts off user accounts.
@ noninteractive-user-signins
50128
- The tenant name in the request is wrong.
? The authority setting of the client.
> Use the tenant ID instead of a name.
50131
- A policy for workload identities or devices refused.
? ConditionalAccessPolicies of the record: which policy has the result failure?
> Decide whether the policy or the place of the workload is wrong.
50146
- The application uses its own signing key, and that key has expired.
? Certificates on the application.
> Renew the key.
@ credential-inventory
50171
- The resource wants tokens bound to a client certificate, and the client asked for a plain one.
? The client's setting for mutual TLS.
> Configure the client for bound tokens.
50194
- A single-tenant application uses the shared endpoint.
? The authority setting of the client.
> Put the tenant ID into the authority.
50196
- The client requests a token for each call instead of keeping it.
- Several instances restart in a loop.
? Sign-ins per minute of this ServicePrincipalId.
> Let the client cache tokens; the service slows such clients down.
@ identity-overview
53003
- A Conditional Access policy for workload identities allows only certain addresses, and this is another one.
- The identity was judged at risk and a policy blocks it.
- A stolen credential is used from outside.
? ConditionalAccessPolicies of the record, IPAddress against earlier ones, and AADServicePrincipalRiskEvents.
> If the address is not the workload's own, treat the credential as stolen: the secret was right. Rotate it.
@ new-ip-for-identity
530003
- A script uses a person's account on a machine that is not managed.
? Whether UserId is filled; an application acting as itself does not meet this code.
> Give the automation an identity of its own.
@ noninteractive-user-signins
530032
- A tenant-wide security policy blocks this kind of request.
? Recent policy changes in AuditLogs.
> Find the policy and decide whether the workload should be excluded.
530035
- Security defaults refuse the protocol, mostly a user name and password sent by a script.
? AuthenticationProtocol and ClientAppUsed of the record.
> Move the script to a workload identity.
65001
- The permission the application asks for was never consented to.
- Consent was taken away, or the permission was added to the registration only.
? AuditLogs: "Consent to application", "Add app role assignment to service principal" and their removal.
> Grant the permission if it is justified; a sudden wish for new permissions deserves a question first.
@ follow-correlation-id
65005
- The registration does not list the resource that is asked for.
? Required permissions of the application, and recent "Update application" records.
> Add the resource to the registration.
67003
- A service tries to act for another service that is not allowed to take part.
? Which AppId acts for which.
> Check the on-behalf-of set-up of the services.
70001
- The application was disabled or deleted in this tenant.
- The wrong tenant is asked.
? AuditLogs for "Remove service principal" or a change of AccountEnabled.
> Find out who disabled it and why before switching it on again.
@ sp-failed-signins
70002
- The secret is wrong, as with 7000215.
? The same as for 7000215.
> Update the secret where the workload keeps it.
@ sp-failed-signins
70003
- The client asks with a grant that the endpoint does not offer.
? The grant_type of the client.
> Use client_credentials for an application acting as itself.
70011
- The scope is not "RESOURCE/.default", which client credentials need.
? The scope setting of the client.
> Ask for the .default scope of the resource.
70021
- Subject, issuer or audience of the outside token differ from the federated credential: another branch, environment, namespace or repository.
- The federated credential was made seconds ago and is not known everywhere yet.
- Somebody else's workflow tries this application.
? FederatedCredentialId, and "Update application" records about federated credentials in AuditLogs; compare case by case, as matching is exact.
> Correct the federated credential, or reject: a foreign subject is an attempt.
@ credential-inventory
70025
- The federated credential was removed or is on another application.
- The client ID in the workflow is the wrong one.
? AuditLogs for the removal; the application ID in the workflow's settings.
> Restore it on the right application, or correct the client ID.
@ credential-inventory
90002
- The tenant ID in the client's configuration is wrong, or the tenant was deleted.
- The client talks to another national cloud.
? The authority setting, also for copy and paste faults.
> Correct the tenant ID or the cloud.
90006
- A fault at Microsoft's side.
? Whether later attempts succeed.
> Let the client try again with growing pauses.
90012
- The service answered too late.
? Whether later attempts succeed.
> Let the client try again with growing pauses.
90014
- The client leaves out a field, often client_id or grant_type.
? How the request is built.
> Use an authentication library instead of a request made by hand.
90019
- No tenant is named in the address.
? The authority setting of the client.
> Put the tenant ID into it.
90023
- The request is put together wrongly, often scope and resource at once.
? How the request is built.
> Use an authentication library.
90024
- The service is short of capacity.
? Whether later attempts succeed.
> Let the client try again with growing pauses.
90033
- The directory is not available for a moment.
? Whether other identities fail at the same time.
> Wait; if it lasts, look at the service health.
90038
- The tenant belongs to another cloud (government, China).
? The authority setting.
> Use the endpoint of that cloud.
90055
- The tenant's applications ask for too many tokens.
? The ServicePrincipalId with the most sign-ins in the minutes before.
> Let that client cache its tokens.
@ identity-overview
90100
- A parameter is empty, often because a variable of the pipeline is not set.
? The settings of the client.
> Fill the parameter.
90112
- A name or address was given where the application ID is wanted.
? The client ID setting.
> Use the application ID.
90124
- An old resource is asked for over the shared endpoint.
? The authority setting.
> Put the tenant ID into it.
90130
- An application of the older kind uses the shared endpoint.
? The authority setting.
> Put the tenant ID into it.
100007
- The client is set to a regional endpoint that is not for it.
? The region setting of the authentication library.
> Switch the regional endpoint off.
220501
- The revocation list of the certificate's authority cannot be reached.
? Whether the address of the list is public.
> Publish the list where Microsoft can fetch it.
500011
- The resource or scope is misspelt.
- The resource application was never installed in this tenant, or was deleted.
- The client asks the wrong tenant.
? The address in ResultDescription; "Remove service principal" in AuditLogs; whether another tenant is meant.
> Correct the address, or install the resource application. Many different addresses from one identity are a search for what is there.
@ sp-failed-signins
500014
- An administrator disabled the resource's service principal.
- The subscription behind the service ended.
? AuditLogs for a change of AccountEnabled on the resource's service principal.
> Enable it again if it was not meant.
@ follow-correlation-id
500133
- A service passes on a token that has expired meanwhile.
- The clock of the machine is off.
? The times in ResultDescription.
> Refresh before the exchange and correct the clock.
650052
- The tenant has no licence or subscription for the service.
? Which resource ResultDescription names.
> Subscribe to the service or remove the request.
650056
- The permission is missing in the registration, or consent to it is.
? Required permissions of the application and consents in AuditLogs.
> Add the permission and consent to it, if justified.
650057
- The registration does not list the resource; an update removed it.
- A client ID is used for something it was not made for.
? "Update application" records in AuditLogs, and who made them.
> Add the resource, if justified.
@ follow-correlation-id
650059
- A single-tenant application is used in a foreign tenant.
- Somebody changed the audience of the application.
? "Update application" records with SignInAudience.
> Use it in its own tenant, or decide to open it.
700011
- The application ID is wrong, or the application was deleted.
- The wrong tenant is asked.
? "Delete application" and "Hard delete service principal" in AuditLogs.
> Correct the application ID or restore the application.
@ sp-failed-signins
700016
- The tenant ID or the application ID in the configuration is wrong.
- The application was deleted, or never consented to in this tenant.
- Somebody tries application IDs.
? AppId and IPAddress of the record; number of different AppIds from the address.
> Correct the configuration. Several unknown application IDs from one address are probing.
@ sp-failed-signins
700022
- The scope names two resources.
? The scope setting of the client.
> Ask for one token per resource.
700023
- The scope names no resource.
? The scope setting of the client.
> Ask for "RESOURCE/.default".
700024
- The clock of the machine is wrong.
- The assertion was made earlier and kept too long, or replayed.
? The times in ResultDescription against TimeGenerated.
> Set the clock; make a new assertion for each request. A replayed assertion from another address means it was stolen.
@ new-ip-for-identity
700025
- The application was switched to a public client.
- The wrong application ID is used with the secret.
? "Update application" records with the public client setting.
> Undo the switch, and ask who made it.
@ follow-correlation-id
700027
- The certificate was renewed on one side only: the public key on the application is missing or expired.
- The assertion is signed with the wrong key.
- Somebody tries with a certificate of their own.
? The key or thumbprint in ResultDescription against the certificates on the application; credential changes in AuditLogs.
> Upload the right certificate if the caller is yours. If not, keep watching this application for success.
@ credential-inventory
700030
- The certificate's subject is not on the list of allowed subjects.
? Subject in ResultDescription against the application's allowed names.
> Correct the list or the certificate.
700211
- The issuer address differs, often by a slash at the end or by the tenant of the pipeline service.
- A cluster was rebuilt and has a new issuer.
- A foreign token is tried.
? The issuer in ResultDescription against the federated credential.
> Update the issuer if it is yours.
@ credential-inventory
700212
- The audience differs; api://AzureADTokenExchange is the usual one.
? The audience in ResultDescription against the federated credential.
> Make both sides equal.
@ credential-inventory
700213
- The subject differs: another branch, environment, tag, namespace or service account. Case counts.
- A copy of the repository or another project tries this application.
? The subject in ResultDescription against the federated credential.
> Correct it if the subject is yours; a foreign one is an attempt.
@ credential-inventory
700222
- A token issued by Entra is used as outside token on an application that does not allow it.
? The issuer in ResultDescription.
> Use a managed identity as federated credential in the supported way, or an outside issuer.
700229
- A token issued for a person is presented as federated credential.
? Whether the token has a scp claim.
> Present a token the workload got as itself.
900144
- The request lacks a parameter, often grant_type, scope or client_id.
? How the request is built.
> Use an authentication library.
900382
- The application is used with its secret in a foreign cloud.
? The authority setting against the cloud of the tenant.
> Register an application in that cloud.
900384
- A token in the request was changed or signed with an unknown key.
? ResultDescription for which token it is.
> Get a new token; if that token came from outside, ask how it was made.
900432
- The application is used with its secret in a foreign cloud.
? The authority setting against the cloud of the tenant.
> Register an application in that cloud.
900561
- The token endpoint is called with GET.
? How the request is built.
> Use POST, or an authentication library.
901002
- The client sends resource to an endpoint that wants scope.
? How the request is built.
> Send scope=RESOURCE/.default.
1002016
- An old system or runtime cannot do TLS 1.2.
? Legacy TLS in AuthenticationProcessingDetails and the user agent.
> Update the system or its runtime.
5000224
- Microsoft blocked the tenant.
? Whether every identity of the tenant fails.
> Contact Microsoft.
7000112
- An administrator disabled the service principal, perhaps in answer to an incident.
- Microsoft disabled it for breaking the terms.
? AuditLogs for the change of AccountEnabled: who, when.
> Ask that person before enabling it. Attempts that go on show who still holds the credential.
@ sp-failed-signins
7000114
- The application is not set up for acting on behalf of users.
? The registration of the middle service.
> Use client credentials, or set the registration up for it.
7000215
- The workload holds an old or truncated secret, or the secret's ID instead of its value.
- The secret was removed from the application.
- Somebody who knows the application ID guesses or tries a stolen, outdated secret.
? IPAddress: the workload's own, or others too? Credential changes in AuditLogs; successes of the same ServicePrincipalId afterwards.
> Own address: update the secret. Foreign addresses: restrict the identity to known addresses and watch for a success from there.
@ sp-failed-signins
7000218
- The client lost its secret setting, for instance an empty pipeline variable.
- A program for people uses an application registered for services.
? The settings of the client.
> Give the client its credential, or mark the application as public client if it is one.
7000222
- The secret ran out and nobody renewed it.
- Somebody holds an old copy of it.
? ServicePrincipalCredentialKeyId; addresses: one that never succeeded before means an old secret is in other hands.
> Own address: add a new secret, better a federated or managed identity, and remove the old. Foreign address: find where the old secret leaked.
@ credential-inventory
7000229
- The application was never installed in this tenant, or its service principal was deleted.
- The wrong tenant is asked.
? "Remove service principal" in AuditLogs.
> Create the service principal if it belongs here.
@ sp-failed-signins
9001023
- Client credentials are sent to the shared endpoint.
? The authority setting.
> Put the tenant ID into it.
9002313
- The request is built wrongly, often a body that is not form-encoded.
? How the request is built.
> Use an authentication library.
`;
