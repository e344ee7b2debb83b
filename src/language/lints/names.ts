import type { Span } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { findCategory } from '../../reference/index.ts';
import { parts, sourceOf } from '../treeAt.ts';
import { replacement, type Lint } from './lint.ts';

/** `ServicePrincipalSignInLogs | …`: the category's name instead of the table's. */
export const categoryAsTable: Lint = {
  code: 'IT003',
  title: 'Category name used as a table',
  explanation: 'A diagnostic-settings category and the table its records land in have different names. Queries need the table: ServicePrincipalSignInLogs becomes AADServicePrincipalSignInLogs.',
  severity: 'error',
  onErrors: true,
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'NameReference' || node.symbol || node.parent?.kind === 'PathExpression') continue;
      const name = [...node.children].flatMap(({ children }) => children)[0]?.text ?? '';
      const category = findCategory(name);
      if (!category || category.table === name) continue;
      yield {
        span: node.span,
        message: `${name} is a category of diagnostic settings. Its records are in the table ${category.table}.`,
        fixes: [replacement(`Use the table ${category.table}`, node.span, category.table)],
        replaces: 'same',
      };
    }
  },
};

/** `summarize count() as Failures`. */
export const sqlAlias: Lint = {
  code: 'IT004',
  title: 'SQL\'s "as" for a column name',
  explanation: 'KQL names a column in front: Failures = count(). "as" is an operator of its own that names a whole result.',
  severity: 'error',
  onErrors: true,
  *check({ text, nodes }) {
    for (const block of nodes) {
      if (block.kind !== 'QueryBlock') continue;
      for (const [index, statement] of block.children.entries()) {
        const before = block.children[index - 1];
        const alias = aliasOf(statement);
        if (!alias || before?.kind !== 'ExpressionStatement') continue;
        const expression = lastExpression(before);
        yield {
          span: statement.span,
          message: `KQL has no "as" for columns. Write ${alias} = ${expression ? sourceOf(text, expression) : '…'}.`,
          fixes: expression ? [replacement(`Write ${alias} = ${sourceOf(text, expression)}`, spanOver(expression.span, statement.span), `${alias} = ${sourceOf(text, expression)}`)] : [],
          replaces: 'following',
        };
      }
    }
  },
};

/** The name of an `as` that the parser took for a statement of its own. */
function aliasOf(statement: TreeNode): string | undefined {
  const [operator] = parts(statement);
  if (statement.kind !== 'ExpressionStatement' || operator?.kind !== 'AsOperator') return undefined;
  return parts(operator).at(-1)?.children[0]?.children[0]?.text;
}

/** The expression that ends where the statement ends: what was to be named. */
function lastExpression(statement: TreeNode): TreeNode | undefined {
  const end = statement.span.start + statement.span.length;
  let node: TreeNode | undefined = statement;
  while (node) {
    const last: TreeNode | undefined = parts(node).at(-1);
    if (!last || last.span.start + last.span.length !== end) return undefined;
    if (/^(?:FunctionCall|Binary|Path|Element|Parenthesized|Literal)Expression$|^NameReference$/.test(last.kind)) return last;
    node = last;
  }
  return undefined;
}

function spanOver(first: Span, last: Span): Span {
  return { start: first.start, length: last.start + last.length - first.start };
}

/** Old names of functions, with what differs besides the name. */
const renamed: Readonly<Record<string, { readonly name: string; readonly differs?: string }>> = {
  makeset: { name: 'make_set', differs: 'It also keeps only 128 values.' },
  makelist: { name: 'make_list', differs: 'It also keeps only 128 values.' },
  make_dictionary: { name: 'make_bag' },
  any: { name: 'take_any' },
  anyif: { name: 'take_anyif' },
  argmax: { name: 'arg_max' },
  argmin: { name: 'arg_min' },
  pack: { name: 'bag_pack' },
  pack_dictionary: { name: 'bag_pack' },
  replace: { name: 'replace_regex' },
  columnifexists: { name: 'column_ifexists' },
  parsejson: { name: 'parse_json' },
  toobject: { name: 'parse_json' },
};

/** `makeset(…)`. */
export const oldFunction: Lint = {
  code: 'IT006',
  title: 'Old name of a function',
  explanation: 'The function has a newer name; the old one stays only for old queries, and makeset and makelist keep no more than 128 values.',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.kind !== 'FunctionCallExpression' || node.symbol?.kind !== 'function') continue;
      const [name] = parts(node);
      const old = name?.symbol?.name ?? '';
      const current = Object.hasOwn(renamed, old) ? renamed[old] : undefined;
      if (!name || !current) continue;
      yield {
        span: name.span,
        message: `${old} is an old name of ${current.name}.${current.differs === undefined ? '' : ` ${current.differs}`}`,
        fixes: [replacement(`Use ${current.name}`, name.span, current.name)],
      };
    }
  },
};
