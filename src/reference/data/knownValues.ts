/** Fixed values of columns and what they mean, for cells of a result; tenants are Microsoft's own. */
export const knownValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Evidence: {
    token: 'Exact: the activity carries the identifier of the token that this sign-in issued.',
    'identity+ip': 'Strong: same identity and same address, within the life of a token.',
    identity: 'Fair: same identity within the life of a token, from another or an unknown address.',
    time: 'Weak: only the time fits, because the activity records no identity.',
    none: 'Nothing followed this sign-in in the tables that were searched. A token that nobody seems to use is a finding too.',
  },
  ClientCredentialType: {
    none: 'No credential is recorded, as for public clients and older records.',
    clientSecret: 'A client secret: can be copied without a trace.',
    clientAssertion: 'A signed assertion: a certificate, or a federated credential when FederatedCredentialId is filled.',
    certificate: 'A certificate.',
    federatedIdentityCredential: 'A token of an outside issuer, trusted by a federated credential.',
    managedIdentity: 'A managed identity, whose credential Azure keeps.',
  },
  ClientAuthMethod: {
    '0': 'Public client: no credential of its own.',
    '1': 'Client ID and secret.',
    '2': 'Certificate or another signed assertion.',
  },
  ConditionalAccessStatus: {
    success: 'Policies applied and were satisfied.',
    failure: 'A policy applied and was not satisfied.',
    notApplied: 'No policy applied. For workloads this is usual unless policies for workload identities exist.',
  },
  RiskState: {
    none: 'No risk is known.',
    atRisk: 'At risk, and nobody has decided yet.',
    confirmedCompromised: 'Somebody confirmed the compromise.',
    confirmedSafe: 'Somebody declared it safe.',
    remediated: 'The risk was dealt with, for instance by a new credential.',
    dismissed: 'Somebody dismissed the risk.',
  },
  RiskLevel: { hidden: 'A level exists, but the licence does not show it.' },
  ActivityStatusValue: {
    Start: 'The operation began.',
    Accept: 'The operation was accepted and goes on.',
    Success: 'The operation ended well.',
    Failure: 'The operation failed.',
  },
  AuthenticationType: {
    OAuth: 'An Entra token: the requester columns say whose.',
    AccountKey: 'An account key: no identity is known, only that somebody holds the key.',
    SAS: 'A shared access signature: no identity is known.',
    Anonymous: 'No authentication: the container is public.',
  },
};

export const knownTenants: Readonly<Record<string, string>> = {
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a': 'Microsoft Services: the tenant in which most of Microsoft\'s own applications are registered.',
  '72f988bf-86f1-41af-91ab-2d7cd011db47': 'Microsoft\'s corporate tenant: its staff, and applications of its own.',
  'cdc5aeea-15c5-4db6-b079-fcadd2505dc2': 'A further tenant of Microsoft in which applications are registered.',
  '9188040d-6c67-4c5b-b112-36a304b66dad': 'Personal Microsoft accounts.',
};
