/**
 * What the codes below 100000 mean when a service principal, a managed identity or a federated credential meets them. Format:
 * the code, then `- cause` lines, the likeliest first, `? check` lines, one `> next step` and one `@ scenario` to run.
 */
export const workloadBelow100000 = `
28002
- The client asks for a scope that the resource never defined, or spells it wrongly.
- The resource changed its permissions after the client was written.
? The scopes in the client's configuration against those the resource's registration exposes.
> Ask for the resource's address with /.default at its end, and grant the permissions on the application.
@ sp-failed-signins
50000
- A fault of the service while it made the token; it mostly passes by itself.
- A claims mapping or token policy of the application that the service cannot apply.
? Do other identities fail at the same minutes? If only one does, which policies are set on its service principal?
> Try again with growing pauses; if one application keeps failing, take its claims policy off and open a case with the correlation ID.
@ sp-failed-signins
50001
- The code asks for a resource address that is wrong, or belongs to another cloud.
- The service behind the resource is not registered in this tenant.
? ResourceIdentity and ResourceDisplayName of the record: empty or not the resource that was meant?
? Do other sign-ins of the same AppId to this resource succeed?
> Correct the resource or scope in the client; register the provider or consent to the resource if it is truly missing.
@ sp-failed-signins
50002
- The workload runs behind a proxy that lets in only some tenants, and this tenant is not among them.
- A credential of another tenant is used from inside the network.
? The address of the record: your own proxy? The tenant list that the proxy sends.
> Put the tenant on the proxy's list if it is meant; if not, find the machine behind the address.
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
@ sp-failed-signins
50017
- The certificate's issuer is not among the trusted authorities, or its revocation list cannot be fetched.
? Recent changes of certificate authorities in AuditLogs.
> Restore the authority or publish its revocation list; look into any authority that was added unexpectedly.
@ credential-inventory
50027
- The outside token or assertion is malformed, expired or has the wrong issuer or audience.
- The clock of the machine is off.
? The claims iss, sub, aud, nbf and exp of the token, and the machine's time.
> Correct how the token is made; repeated attempts with changing values are probing.
@ sp-failed-signins
50032
- The certificate of the client has a key of fewer than 2,048 bits.
? Length and age of the key with the thumbprint that the record names.
> Replace the certificate by one with a longer key.
@ credential-inventory
50033
- A passing fault inside the service.
? Does the next try of the same identity succeed?
> Let the client try again with growing pauses; nothing has to be mended.
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
@ sp-failed-signins
50049
- The authority address in the configuration is misspelt or belongs to another cloud.
? The authority setting of the client.
> Correct the authority.
@ sp-failed-signins
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
@ noninteractive-user-signins
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
@ sp-failed-signins
50064
- The password stored in a script is wrong or outdated.
? Whether the same account succeeds from elsewhere.
> Update the secret store, or better, use a workload identity.
@ noninteractive-user-signins
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
@ identity-overview
50120
- The header of the assertion is malformed or names a kind of proof that is not supported.
? Which library makes the assertion, and its version.
> Use a current authentication library.
@ credential-inventory
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
@ sp-failed-signins
50131
- A policy for workload identities or devices refused.
? ConditionalAccessPolicies of the record: which policy has the result failure?
> Decide whether the policy or the place of the workload is wrong.
@ new-ip-for-identity
50146
- The application uses its own signing key, and that key has expired.
? Certificates on the application.
> Renew the key.
@ credential-inventory
50171
- The resource wants tokens bound to a client certificate, and the client asked for a plain one.
? The client's setting for mutual TLS.
> Configure the client for bound tokens.
@ sp-failed-signins
50194
- A single-tenant application uses the shared endpoint.
? The authority setting of the client.
> Put the tenant ID into the authority.
@ identity-overview
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
65001
- The permission the application asks for was never consented to.
- Consent was taken away, or the permission was added to the registration only.
? AuditLogs: "Consent to application", "Add app role assignment to service principal" and their removal.
> Grant the permission if it is justified; a sudden wish for new permissions deserves a question first.
@ follow-correlation-id
65002
- A client that borrows the application ID of one of Microsoft's own applications asks for a resource that this application may not use.
- A tool for attackers, or an old script, picks such an application ID because it needs no consent.
? AppId and ResourceIdentity: both Microsoft's? Who runs a tool with this application ID, and from which address?
> Register an application of your own for the tool; treat tries from unknown addresses as probing.
@ sp-failed-signins
65005
- The registration does not list the resource that is asked for.
? Required permissions of the application, and recent "Update application" records.
> Add the resource to the registration.
@ identity-overview
67003
- A service tries to act for another service that is not allowed to take part.
? Which AppId acts for which.
> Check the on-behalf-of set-up of the services.
@ sp-failed-signins
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
@ sp-failed-signins
70011
- The scope is not "RESOURCE/.default", which client credentials need.
? The scope setting of the client.
> Ask for the .default scope of the resource.
@ sp-failed-signins
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
@ sp-failed-signins
90004
- The client builds its request by hand and gets the form wrong.
? User agent and library of the client; did the request ever work?
> Use Microsoft's authentication library instead of hand-made requests.
@ sp-failed-signins
90006
- A fault at Microsoft's side.
? Whether later attempts succeed.
> Let the client try again with growing pauses.
@ sp-failed-signins
90010
- The assertion is signed with an algorithm that the service does not take, such as HS256.
- A method was asked for that the endpoint does not have.
? The alg of the assertion's header; RS256 or PS256 are wanted.
> Sign with RS256 or PS256.
@ sp-failed-signins
90012
- The service answered too late.
? Whether later attempts succeed.
> Let the client try again with growing pauses.
@ sp-failed-signins
90014
- The client leaves out a field, often client_id or grant_type.
? How the request is built.
> Use an authentication library instead of a request made by hand.
@ sp-failed-signins
90016
- The token passed on in the exchange is an ID token, or was cut short, and lacks a claim.
? Which token the service hands in: it must be an access token for that service itself.
> Pass the access token that the caller sent, whole.
@ sp-failed-signins
90019
- No tenant is named in the address.
? The authority setting of the client.
> Put the tenant ID into it.
@ sp-failed-signins
90023
- The request is put together wrongly, often scope and resource at once.
? How the request is built.
> Use an authentication library.
@ sp-failed-signins
90024
- The service is short of capacity.
? Whether later attempts succeed.
> Let the client try again with growing pauses.
@ sp-failed-signins
90033
- The directory is not available for a moment.
? Whether other identities fail at the same time.
> Wait; if it lasts, look at the service health.
@ sp-failed-signins
90036
- The directory behind the sign-in service fails for this tenant.
? Service health, and whether every identity of the tenant is hit.
> Open a case with the correlation ID when it lasts; trying again does not cure it.
@ sp-failed-signins
90038
- The tenant belongs to another cloud (government, China).
? The authority setting.
> Use the endpoint of that cloud.
@ sp-failed-signins
90055
- The tenant's applications ask for too many tokens.
? The ServicePrincipalId with the most sign-ins in the minutes before.
> Let that client cache its tokens.
@ identity-overview
90056
- The client calls the token endpoint with GET, or sends its fields in the address instead of the body.
? The code that asks for the token, and proxies that turn POST into GET.
> Send a POST with a form body, or use Microsoft's authentication library.
@ sp-failed-signins
90099
- A partner's application signs in to a customer's tenant where no administrator has let it in.
? AppId of the record: a partner that the customer works with?
> Have the customer's administrator consent to the application, or leave it out if nobody knows it.
@ identity-overview
90100
- A parameter is empty, often because a variable of the pipeline is not set.
? The settings of the client.
> Fill the parameter.
@ sp-failed-signins
90112
- A name or address was given where the application ID is wanted.
? The client ID setting.
> Use the application ID.
@ sp-failed-signins
90121
- The request had no body, as when a proxy or a redirect dropped it.
? Proxies and redirects between the client and the sign-in service.
> Call the token endpoint directly, with its form body.
@ sp-failed-signins
90124
- An old resource is asked for over the shared endpoint.
? The authority setting.
> Put the tenant ID into it.
@ sp-failed-signins
90130
- An application of the older kind uses the shared endpoint.
? The authority setting.
> Put the tenant ID into it.
@ sp-failed-signins
`;
