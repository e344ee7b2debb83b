/**
 * AADSTS codes 16000 to 50199, one a line: `code name: meaning`; a dash where Microsoft gives no symbolic name.
 * Codes and names are facts of Microsoft's error code reference (entra-docs commit 3164b3b5); the meanings are ours.
 */
export const codesBelow51000 = `
16000 InteractionRequired: The account is unknown in this tenant, so the person has to choose another account or be invited as a guest first. Common when a personal account is used for an admin portal.
16001 UserAccountSelectionInvalid: The account tile that was picked is no longer valid; picking again usually works.
16002 AppSessionSelectionInvalid: The application asked for one particular session, and the chosen one is not it.
16003 SsoUserAccountNotFoundInResourceTenant: Single sign-on found an account that was never added to the tenant of the resource.
17003 CredentialKeyProvisioningFailed: A key for the user, as for Windows Hello, could not be set up.
20001 WsFedSignInResponseError: The federated identity provider answered the sign-in with an error.
20012 WsFedMessageInvalid: The federated identity provider sent a WS-Federation message that cannot be used.
20033 FedMetadataInvalidTenantName: The federation metadata names a tenant that does not fit.
28002 -: The scope in the token request is not one the resource knows.
28003 -: The scope was left empty when an authorisation code was exchanged.
40008 OAuth2IdPUnretryableServerError: The external OAuth provider failed in a way that trying again will not cure.
40009 OAuth2IdPRefreshTokenRedemptionUserError: The external OAuth provider refused the user's refresh token.
40010 OAuth2IdPRetryableServerError: The external OAuth provider failed for the moment; a later try may succeed.
40015 OAuth2IdPAuthCodeRedemptionUserError: The external OAuth provider refused the user's authorisation code.
50000 TokenIssuanceError: Entra itself failed while issuing the token.
50001 InvalidResource: The token was asked for a resource that this tenant does not have, or that is switched off.
50002 NotAllowedTenant: Tenant restrictions on the network path forbid signing in to this tenant.
50003 MissingSigningKey: No key or certificate was there to sign the token with; for single sign-on applications the signing certificate is missing.
50005 DevicePolicyError: Conditional Access does not support the platform of this device.
50006 InvalidSignature: A signature on the request did not verify.
50007 PartnerEncryptionCertificateMissing: The certificate to encrypt the token for the partner application is not there.
50008 InvalidSamlToken: The SAML assertion is absent or not as agreed with the federation provider.
50010 AudienceUriValidationFailed: The application has no audience set, so the one in the request could not be checked.
50011 InvalidReplyTo: The redirect address of the request is not registered on the application.
50012 AuthenticationFailed: The client's certificate or assertion was refused: unknown subject or thumbprint, untrusted chain, or a signature that does not fit.
50013 InvalidAssertion: The assertion that was handed in is expired, malformed or from an issuer that does not fit.
50014 GuestUserInPendingState: The person has not accepted the guest invitation, or the request went to the wrong tenant.
50015 ViralUserLegalAgeConsentRequiredState: The account belongs to an age group that needs a guardian's consent.
50017 CertificateValidationFailed: The certificate's chain or revocation list could not be checked against the trusted authorities.
50020 UserUnauthorized: The account comes from another tenant or provider and is not a guest here.
50027 InvalidJwtToken: A token in the request is not valid: missing claims, wrong issuer or audience, outside its lifetime, or a bad signature.
50029 -: An address in the request has a domain name with characters that are not allowed.
50032 WeakRsaKey: The RSA key is too short to be accepted.
50033 RetryableError: A passing fault inside the service.
50034 UserAccountNotFound: There is no such user in this tenant: a typing mistake, a guess at names, or the wrong tenant.
50042 UnableToGeneratePairwiseIdentifierWithMissingSalt: The per-application user identifier cannot be made because its secret part is missing.
50043 UnableToGeneratePairwiseIdentifierWithMultipleSalts: The per-application user identifier cannot be made because several secret parts exist.
50048 SubjectMismatchesIssuer: In the client assertion issuer and subject differ, though both must be the application ID.
50049 NoSuchInstanceForDiscovery: The cloud instance named in the request does not exist.
50050 MalformedDiscoveryRequest: The request to look up a cloud instance is malformed.
50053 IdsLocked: Too many wrong passwords locked the account, or the address is known to be malicious; a typical mark of password spraying.
50055 InvalidPasswordExpiredPassword: The password was right but has expired.
50056 -: The account has no password in the cloud, or none was sent.
50057 UserDisabled: The user account is disabled. Attempts on it can mean that somebody still has its password.
50058 UserInformationNotProvided: Silent sign-in found no session; normal before the first sign-in.
50059 MissingTenantRealmAndNoUserInformationProvided: Nothing in the request tells which tenant is meant.
50061 SignoutInvalidRequest: The sign-out request is not valid.
50064 CredentialAuthenticationError: User name or password did not check out.
50068 SignoutInitiatorNotParticipant: The application that asked for sign-out takes no part in the session.
50070 SignoutUnknownSessionIdentifier: The sign-out request names a session that is not there.
50071 SignoutMessageExpired: The sign-out request came too late.
50072 UserStrongAuthEnrollmentRequiredInterrupt: The person must register a second factor before going on; an interruption, not a failure.
50074 UserStrongAuthClientAuthNRequiredInterrupt: The password was right, and the second factor was asked for but not completed. From a strange address: a stolen password.
50076 UserStrongAuthClientAuthNRequired: Policy or location demands a second factor that this request did not bring. Also seen when a person's account is used by a script.
50078 UserStrongAuthExpired: The second factor was given too long ago and must be given again.
50079 UserStrongAuthEnrollmentRequired: A second factor is demanded and the person has none registered.
50085 -: The refresh token needs the person to sign in with the social provider again.
50086 SasNonRetryableError: Strong authentication failed for good.
50087 SasRetryableError: Strong authentication failed for the moment.
50088 -: Too many calls or messages for the second factor; wait a little.
50089 -: The sign-in took so long that its flow token ran out.
50097 DeviceAuthenticationRequired: The device itself has to prove who it is.
50098 -: A field that must be in the signed token body is missing.
50099 PKeyAuthInvalidJwtUnauthorized: The device's proof carries a signature that is not valid.
50100 -: Changing the claims for the token failed.
50101 -: The claims configuration names a transformer that does not exist.
50102 -: A custom claims transformer could not be loaded.
50103 -: Changing the claims for the token failed, with the reason in the message.
50105 EntitlementGrantsNotFound: The application demands an assignment, and this account has none.
50107 -: The federation realm in the request is not known.
50108 -: The configuration for changing claims could not be read.
50109 -: The configuration asks for a kind of claim change that is not known.
50111 -: A claim change was asked for that the service does not have.
50117 -: The policy inside the claims parameter could not be read.
50120 -: The header of the client's assertion names a kind of credential that is not known.
50123 -: The claims configuration names a method that does not exist.
50124 -: A regular expression in the application's claims configuration is wrong.
50125 PasswordResetRegistrationRequiredInterrupt: Interrupted so that the person can reset a password or register for it.
50126 InvalidUserNameOrPassword: Wrong user name or password. Single ones are slips; many accounts from one address are spraying.
50127 BrokerAppNotInstalled: The content needs a broker application on the device.
50128 -: The domain name tells no tenant.
50129 DeviceIsNotWorkplaceJoined: The device has to be registered with the organisation first.
50130 -: A claim names an authentication method that is not known.
50131 ConditionalAccessFailed: Conditional Access refused, for device state, suspicious activity or another policy.
50132 SsoArtifactInvalidOrExpired: The session ended because the password expired or was changed.
50133 SsoArtifactRevoked: The session was revoked, mostly after a password change.
50134 DeviceFlowAuthorizeWrongDatacenter: The device code was approved in another data centre than the one that issued it.
50135 PasswordChangeCompromisedPassword: The account is judged at risk and must change its password.
50136 RedirectMsaSessionToApp: One personal account session was found, and the person is sent on with it.
50137 -: A policy demands a new password.
50138 -: The environment of the encryption key does not fit.
50139 SessionMissingMsaOAuth2RefreshToken: The session lacks the refresh token of the personal account.
50140 KmsiInterrupt: The "stay signed in?" page was shown; a normal interruption.
50141 -: The protected key belongs to another user.
50142 -: Conditional Access demands a new password.
50143 -: The session belongs to another tenant than the resource hints at.
50144 InvalidPasswordExpiredOnPremPassword: The password in Active Directory has expired.
50146 MissingCustomSigningKey: The application must have its own signing key, and none is valid right now.
50147 MissingCodeChallenge: The PKCE challenge in the request has the wrong size.
50148 -: The PKCE verifier does not match the challenge.
50149 -: The PKCE method is not known.
50150 -: The credential lacks the person's approval.
50155 DeviceAuthenticationFailed: The device could not prove who it is.
50156 -: Device tokens do not work for this kind of resource.
50157 -: The person has to be sent elsewhere for routing.
50158 -: A further check at another provider was asked for and not yet passed.
50159 -: The external provider sent too few claims.
50160 -: Another tenant is preferred for this sign-in.
50161 -: The address of the external claims provider did not check out.
50162 -: Changing claims took too long for this application.
50163 -: Changing a claim made it larger than allowed.
50164 -: The token was issued for another purpose.
50165 -: The application wants its token encrypted in a way that is not supported.
50166 -: The request to the external OpenID provider failed.
50167 -: The key that should bind the token is not valid.
50168 -: The browser could sign in through the Windows accounts extension, but sent no valid token for it.
50169 InvalidRequestBadRealm: The realm in the request is not set up here.
50170 MissingExternalClaimsProviderMapping: The mapping to the external control is missing.
50171 -: This audience accepts only tokens bound to a client certificate.
50172 -: The external claims provider has not been approved.
50173 -: The grant was revoked, mostly by a password change; a fresh sign-in is needed.
50176 -: The external control that policy names is not defined.
50177 ExternalChallengeNotSupportedForPassthroughUsers: The extra check does not work for accounts that only pass through.
50178 SessionControlNotSupportedForPassthroughUsers: Session controls do not work for accounts that only pass through.
50180 WindowsIntegratedAuthMissing: Seamless sign-on with Windows is needed and not set up.
50187 DeviceInformationNotProvided: No usable device information came with the request.
50192 RawCredentialExpectedNotFound: No credential came with the request, as when a person cancels the certificate picker.
50194 -: A single-tenant application used the shared endpoint instead of its tenant's own.
50196 LoopDetected: The client asks again and again in a loop; it does not keep its token.
50197 ConflictingIdentities: The account could not be told apart or found.
50199 CmsiInterrupt: The person is asked to confirm that the right application is being signed in to.
`;
