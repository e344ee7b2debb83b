import { lowerCalledBody } from './lowerCall.ts';
import { present, refusal } from './nodes.ts';
import type { LowerOperator } from './operatorContext.ts';
import { relationOf } from './scope.ts';

/** `T | invoke f(x)`: the rows are the function's first argument. */
export const lowerInvoke: LowerOperator = (node, { input, scope, span }) => {
  const call = present((node as Kusto.Language.Syntax.InvokeOperator).Function);
  // The rows may be read several times in the function's body.
  const shared = input.kind === 'shared' || input.kind === 'table' ? input : ({ kind: 'shared', id: scope.nextId(), name: 'invoked', relation: input, columns: input.columns, span, materialized: false } as const);
  const body = lowerCalledBody(call, scope, shared);
  if (!body) throw refusal('KQL012', 'The local engine does not know the function that is invoked here.', span);
  return relationOf(body.expression, body.scope);
};
