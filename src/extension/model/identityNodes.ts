import { counted, assertNever } from '../../base/index.ts';
import { displayName, type Identity } from './identity.ts';
import type { DetailSection, IdentityDetail, IdentityDetails } from './identityDetails.ts';
import { groupIdentities } from './identityList.ts';
import type { NodeView } from './nodeView.ts';
import { labelText, tooltipText } from './safeText.ts';
import { absoluteTime, relativeTime, shortRelativeTime, type TimeZoneChoice } from './times.ts';

export type GroupId = 'servicePrincipals' | 'managed' | 'systemAssigned' | 'userAssigned' | 'otherManaged';

export type IdentityNode =
  | { readonly type: 'group'; readonly group: GroupId; readonly total: number; readonly identities: readonly Identity[]; readonly groups: readonly IdentityNode[] }
  | { readonly type: 'identity'; readonly identity: Identity }
  | { readonly type: 'more'; readonly group: GroupId; readonly shown: number; readonly total: number }
  | { readonly type: 'id'; readonly identity: Identity; readonly label: string; readonly value: string; readonly tooltip: string }
  | { readonly type: 'section'; readonly identity: Identity; readonly section: DetailSection; readonly details: readonly IdentityDetail[] }
  | { readonly type: 'detail'; readonly identity: Identity; readonly detail: IdentityDetail };

/** What the look of identity nodes depends on besides the node. */
export interface IdentityLook {
  /** The instant that relative times count from. */
  readonly asOf: Date;
  readonly zone: TimeZoneChoice;
  /** Names that several identities share, with how many do. */
  readonly sharedNames: ReadonlyMap<string, number>;
  /** Name and meaning of an error code, where known. */
  readonly explainCode: (code: string) => { readonly name: string; readonly meaning: string } | undefined;
  /** What a well-known resource or value is; plain text. */
  readonly explainResource?: (name: string) => string | undefined;
}

const groupTexts: Readonly<Record<GroupId, readonly [label: string, icon: string, tooltip: string]>> = {
  servicePrincipals: ['Service principals', 'key', 'Identities of applications that sign in with a secret, a certificate or a federated credential.'],
  managed: ['Managed identities', 'azure', 'Identities whose credentials Azure keeps and rotates.'],
  systemAssigned: ['System-assigned', 'server', 'Managed identities that belong to one Azure resource and go with it.'],
  userAssigned: ['User-assigned', 'server-environment', 'Managed identities that are resources of their own; several resources may use one.'],
  otherManaged: ['Assignment not told', 'question', 'Managed identities whose records do not say whether they are system- or user-assigned.'],
};

const sectionTexts: Readonly<Record<DetailSection, readonly [label: string, icon: string, noun: string]>> = {
  resource: ['Resources', 'globe', 'Resource'],
  address: ['Addresses', 'location', 'Address'],
  credential: ['Credentials', 'lock', 'Credential'],
  failure: ['Failures by code', 'error', 'Failure'],
  name: ['Display names', 'tag', 'Display name'],
};

/** The top of the tree: a group per kind that has identities. */
export function rootNodes(identities: readonly Identity[]): readonly IdentityNode[] {
  const { servicePrincipals, systemAssigned, userAssigned, otherManaged } = groupIdentities(identities);
  const leafGroup = (group: GroupId, members: readonly Identity[]): readonly IdentityNode[] => (members.length === 0 ? [] : [{ type: 'group', group, total: members.length, identities: members, groups: [] }]);
  const managed = [...leafGroup('systemAssigned', systemAssigned), ...leafGroup('userAssigned', userAssigned), ...leafGroup('otherManaged', otherManaged)];
  const total = systemAssigned.length + userAssigned.length + otherManaged.length;
  return [...leafGroup('servicePrincipals', servicePrincipals), ...(total === 0 ? [] : [{ type: 'group', group: 'managed', total, identities: [], groups: managed } as const])];
}

/** The first `shown` members of a group, and a node for the rest. */
export function groupChildren(node: Extract<IdentityNode, { type: 'group' }>, shown: number): readonly IdentityNode[] {
  const members = node.identities.slice(0, shown).map((identity): IdentityNode => ({ type: 'identity', identity }));
  const rest: readonly IdentityNode[] = node.identities.length > shown ? [{ type: 'more', group: node.group, shown, total: node.identities.length }] : [];
  return [...node.groups, ...members, ...rest];
}

/** Below an identity: its three IDs, each named as what it is, then a section per kind of detail that has any. */
export function identityChildren(identity: Identity, { details, applicationObjectIds }: IdentityDetails): readonly IdentityNode[] {
  const id = (label: string, value: string, tooltip: string): IdentityNode => ({ type: 'id', identity, label, value, tooltip });
  const applicationObjects = applicationObjectIds.length === 0 ? [''] : applicationObjectIds;
  const sections = (['resource', 'address', 'credential', 'failure', 'name'] as const).flatMap((section): readonly IdentityNode[] => {
    const rows = details.filter((detail) => detail.section === section);
    return rows.length === 0 || (section === 'name' && rows.length === 1) ? [] : [{ type: 'section', identity, section, details: rows }];
  });
  return [
    id('Application ID', identity.applicationId, 'AppId, also called client ID: the application\'s ID in every tenant.'),
    id('Service principal object ID', identity.servicePrincipalId, 'ServicePrincipalId: this tenant\'s object, which roles and permissions are granted to.'),
    ...applicationObjects.map((value) => id('Application object ID', value, applicationObjectTooltip(value, identity))),
    ...sections,
  ];
}

