/**
 * What the codes from 100000 on mean when a service principal, a managed identity or a federated credential meets them. Format:
 * the code, then `- cause` lines, the likeliest first, `? check` lines, one `> next step` and one `@ scenario` to run.
 */
export const workloadFrom100000 = `
100007
- The client is set to a regional endpoint that is not for it.
? The region setting of the authentication library.
> Switch the regional endpoint off.
@ sp-failed-signins
220501
- The revocation list of the certificate's authority cannot be reached.
? Whether the address of the list is public.
> Publish the list where Microsoft can fetch it.
@ credential-inventory
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
500021
- The workload runs behind a proxy with tenant restrictions that leave this tenant out.
- A credential of another tenant is used from inside the network.
? The proxy's tenant list, and the machine behind the address.
> Add the tenant if it is meant; if not, find out which process brought a foreign credential in.
@ sp-failed-signins
500022
- Tenant restrictions, as a policy in Entra or on the device, leave this tenant out.
- A credential of another tenant is used on a managed device or network.
? Cross-tenant access settings, and the machine behind the address.
> Allow the tenant and application there if they are meant; if not, treat it as a foreign credential inside.
@ sp-failed-signins
500133
- A service passes on a token that has expired meanwhile.
- The clock of the machine is off.
? The times in ResultDescription.
> Refresh before the exchange and correct the clock.
@ sp-failed-signins
530003
- A script uses a person's account on a machine that is not managed.
? Whether UserId is filled; an application acting as itself does not meet this code.
> Give the automation an identity of its own.
@ noninteractive-user-signins
530032
- A tenant-wide security policy blocks this kind of request.
? Recent policy changes in AuditLogs.
> Find the policy and decide whether the workload should be excluded.
@ noninteractive-user-signins
530035
- Security defaults refuse the protocol, mostly a user name and password sent by a script.
? AuthenticationProtocol and ClientAppUsed of the record.
> Move the script to a workload identity.
@ noninteractive-user-signins
650052
- The tenant has no licence or subscription for the service.
? Which resource ResultDescription names.
> Subscribe to the service or remove the request.
@ identity-overview
650054
- The registration asks for permissions of an application that was deleted.
- The resource was never provisioned in this tenant.
? Required permissions of the registration, and AuditLogs for the removal of the resource.
> Take the dead permission out, or restore the resource.
@ identity-overview
650056
- The permission is missing in the registration, or consent to it is.
? Required permissions of the application and consents in AuditLogs.
> Add the permission and consent to it, if justified.
@ identity-overview
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
@ identity-overview
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
@ sp-failed-signins
700023
- The scope names no resource.
? The scope setting of the client.
> Ask for "RESOURCE/.default".
@ sp-failed-signins
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
@ credential-inventory
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
@ sp-failed-signins
700229
- A token issued for a person is presented as federated credential.
? Whether the token has a scp claim.
> Present a token the workload got as itself.
@ sp-failed-signins
900144
- The request lacks a parameter, often grant_type, scope or client_id.
? How the request is built.
> Use an authentication library.
@ sp-failed-signins
900382
- The application is used with its secret in a foreign cloud.
? The authority setting against the cloud of the tenant.
> Register an application in that cloud.
@ sp-failed-signins
900384
- A token in the request was changed or signed with an unknown key.
? ResultDescription for which token it is.
> Get a new token; if that token came from outside, ask how it was made.
@ sp-failed-signins
900432
- The application is used with its secret in a foreign cloud.
? The authority setting against the cloud of the tenant.
> Register an application in that cloud.
@ sp-failed-signins
900561
- The token endpoint is called with GET.
? How the request is built.
> Use POST, or an authentication library.
@ sp-failed-signins
901002
- The client sends resource to an endpoint that wants scope.
? How the request is built.
> Send scope=RESOURCE/.default.
@ sp-failed-signins
1000031
- Microsoft or the owner has stopped the application for the moment.
? The properties of the application and service principal, and messages of its owner.
> Ask the owner; do not work around it with another application ID.
@ identity-overview
1002016
- An old system or runtime cannot do TLS 1.2.
? Legacy TLS in AuthenticationProcessingDetails and the user agent.
> Update the system or its runtime.
@ sp-failed-signins
5000224
- Microsoft blocked the tenant.
? Whether every identity of the tenant fails.
> Contact Microsoft.
@ sp-failed-signins
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
@ identity-overview
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
@ credential-inventory
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
@ sp-failed-signins
9002313
- The request is built wrongly, often a body that is not form-encoded.
? How the request is built.
> Use an authentication library.
@ sp-failed-signins
`;
