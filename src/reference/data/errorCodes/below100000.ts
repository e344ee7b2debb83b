/**
 * AADSTS codes 51000 to 99999, one a line: `code name: meaning`; a dash where there is no symbolic name.
 * Codes and names are facts of Microsoft's error code reference (entra-docs commit 3164b3b5); 70021 and 70025 are known
 * from Microsoft's troubleshooting texts and from public repositories. The meanings are ours.
 */
export const codesBelow100000 = `
51000 RequiredFeatureNotEnabled: A feature that the sign-in needs is switched off.
51001 DomainHintMustbePresent: An account given by its on-premises identifier needs a hint to its domain.
51004 UserAccountNotInDirectory: The user is not in this directory; often the wrong tenant was asked.
51005 TemporaryRedirect: The client is sent to another address; not a failure.
51006 ForceReauthDueToInsufficientAuth: The session lacks the proof of Windows sign-in and must be renewed.
52004 DelegationDoesNotExistForLinkedIn: The person has not allowed access to LinkedIn.
53000 DeviceNotCompliant: Policy wants a compliant device, and this one is not.
53001 DeviceNotDomainJoined: Policy wants a domain-joined device, and this one is not.
53002 ApplicationUsedIsNotAnApprovedApp: Policy allows only approved applications, and this is none of them.
53003 BlockedByConditionalAccess: A Conditional Access policy blocked the sign-in. The credential itself was right.
53004 ProofUpBlockedDueToRisk: Registering a second factor was refused because the sign-in looks risky.
53010 ProofUpBlockedDueToSecurityInfoAcr: A second factor can be registered only from certain places or devices, and this is not one.
53011 -: The account is judged at risk in its home tenant.
54000 MinorUserBlockedLegalAgeGroupRule: The account belongs to a minor and is not allowed here.
54005 -: The authorisation code was used a second time. Mostly a client that repeats itself; sometimes a stolen code.
65001 DelegationDoesNotExist: Nobody has consented to this application for the permission it asks for.
65002 -: Two of Microsoft's own applications are not set up to work with each other.
65004 UserDeclinedConsent: The person pressed "no" on the consent page.
65005 MisconfiguredApplication: The application asks for a resource that its registration does not list or that cannot be found.
67003 ActorNotValidServiceIdentity: Who acts in the token is not a valid service identity.
70000 InvalidGrant: The grant, mostly a refresh token, is not valid or does not fit its binding.
70001 UnauthorizedClient: The application is not known in this tenant or is switched off here.
70002 InvalidClient: The client secret did not match; older form of 7000215.
70003 UnsupportedGrantType: The grant type in the request is not supported.
70004 InvalidRedirectUri: The redirect address is not registered on the application.
70005 UnsupportedResponseType: The application asks for a response type it is not allowed to use.
70007 UnsupportedResponseMode: The response mode in the request is not supported.
70008 ExpiredOrRevokedGrant: The code or refresh token has expired or lay unused too long.
70011 InvalidScope: The scope is malformed or not known. Applications acting as themselves must ask for ".default".
70012 MsaServerError: The service for personal accounts failed.
70016 AuthorizationPending: The device code still waits for its approval; normal while the device polls.
70018 BadVerificationCode: The typed device code is wrong.
70019 CodeExpired: The device code ran out before somebody approved it.
70021 -: The outside token fits no federated credential of the application: issuer, subject or audience differ.
70025 -: The application has no federated credential at all, yet an outside token was presented.
70043 BadTokenDueToSignInFrequency: Policy demands a fresh sign-in after some time, and the refresh token is older than that.
75001 BindingSerializationError: The SAML message could not be written for its binding.
75003 UnsupportedBindingError: The application wants the SAML answer over a binding that is not supported.
75005 Saml2MessageInvalid: The SAML request holds something Entra does not support.
75008 RequestDeniedError: The SAML request was meant for another destination.
75011 NoMatchedAuthnContextInOutputClaims: The application asked for one way of authenticating, and another was used.
75016 Saml2AuthenticationRequestInvalidNameIDPolicy: The name format that the SAML request asks for is not valid.
76021 ApplicationRequiresSignedRequests: The application accepts only signed requests, and this one was not.
76026 RequestIssueTimeExpired: The SAML request is too old.
80001 OnPremiseStoreIsNotAvailable: The agent that checks passwords on premises cannot reach Active Directory.
80002 OnPremisePasswordValidatorRequestTimedout: Checking the password on premises took too long.
80005 OnPremisePasswordValidatorUnpredictableWebException: The answer of the password agent could not be understood.
80007 OnPremisePasswordValidatorErrorOccurredOnPrem: The password agent could not check the password.
80010 OnPremisePasswordValidationEncryptionException: The password agent could not decrypt the password.
80012 OnPremisePasswordValidationAccountLogonInvalidHours: The account may not sign in at this hour, says Active Directory.
80013 OnPremisePasswordValidationTimeSkew: The clocks of the agent's machine and of Active Directory disagree.
80014 OnPremisePasswordValidationAuthenticationAgentTimeout: The password agent's answer came too late.
81004 DesktopSsoIdentityInTicketIsNotAuthenticated: Seamless sign-on: the Kerberos ticket proves nobody.
81005 DesktopSsoAuthenticationPackageNotSupported: Seamless sign-on: this authentication package is not supported.
81006 DesktopSsoNoAuthorizationHeader: Seamless sign-on: the browser sent no ticket.
81007 DesktopSsoTenantIsNotOptIn: Seamless sign-on is not switched on for the tenant.
81009 DesktopSsoAuthorizationHeaderValueWithBadFormat: Seamless sign-on: the ticket is malformed.
81010 DesktopSsoAuthTokenInvalid: Seamless sign-on: the ticket is expired or not valid.
81011 DesktopSsoLookupUserBySidFailed: Seamless sign-on: no cloud account fits the ticket.
81012 DesktopSsoMismatchBetweenTokenUpnAndChosenUpn: Seamless sign-on: the chosen account is not the one signed in to the device.
90002 InvalidTenantName: The tenant in the request address does not exist, or not in this cloud.
90004 InvalidRequestFormat: The request is malformed.
90005 InvalidRequestWithMultipleRequirements: Two hints in the request exclude each other.
90006 ExternalServerRetryableError: Another service is down for the moment.
90007 InvalidSessionId: The session ID cannot be read.
90008 TokenForItselfRequiresGraphPermission: The application lacks even the permission to read its signed-in user.
90009 TokenForItselfMissingIdenticalAppIdentifier: The application asks for a token to itself but names itself by address; it has to use its application ID.
90010 NotSupported: The algorithm is not supported.
90012 RequestTimeout: The request ran out of time.
90013 InvalidUserInput: What the person typed cannot be used.
90014 MissingRequiredField: A field the protocol demands is missing in the request.
90015 QueryStringTooLong: The query part of the address is too long.
90016 MissingRequiredClaim: The access token lacks a claim it must have.
90019 MissingTenantRealm: The tenant cannot be told from the request.
90020 -: The SAML assertion lacks the identifier that ties it to the cloud account.
90022 AuthenticatedInvalidPrincipalNameFormat: The principal name is not in the form name, host, realm.
90023 InvalidRequest: The request holds a combination or a value the service does not take.
90024 RequestBudgetExceededError: The service gave up for the moment; a later try may succeed.
90027 -: A personal account was used with an older version of the protocol that cannot serve it.
90033 MsodsServiceUnavailable: The directory behind the sign-in service is not available.
90036 MsodsServiceUnretryableFailure: The directory behind the sign-in service failed for good.
90038 NationalCloudTenantRedirection: The tenant lives in another national cloud.
90043 NationalCloudAuthCodeRedirection: Passing codes between national clouds is switched off.
90051 InvalidNationalCloudId: The name of the national cloud is not valid.
90055 TenantThrottlingError: The tenant sent too many requests and is held back.
90056 BadResourceRequest: The token endpoint was called in the wrong way, such as without POST.
90072 PassThroughUserMfaError: The account is unknown in this tenant, so its second factor cannot be asked for.
90081 OrgIdWsFederationMessageInvalid: The WS-Federation message is not valid.
90082 OrgIdWsFederationNotSupported: The authentication policy that was asked for is not supported.
90084 OrgIdWsFederationGuestNotAllowed: This site does not let guests in.
90085 OrgIdWsFederationSltRedemptionFailed: The tenant is not fully set up yet, so no token can be issued.
90086 OrgIdWsTrustDaTokenExpired: The device authentication token of the user has expired.
90087 OrgIdWsFederationMessageCreationFromUriFailed: No WS-Federation message could be made from the address.
90090 GraphRetryableError: The directory interface is down for the moment.
90091 GraphServiceUnreachable: The directory interface cannot be reached.
90092 GraphNonRetryableError: The directory interface failed for good.
90093 GraphUserUnauthorized: The directory interface refused the request.
90094 AdminConsentRequired: Only an administrator may give this consent.
90095 AdminConsentRequiredRequestAccess: The person is shown the form to ask an administrator for consent.
90099 -: The partner's application has not been allowed into the customer's tenant.
90100 InvalidRequestParameter: A parameter is empty or not valid.
90101 InvalidEmailAddress: What was sent is not a mail address.
90102 InvalidUriParameter: A parameter must be a full address and is not.
90107 InvalidXml: The XML of the request is not valid.
90112 -: The application identifier must be a GUID here.
90114 InvalidExpiryDate: The expiry asked for would make the bulk token invalid at once.
90117 InvalidRequestInput: An input of the request is not valid.
90119 InvalidUserCode: The device code is empty.
90120 InvalidDeviceFlowRequest: The device code was approved or refused already.
90121 InvalidEmptyRequest: The request is empty.
90123 IdentityProviderAccessDenied: The identity provider refused to issue the token.
90124 V1ResourceV2GlobalEndpointNotSupported: This resource cannot be reached over the shared endpoint; the tenant's own is needed.
90125 DebugModeEnrollTenantNotFound: The user name is not known.
90126 DebugModeEnrollTenantNotInferred: No tenant can be told from the user name.
90130 NonConvergedAppV2GlobalEndpointNotSupported: This application cannot use the shared endpoint; the tenant's own is needed.
`;