function applicationObjectTooltip(value: string, { kind }: Identity): string {
  if (value !== '') return 'The registered application\'s object in its home tenant, as audit records name it. Credentials of the application are added here.';
  return kind === 'servicePrincipal'
    ? 'No audit record of this source names the registered application\'s object. Applications of other tenants have theirs elsewhere.'
    : 'A managed identity has no registered application, and so no application object.';
}

/** How a node looks. */
export function identityNodeView(node: IdentityNode, look: IdentityLook): NodeView {
  switch (node.type) {
    case 'group': {
      const [label, icon, tooltip] = groupTexts[node.group];
      return { id: `group/${node.group}`, label, description: node.total.toLocaleString('en-US'), tooltip, icon, collapsible: 'expanded', context: 'group', spoken: `${label}, ${counted(node.total, 'identity', 'identities')}` };
    }
    case 'identity':
      return identityView(node.identity, look);
    case 'more':
      return { id: `more/${node.group}`, label: 'Show more…', description: `${node.shown.toLocaleString('en-US')} of ${node.total.toLocaleString('en-US')} shown`, icon: 'ellipsis', collapsible: 'none', context: 'more' };
    case 'id':
      return {
        id: `identity/${node.identity.servicePrincipalId}/${node.label}/${node.value}`,
        label: node.label,
        description: node.value === '' ? 'not in these logs' : labelText(node.value),
        tooltip: node.tooltip,
        icon: 'symbol-key',
        collapsible: 'none',
        context: node.value === '' ? 'missing' : 'value',
        spoken: `${node.label}: ${node.value === '' ? 'not in these logs' : labelText(node.value)}`,
      };
    case 'section': {
      const [label, icon] = sectionTexts[node.section];
      return { id: `identity/${node.identity.servicePrincipalId}/${node.section}`, label, description: String(node.details.length), icon, ...(node.section === 'failure' && { tone: 'warning' }), collapsible: 'collapsed', context: 'section' };
    }
    case 'detail':
      return detailView(node.identity, node.detail, look);
    default:
      return assertNever(node);
  }
}

function identityView(identity: Identity, look: IdentityLook): NodeView {
  const { signIns, failures, lastSignIn, servicePrincipalId, applicationId, names } = identity;
  const name = labelText(displayName(identity));
  const shared = look.sharedNames.get(identity.name);
  const renamed = names.length > 1;
  const last = relativeTime(lastSignIn, look.asOf);
  const facts = [shortRelativeTime(lastSignIn, look.asOf), counted(signIns, 'sign-in'), ...(failures > 0 ? [counted(failures, 'failure')] : []), ...(renamed ? [`${names.length} names`] : []), ...(shared === undefined ? [] : [`${servicePrincipalId.slice(0, 8)}…`])];
  const tooltip = [
    tooltipText(displayName(identity)),
    '',
    `Last sign-in: ${absoluteTime(lastSignIn, look.zone)} (${last}, counted from ${absoluteTime(look.asOf.toISOString(), look.zone)})`,
    `First sign-in: ${absoluteTime(identity.firstSignIn, look.zone)}`,
    `${counted(signIns, 'sign-in')}, ${failures === 0 ? 'none failed' : `${failures.toLocaleString('en-US')} failed`}`,
    `Application ID: ${applicationId}`,
    `Service principal object ID: ${servicePrincipalId}`,
    ...(renamed ? [`Signed in under ${names.length} names: ${names.map((each) => labelText(each)).join(', ')}`] : []),
    ...(shared === undefined ? [] : [`${shared} identities sign in under this name; tell them apart by the service principal object ID.`]),
  ].join('\n');
  const tone = failures === 0 ? undefined : failures >= signIns ? ('error' as const) : ('warning' as const);
  return {
    id: `identity/${servicePrincipalId}`,
    label: name,
    description: facts.join(' · '),
    tooltip,
    icon: identity.kind === 'servicePrincipal' ? 'key' : identity.kind === 'userAssigned' ? 'server-environment' : 'server',
    ...(tone && { tone, badge: { text: failures > 99 ? '!!' : String(failures), tone, meaning: tone === 'error' ? 'Every sign-in failed' : counted(failures, 'failed sign-in') } }),
    collapsible: 'collapsed',
    context: 'identity',
    spoken: `${name}, last sign-in ${[last, ...facts.slice(1)].join(', ')}`,
  };
}

function detailView(identity: Identity, detail: IdentityDetail, look: IdentityLook): NodeView {
  const [, icon, noun] = sectionTexts[detail.section];
  const value = labelText(detail.value);
  const code = detail.section === 'failure' ? look.explainCode(detail.value) : undefined;
  const label = code && code.name !== '' ? `${value} ${code.name}` : value;
  const last = relativeTime(detail.last, look.asOf);
  const description = [detail.extra === '' ? undefined : detail.extra, counted(detail.count, 'sign-in'), `last ${last}`].filter((part) => part !== undefined).join(' · ');
  const meaning = code?.meaning ?? (detail.section === 'resource' ? look.explainResource?.(detail.value) : undefined);
  return {
    id: `identity/${identity.servicePrincipalId}/${detail.section}/${detail.extra}/${detail.value}`,
    label: label === '' ? '(empty)' : label,
    description,
    tooltip: [`${noun}: ${tooltipText(detail.value)}`, `Last: ${absoluteTime(detail.last, look.zone)}`, ...(meaning === undefined ? [] : ['', meaning])].join('\n'),
    icon,
    ...(detail.section === 'failure' && { tone: 'warning' as const }),
    collapsible: 'none',
    context: detail.section === 'failure' ? 'value failure' : 'value',
    spoken: `${noun} ${label}, ${description}${code ? `. ${code.meaning}` : ''}`,
  };
}
