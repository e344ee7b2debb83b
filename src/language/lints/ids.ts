import type { TreeNode } from '../../kql/index.ts';
import { findApplication } from '../../reference/index.ts';
import { comparedColumn, equalityOf } from '../comparedColumn.ts';
import type { Fix } from '../finding.ts';
import { operatorOf, parts, sourceOf } from '../treeAt.ts';
import { sidesOf } from './joins.ts';
import { replacement, type Lint, type LintContext } from './lint.ts';
import { guidPattern } from './terms.ts';

type IdKind = 'application' | 'object';

const idColumns: Readonly<Record<string, IdKind>> = {
  AppId: 'application', ApplicationId: 'application', ResourceIdentity: 'application', ClientAppId: 'application',
  ServicePrincipalId: 'object', ResourceServicePrincipalId: 'object', UserId: 'object', ObjectId: 'object', AADObjectId: 'object',
};
const idPaths: Readonly<Record<string, IdKind>> = {
  'InitiatedBy.app.appId': 'application', 'InitiatedBy.app.servicePrincipalId': 'object', 'InitiatedBy.user.id': 'object', 'TargetResources[0].id': 'object', 'Claims.appid': 'application',
};
/** The other kind's column beside a column. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  AppId: ['ServicePrincipalId'], ApplicationId: ['ServicePrincipalId'], ServicePrincipalId: ['AppId'], ResourceIdentity: ['ResourceServicePrincipalId'], ResourceServicePrincipalId: ['ResourceIdentity'],
};

/** `$left.AppId == $right.ServicePrincipalId`: two kinds of ID that are never equal. */
export const mixedIds: Lint = {
  code: 'IT010',
  title: 'Application ID compared with an object ID',
  explanation: 'AppId is an application ID, the same in every tenant; ServicePrincipalId and UserId are object IDs of one tenant. They are never equal, so the comparison finds nothing.',
  severity: 'warning',
  *check({ nodes, text, origins, analysis }) {
    for (const node of nodes) {
      if (node.kind !== 'BinaryExpression' || !['==', '=~', '!=', '!~'].includes(operatorOf(node))) continue;
      const sides = parts(node).map((side) => idOf(side, text, origins));
      const [left, right] = sides;
      if (!left || !right || left.kind === right.kind) continue;
      const columns = analysis.columnsAt(node.span.start).map(({ name }) => name);
      const fixes = sides.flatMap((side) => side ? otherKind(side, text, columns, node) : []);
      yield { span: node.span, message: `${left.text} and ${right.text} are different kinds of ID (${kindNames[left.kind]} and ${kindNames[right.kind]}) and never equal.`, fixes };
    }
  },
};

const kindNames: Readonly<Record<IdKind, string>> = { application: 'an application ID', object: 'an object ID' };

interface Id {
  readonly kind: IdKind;
  readonly text: string;
  readonly node: TreeNode;
}

/** Which kind of ID a side of a comparison is, through renames and conversions. */
function idOf(node: TreeNode, text: string, origins: LintContext['origins']): Id | undefined {
  if (node.string !== undefined) {
    const application = guidPattern.test(node.string) ? findApplication(node.string) : undefined;
    return application && { kind: 'application', text: application.name === '' ? node.string : `${node.string} (${application.name})`, node };
  }
  const origin = origins.of(node);
  const kind = origin && (origin.path === '' ? idColumns[origin.column] : idPaths[origin.column + origin.path]);
  return kind && { kind, text: sourceOf(text, node), node };
}

/** The side by the column of the other kind, where the table has one. */
function otherKind({ node }: Id, text: string, columns: readonly string[], comparison: TreeNode): readonly Fix[] {
  const column = node.kind === 'PathExpression' ? parts(node).at(-1) : node;
  if (column?.kind !== 'NameReference') return [];
  const sides = comparison.parent?.kind === 'JoinOnClause' ? sidesOf(comparison.parent) : [];
  const own = /^\$(left|right)\./.exec(sourceOf(text, node))?.[1];
  const known = own === undefined ? columns : (sides[own === 'left' ? 0 : 1]?.columns ?? []).map(({ name }) => name);
  // Of one row that would compare a column with itself.
  const beside = parts(comparison).filter((side) => side !== node).map((side) => sourceOf(text, side));
  return (siblings[column.symbol?.name ?? ''] ?? []).filter((name) => known.includes(name) && !beside.includes(name)).map((name) => ({ ...replacement(`Compare ${name} instead`, column.span, name), preferred: false }));
}

const guids: ReadonlySet<string> = new Set(['AppId', 'ServicePrincipalId', 'ResourceServicePrincipalId', 'ResourceIdentity', 'UserId', 'ResourceTenantId', 'HomeTenantId', 'AADTenantId', 'CorrelationId']);
/** Where the name stands of what an ID means, the most telling first. */
const nameOfId: Readonly<Record<string, readonly string[]>> = {
  AppId: ['AppDisplayName', 'ServicePrincipalName'], ServicePrincipalId: ['ServicePrincipalName'], ResourceIdentity: ['ResourceDisplayName'], ResourceServicePrincipalId: ['ResourceDisplayName'], UserId: ['UserPrincipalName'],
};

/** `AppId == "my-app"`: a column of GUIDs compared with something else. */
export const idIsNoGuid: Lint = {
  code: 'IT007',
  title: 'An ID compared with a text that is no GUID',
  explanation: 'AppId, ServicePrincipalId and their like hold GUIDs. Compared with a name they find nothing; the name is in AppDisplayName or ServicePrincipalName.',
  severity: 'warning',
  *check({ nodes, text, analysis }) {
    for (const node of nodes) {
      if (node.kind !== 'LiteralExpression' || !node.string || guidPattern.test(node.string)) continue;
      const operator = equalityOf(node);
      if (operator === undefined) continue;
      const column = comparedColumn(node);
      if (!column || !guids.has(column.name) || column.node.symbol?.tables.length === 0) continue;
      const known = analysis.columnsAt(node.span.start).map(({ name }) => name);
      const named = nameOfId[column.name]?.find((name) => known.includes(name));
      const whole = named !== undefined && node.parent?.kind === 'BinaryExpression' && parts(node.parent)[0]?.kind === 'NameReference' ? node.parent : undefined;
      const negated = operator.startsWith('!') ? '!~' : '=~';
      yield {
        span: node.span,
        message: `${column.name} holds GUIDs, so it never equals ${JSON.stringify(node.string)}.`,
        ...(whole && { fixes: [replacement(`Compare ${named ?? ''} instead`, whole.span, `${named ?? ''} ${negated} ${sourceOf(text, node)}`)] }),
      };
    }
  },
};
