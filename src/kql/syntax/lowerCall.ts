import type { Relation } from '../plan/index.ts';
import { lowerArgument, lowerStatements } from './lowerStatements.ts';
import { classOf, elementsOf, nodesOf, present, refusal, type ExpressionNode } from './nodes.ts';
import { placeOf, withBinding, type Scope } from './scope.ts';

const deepest = 24;

interface CalledBody {
  readonly expression: ExpressionNode;
  readonly scope: Scope;
}

/**
 * The body of a called user function and the scope in which its parameters are bound; undefined for built-in functions.
 * `piped` is what `invoke` hands in as the first argument. A view may be named without brackets.
 */
export function lowerCalledBody(node: ExpressionNode, scope: Scope, piped?: Relation): CalledBody | undefined {
  const body = classOf(node) === 'FunctionDeclaration' ? (node as Kusto.Language.Syntax.FunctionDeclaration).Body : (node.GetCalledFunctionBody() as Kusto.Language.Syntax.FunctionBody | null);
  if (!body) return undefined;
  const span = placeOf(node, scope);
  if (scope.depth > deepest) throw refusal('KQL035', 'Functions call each other too deeply for the local engine.', span);
  let inner: Scope = { ...scope, callSpan: span, depth: scope.depth + 1 };
  if (classOf(node) === 'FunctionCallExpression') {
    const call = node as Kusto.Language.Syntax.FunctionCallExpression;
    const symbol = call.ReferencedSymbol as Kusto.Language.Symbols.FunctionSymbol | null;
    inner = bindArguments(call, listOf(symbol?.Signatures?.getItem(0)?.Parameters), inner, scope, piped);
  }
  const statements = nodesOf(body.Statements).map((element) => present(element.Element) as Kusto.Language.Syntax.Statement);
  return { expression: present(body.Expression), scope: lowerStatements(statements, inner) };
}

function bindArguments(call: Kusto.Language.Syntax.FunctionCallExpression, parameters: readonly Kusto.Language.Symbols.Parameter[], inner: Scope, scope: Scope, piped: Relation | undefined): Scope {
  const given = elementsOf(present(call.ArgumentList).Expressions);
  const named = new Map(given.flatMap((argument) => (isNamed(argument) ? [[argument.Name?.SimpleName ?? '', present(argument.Expression)] as const] : [])));
  const positional = given.filter((argument) => !isNamed(argument));
  const offset = piped ? 1 : 0;
  return parameters.reduce((before, parameter, index) => {
    const name = parameter.Name ?? '';
    if (piped && index === 0) return withBinding(before, name, { kind: 'relation', relation: piped });
    const argument = named.get(name) ?? positional[index - offset] ?? parameter.DefaultValue;
    if (!argument) throw refusal('KQL036', `The call gives no value for parameter "${name}".`, placeOf(call, scope));
    return withBinding(before, name, lowerArgument(argument, scope));
  }, inner);
}

function isNamed(node: ExpressionNode): node is Kusto.Language.Syntax.SimpleNamedExpression {
  return classOf(node) === 'SimpleNamedExpression';
}

function listOf<T>(list: { readonly Count: number; getItem(index: number): T | null } | null | undefined): readonly T[] {
  return Array.from({ length: list?.Count ?? 0 }, (_, index) => present(list?.getItem(index)));
}
