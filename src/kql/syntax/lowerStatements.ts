import type { Expression, Relation } from '../plan/index.ts';
import { classOf, elementsOf, present, refusal, type ExpressionNode } from './nodes.ts';
import { expressionOf, placeOf, relationOf, withBinding, type Binding, type Scope } from './scope.ts';

type Statement = Kusto.Language.Syntax.Statement;

/** The scope after the statements of a query or a function's body that give no rows themselves. */
export function lowerStatements(statements: readonly Statement[], scope: Scope): Scope {
  return statements.reduce((before, statement) => {
    const lower = lowerings[classOf(statement)];
    if (!lower) throw refusal('KQL040', `The local engine does not run this kind of statement (${classOf(statement)}).`, placeOf(statement, before));
    return lower(statement, before);
  }, scope);
}

const lowerings: Readonly<Record<string, (statement: Statement, scope: Scope) => Scope>> = {
  LetStatement: (statement, scope) => {
    const { Name, Expression: value } = statement as Kusto.Language.Syntax.LetStatement;
    const name = Name?.SimpleName ?? '';
    return withBinding(scope, name, bind(name, present(value), scope));
  },
  SetOptionStatement: (statement, scope) => {
    const { Name, ValueClause } = statement as Kusto.Language.Syntax.SetOptionStatement;
    const value = ValueClause?.Expression;
    return { ...scope, options: new Map([...scope.options, [(Name?.SimpleName ?? '').toLowerCase(), value ? expressionOf(value, scope) : undefined]]) };
  },
  // Values come from the defaults: the local engine is handed a text, and parameters are bound into it before.
  QueryParametersStatement: (statement, scope) =>
    elementsOf((statement as Kusto.Language.Syntax.QueryParametersStatement).Parameters).reduce((before, parameter) => {
      const name = parameter.NameAndType?.Name?.SimpleName ?? '';
      const value = parameter.DefaultValue?.Value;
      if (!value) throw refusal('KQL036', `The query parameter "${name}" has no default, and no value was given.`, placeOf(statement, before));
      return withBinding(before, name, { kind: 'expression', expression: expressionOf(value, before) });
    }, scope),
};

function bind(name: string, node: ExpressionNode, scope: Scope): Binding {
  if (classOf(node) === 'FunctionDeclaration') return { kind: 'function', declaration: node };
  const binding = lowerArgument(node, scope);
  if (binding.kind !== 'relation' || binding.relation.kind === 'shared' || binding.relation.kind === 'table') return binding;
  return { kind: 'relation', relation: shared(name, binding.relation, scope) };
}

function shared(name: string, relation: Relation, scope: Scope): Relation {
  return { kind: 'shared', id: scope.nextId(), name, relation, columns: relation.columns, span: relation.span, materialized: false };
}

/** A `let` value or an argument: rows or a scalar, as the binder says. */
export function lowerArgument(node: ExpressionNode, scope: Scope): Binding {
  if (node.ResultType?.IsTabular === true) return { kind: 'relation', relation: relationOf(node, scope) };
  const expression: Expression = expressionOf(node, scope);
  return { kind: 'expression', expression };
}
