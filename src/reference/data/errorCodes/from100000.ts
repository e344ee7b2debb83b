/**
 * AADSTS codes from 100000, one a line: `code name: meaning`; a dash where there is no symbolic name.
 * Codes and names are facts of Microsoft's error code reference (entra-docs commit 3164b3b5); 530003, 700024, 700211, 700212,
 * 700213, 700222, 1002016 and 7000229 are known from Microsoft's troubleshooting texts and from public repositories.
 * The meanings are ours.
 */
export const codesFrom100000 = `
100007 -: The regional token endpoint refused: it serves managed identities and a few of Microsoft's own clients only.
120000 PasswordChangeIncorrectCurrentPassword: Changing the password failed because the present one was wrong.
120002 PasswordChangeInvalidNewPasswordWeak: The new password is too weak.
120003 PasswordChangeInvalidNewPasswordContainsMemberName: The new password holds the person's name.
120004 PasswordChangeOnPremComplexity: The new password breaks the rules of Active Directory.
120005 PasswordChangeOnPremSuccessCloudFail: The password was changed on premises, but not in the cloud.
120008 PasswordChangeAsyncJobStateTerminated: The job that changes the password ended with an error for good.
120011 PasswordChangeAsyncUpnInferenceFailed: The account whose password should change could not be determined.
120012 PasswordChangeNeedsToHappenOnPrem: This password can be changed on premises only.
120013 PasswordChangeOnPremisesConnectivityFailure: Active Directory could not be reached for the password change.
120014 PasswordChangeOnPremUserAccountLockedOutOrDisabled: The account is locked or disabled on premises.
120015 PasswordChangeADAdminActionRequired: An administrator of Active Directory has to act first.
120016 PasswordChangeUserNotFoundBySspr: Self-service reset does not find the user.
120018 PasswordChangePasswordDoesnotComplyFuzzyPolicy: The new password resembles one on the list of banned passwords.
120020 PasswordChangeFailure: Changing the password failed.
120021 PartnerServiceSsprInternalServiceError: The password reset service failed.
130004 NgcKeyNotFound: No Windows Hello key is registered for the account.
130005 NgcInvalidSignature: The signature made with the Windows Hello key does not verify.
130006 NgcTransportKeyNotFound: The device has no transport key for Windows Hello.
130007 NgcDeviceIsDisabled: The device of the Windows Hello key is disabled.
130008 NgcDeviceIsNotFound: The device of the Windows Hello key is gone.
135010 KeyNotFound: The key that was referred to is not there.
135011 -: The device that was used is disabled.
140000 InvalidRequestNonce: The request lacks the one-time value it must carry.
140001 InvalidSessionKey: The session key is not valid.
160021 AppSessionSelectionInvalidSessionNotExist: The application asked for a session that is not there.
165004 -: A fault whose text is made at run time; the message in the record says more.
165900 InvalidApiRequest: The request to the interface is not valid.
220450 UnsupportedAndroidWebViewVersion: The browser part of this Android device is too old.
220501 InvalidCrlDownload: The certificate revocation list could not be fetched, so the certificate is not trusted.
221000 DeviceOnlyTokensNotSupportedByResource: The resource does not take tokens that stand for a device alone.
230109 CachedCredentialNonGWAuthNRequestsNotSupported: The backup sign-in service was called directly instead of through its gateway.
240001 BulkAADJTokenUnauthorized: The account may not register devices.
240002 RequiredClaimIsMissing: This ID token lacks a claim and cannot be exchanged.
399284 InboundIdTokenIssuerInvalid: The issuer in the federated ID token is empty or not the expected one.
500011 InvalidResourceServicePrincipalNotFound: The resource the token was asked for has no service principal in this tenant: a wrong address, the wrong tenant, or not installed here.
500014 InvalidResourceServicePrincipalDisabled: The service principal of the resource is disabled here, by an administrator or a lapsed subscription.
500021 -: Tenant restrictions of the network do not allow this tenant.
500022 -: Tenant restrictions of the network do not allow this tenant (second form of the check).
500133 -: The token that was handed in as proof is expired or not yet valid.
500141 -: The invitation was accepted, but the application did not start it.
500207 -: This kind of account cannot be used for the resource.
500208 -: This login domain does not fit the kind of account the tenant takes.
500212 NotAllowedByOutboundPolicyTenant: The home tenant does not let its people into this tenant.
500213 NotAllowedByInboundPolicyTenant: This tenant does not let people of that tenant in.
501241 -: A claim change lacks an input it needs, such as the name identifier of a SAML answer.
501461 -: Mapped claims are allowed only for an audience that is the application's own ID or in a verified domain.
501481 -: The PKCE verifier does not match the challenge of the request.
501491 InvalidCodeChallengeMethodInvalidSize: The PKCE challenge has the wrong length.
501621 ClaimsTransformationTimeoutRegularExpressionTimeout: A regular expression in the claims configuration took too long.
530003 -: Policy lets in managed devices only; seen for people, and for scripts that use a person's account.
530032 BlockedByConditionalAccessOnSecurityPolicy: A security policy of the tenant blocked the request.
530034 DelegatedAdminBlockedDueToSuspiciousActivity: A partner's administrator was kept out because the account is at risk at home.
530035 BlockedBySecurityDefaults: Security defaults blocked the request, mostly for a legacy protocol.
650052 -: The service the application asks for is not subscribed to or not enabled in this tenant.
650054 -: The application asks for permissions of a resource that is gone.
650056 -: The registration lists no permission for the resource, or nobody consented to it.
650057 -: The application asks for a resource that its registration does not list.
650059 -: The application is limited to its own tenant and was used in another.
700005 InvalidGrantRedeemAgainstWrongTenant: The authorisation code was issued for another tenant.
700011 UnauthorizedClientAppNotFoundInOrgIdTenant: The application that asks for the token does not exist in this directory.
700016 UnauthorizedClient_DoesNotMatchRequest: The tenant has no application with this application ID: wrong tenant, deleted application, never consented to, or somebody trying IDs.
700020 InteractionRequired: The grant cannot be used without the person.
700022 InvalidMultipleResourcesScope: The scopes of the request belong to more than one resource.
700023 InvalidResourcelessScope: The scopes of the request belong to no resource.
700024 -: The client's assertion is too old or not valid yet; often the clock of the machine is wrong.
700025 InvalidClientPublicClientWithCredential: The application is registered as a public client and must not send a secret or an assertion.
700027 -: The signature of the client's assertion does not verify with any certificate on the application.
700030 -: The subject in the certificate is not one that is allowed for this application.
700054 -: The application asks for an ID token directly, which its registration does not allow.
700082 ExpiredOrRevokedGrantInactiveToken: The refresh token lay unused for too long.
700084 -: The refresh token of a single-page application reached its fixed end.
700211 -: No federated credential of the application has the issuer of the outside token.
700212 -: No federated credential of the application has the audience of the outside token.
700213 -: No federated credential of the application has the subject of the outside token.
700222 -: A token that Entra issued was presented where a token of an outside issuer is expected.
700229 ForbiddenTokenType: Only a token of an application acting as itself may serve as a federated credential here, not one issued for a person.
750054 -: The address must carry a SAML request or answer, and does not.
900144 -: A parameter that the request body must have is missing.
900236 InvalidRequestSamlPropertyUnsupported: The SAML request sets a property that is not supported.
900382 -: Clients with a credential cannot make requests across clouds.
900384 -: The signature of a token did not verify; the message in the record tells which.
900432 -: Clients with a credential cannot make requests across clouds (second form).
900561 BadResourceRequestInvalidRequest: The endpoint was called with the wrong HTTP method.
900971 -: The request has no redirect address.
901002 -: The "resource" parameter does not work on this endpoint; scopes are wanted.
901011 NoEmailAddressCollectedFromExternalOidcIDP: The external provider gave no mail address, as when the person hid it.
901012 EmailAddressCollectedFromExternalOidcIDPNotVerified: The external provider has not verified the mail address.
901014 NoExternalIdentifierCollectedFromExternalOidcIDP: The external provider's ID token names no account.
1000000 UserNotBoundError: The account must first be tied to an external provider.
1000002 BindCompleteInterruptError: The account was tied to the external provider, and the person is told so.
1000031 -: The application cannot be used at this time.
1000104 XCB2BResourceCloudNotAllowedOnIdentityTenant: The home tenant does not work together with the cloud of the resource.
1002016 -: The client speaks an outdated TLS version or cipher, which the service no longer takes.
5000224 NotAllowedTenantBlockedTenantFraud: Microsoft has blocked the tenant, mostly on suspicion of fraud.
5000819 InvalidSamlTokenEmailMissingOrInvalid: The SAML assertion lacks a mail address or has one of a foreign domain.
5001256 -: The external provider's ID token is not valid.
7000112 UnauthorizedClientApplicationDisabled: The application, or its service principal in this tenant, is disabled.
7000114 -: The application may not act on behalf of users.
7000215 -: The client secret is wrong. The application exists, so the caller knows at least its application ID.
7000218 -: The client sent neither a secret nor an assertion, though the application is not a public client.
7000222 InvalidClientSecretExpiredKeysProvided: The client secret has expired. Whoever sent it once had the right one.
7000229 -: The application exists, but has no service principal in this tenant.
7500514 -: The SAML answer is of a kind that is not supported.
7500529 -: The ID of the SAML message is not well formed; it must not begin with a digit.
9001023 -: This grant does not work on the shared endpoints; the tenant's own is needed.
9002313 InvalidRequest: The request is malformed.
9002332 -: The application is for work accounts only and used the endpoint for personal ones.
9002341 -: The person has to allow single sign-on first.
`;
