import type { TreeNode } from '../../kql/index.ts';
import { parts, walk } from '../treeAt.ts';
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
  const fixed = betterKey(columns, sidesOf(clause));
  yield {
    span: key.span,
    message: `${name} is a display name: a rename between the two records defeats this join, and another object may bear the same name. Join on ${better}.`,
    ...(fixed !== undefined && { fixes: [replacement(`Join on ${fixed}`, key.span, fixed)] }),
  };
}

/** The ID that both sides have in place of the names; undefined where one of them lacks it. */
function betterKey(columns: readonly TreeNode[], sides: readonly TreeNode[]): string | undefined {
  const [id, ...others] = new Set(columns.map(({ symbol }) => names[symbol?.name ?? '']));
  return id !== undefined && others.length === 0 && sides.length === 2 && sides.every((side) => side.columns?.some(({ name }) => name === id)) ? id : undefined;
}

/** The tables that a join's clause brings together. */
export function sidesOf(clause: TreeNode): readonly TreeNode[] {
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
