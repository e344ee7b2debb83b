import type { Column, Span } from '../../base/index.ts';
import type { Expression, JoinKind, Relation } from '../plan/index.ts';
import { classOf, elementsOf, parametersOf, present, refusal, type ExpressionNode, type Node } from './nodes.ts';
import type { LowerOperator, OperatorContext } from './operatorContext.ts';
import { expressionOf, relationOf, type Scope } from './scope.ts';

const kinds: readonly JoinKind[] = ['inner', 'innerunique', 'leftouter', 'rightouter', 'fullouter', 'leftsemi', 'rightsemi', 'leftanti', 'rightanti'];
const synonyms: Readonly<Record<string, JoinKind>> = { anti: 'leftanti', leftantisemi: 'leftanti', rightantisemi: 'rightanti', semi: 'leftsemi' };

export const lowerJoin: LowerOperator = (node, context) => {
  const { Parameters, Expression: right, ConditionClause } = node as Kusto.Language.Syntax.JoinOperator;
  const text = parametersOf(Parameters).get('kind')?.text ?? 'innerunique';
  const joinKind = synonyms[text] ?? kinds.find((kind) => kind === text);
  if (!joinKind) throw refusal('KQL016', `The local engine does not run join kind "${text}".`, context.span);
  return joined(joinKind, present(right), ConditionClause, context);
};

export const lowerLookup: LowerOperator = (node, context) => {
  const { Parameters, Expression: right, LookupClause } = node as Kusto.Language.Syntax.LookupOperator;
  const kind = parametersOf(Parameters).get('kind')?.text ?? 'leftouter';
  if (kind !== 'leftouter' && kind !== 'inner') throw refusal('KQL016', `The local engine does not run lookup kind "${kind}".`, context.span);
  return joined(kind, present(right), LookupClause, context, true);
};

type Equality = { readonly left: Expression; readonly right: Expression };

function joined(joinKind: JoinKind, rightNode: ExpressionNode, clause: Node | null, { input: left, scope, span, columns }: OperatorContext, lookup = false): Relation {
  if (!clause || classOf(clause) !== 'JoinOnClause') throw refusal('KQL016', 'The local engine joins on equal columns only.', span);
  const right = relationOf(rightNode, scope);
  const on = elementsOf((clause as Kusto.Language.Syntax.JoinOnClause).Expressions).flatMap((item) => conditions(item, scope, span));
  const loose = on.flatMap((condition) => [condition.left, condition.right]).find(({ type }) => type === 'dynamic');
  if (loose) throw refusal('KS241', 'Join keys cannot be dynamic. Extend both sides with tostring() of the key, then use that.', loose.span);
  const keys = new Set(on.map((condition) => (condition.right.kind === 'column' ? condition.right.name : '')));
  const from = (side: 'left' | 'right', list: readonly Column[]) => list.map((column) => ({ side, source: column.name }));
  const fromLeft = from('left', left.columns);
  const fromRight = from('right', right.columns.filter((column) => !lookup || !keys.has(column.name)));
  const sides = /^left(semi|anti)$/.test(joinKind) ? fromLeft : /^right(semi|anti)$/.test(joinKind) ? fromRight : [...fromLeft, ...fromRight];
  if (sides.length !== columns.length) throw refusal('KQL014', 'The local engine cannot name the columns of this join.', span);
  return { kind: 'join', joinKind, left, right, on, span, columns, outputs: sides.map((side, index) => ({ ...side, name: present(columns[index]).name })) };
}

function conditions(node: ExpressionNode, scope: Scope, span: Span): readonly Equality[] {
  return equalities(expressionOf(node, scope), span);
}

function equalities(expression: Expression, span: Span): readonly Equality[] {
  if (expression.kind === 'column' && !expression.side) return [{ left: { ...expression, side: 'left' }, right: { ...expression, side: 'right' } }];
  if (expression.kind === 'call' && expression.name === 'and') return expression.arguments.flatMap((part) => equalities(part, span));
  if (expression.kind === 'call' && expression.name === '==') {
    const [first, second] = expression.arguments;
    const [firstSide, secondSide] = [first, second].map((side) => side && sideOf(side));
    if (first && second && firstSide === 'left' && secondSide === 'right') return [{ left: first, right: second }];
    if (first && second && firstSide === 'right' && secondSide === 'left') return [{ left: second, right: first }];
  }
  throw refusal('KQL016', 'The local engine joins on equalities of a left and a right value only.', span);
}

/** The one side whose columns an expression reads. */
function sideOf(expression: Expression): 'left' | 'right' | undefined {
  if (expression.kind === 'column') return expression.side;
  if (expression.kind === 'path') return sideOf(expression.operand);
  if (expression.kind !== 'call') return undefined;
  const sides = new Set(expression.arguments.filter(({ kind }) => kind !== 'literal').map(sideOf));
  const [only] = sides;
  return sides.size === 1 ? only : undefined;
}
