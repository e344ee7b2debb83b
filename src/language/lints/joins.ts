import type { TreeNode } from '../../kql/index.ts';
import { operatorOf, parts, walk } from '../treeAt.ts';
import { replacement, type Lint, type LintHit } from './lint.ts';

/** Columns that hold a name which a rename changes and two objects may share; with the column to join on instead. */
const names: Readonly<Record<string, string>> = {
  ServicePrincipalName: 'ServicePrincipalId',
  AppDisplayName: 'AppId',
  ResourceDisplayName: 'ResourceIdentity',
  UserDisplayName: 'UserId',
  Identity: 'ServicePrincipalId',
  DisplayName: 'Id',
  displayName: 'id',
  InitiatedByDisplayName: 'the object ID',
};

/** `join … on ServicePrincipalName`. */
export const nameAsKey: Lint = {
  code: 'IT002',
  title: 'Display name as join key',
  explanation: 'Names of identities change, two of them can have the same one, and an attacker chooses it: a rename between two records defeats the join. Join on the object ID (ServicePrincipalId) or the application ID (AppId).',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'JoinOnClause') continue;
      for (const key of parts(node)) yield* nameKey(key, node);
    }
  },
};

function* nameKey(key: TreeNode, clause: TreeNode): Generator<LintHit> {
  const columns = [...walk(key)].filter(({ kind, symbol }) => kind === 'NameReference' && symbol?.kind === 'column');
  const column = columns.find(({ symbol }) => Object.hasOwn(names, symbol?.name ?? ''));
  const name = column?.symbol?.name;
  if (name === undefined) return;
  const better = names[name] ?? '';
  const bothHaveIt = key.kind === 'NameReference' && sidesOf(clause).every((side) => side.columns?.some((candidate) => candidate.name === better));
  yield {
    span: key.span,
    message: `${name} is a display name: a rename between the two records defeats this join, and another object may bear the same name. Join on ${better}.`,
    ...(bothHaveIt && { fixes: [replacement(`Join on ${better}`, key.span, better)] }),
  };
}

/** The tables that a join's clause brings together. */
function sidesOf(clause: TreeNode): readonly TreeNode[] {
  const operator = clause.parent;
  const left = operator?.parent && parts(operator.parent)[0];
  const right = operator && parts(operator).find((node) => node.type === 'table');
  return [left, right].filter((side) => side !== undefined);
}

/** `join (…) on …` without `kind=`. */
export const joinWithoutKind: Lint = {
  code: 'IT008',
  title: 'Join without a kind',
  explanation: 'The default is innerunique: of left rows with the same key only one is kept, and which one is not said. For events that is hardly ever meant; say kind=inner, leftouter or leftanti.',
  severity: 'information',
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'JoinOperator') continue;
      const token = node.children[0];
      const hasKind = node.children.some((child) => child.kind === 'NamedParameter' && [...walk(child)].some(({ text }) => text === 'kind'));
      if (!token || hasKind) continue;
      const end = { start: token.span.start + token.span.length, length: 0 };
      yield {
        span: token.span,
        message: 'Without kind= this join keeps only one left row per key (innerunique). Say which kind is meant.',
        fixes: [replacement('Add kind=inner', end, ' kind=inner'), { ...replacement('Keep today\'s meaning: add kind=innerunique', end, ' kind=innerunique'), preferred: false }],
      };
    }
  },
};

const applicationIds: ReadonlySet<string> = new Set(['AppId', 'ApplicationId', 'ResourceIdentity', 'ClientAppId']);
const objectIds: ReadonlySet<string> = new Set(['ServicePrincipalId', 'ResourceServicePrincipalId', 'UserId', 'ObjectId', 'AADObjectId']);

/** `$left.AppId == $right.ServicePrincipalId`: two kinds of ID that are never equal. */
export const mixedIds: Lint = {
  code: 'IT010',
  title: 'Application ID compared with an object ID',
  explanation: 'AppId is an application ID, the same in every tenant; ServicePrincipalId and UserId are object IDs of one tenant. They are never equal, so the comparison finds nothing.',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'BinaryExpression' || !['==', '=~', '!=', '!~'].includes(operatorOf(node))) continue;
      const [left, right] = parts(node).map(columnName);
      if (left === undefined || right === undefined) continue;
      const mixed = (applicationIds.has(left) && objectIds.has(right)) || (objectIds.has(left) && applicationIds.has(right));
      if (mixed) yield { span: node.span, message: `${left} and ${right} are different kinds of ID (an application ID and an object ID) and never equal.` };
    }
  },
};

/** The column a side is: alone or as `$left.Column`. */
function columnName(side: TreeNode): string | undefined {
  const column = side.kind === 'PathExpression' ? parts(side).at(-1) : side;
  return column?.kind === 'NameReference' && column.symbol?.kind === 'column' && column.symbol.tables.length > 0 ? column.symbol.name : undefined;
}
