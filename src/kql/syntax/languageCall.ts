import type { CallFacts, ParameterFacts, SignatureFacts } from './languageTypes.ts';
import { classOf, nodesOf } from './nodes.ts';

type Call = Kusto.Language.Syntax.FunctionCallExpression;

/** The innermost function call whose parentheses hold the offset. */
export function callAt(code: Kusto.Language.KustoCode, offset: number): CallFacts | undefined {
  const token = code.Syntax?.GetTokenAt(offset) ?? null;
  const before = token && token.TextStart >= offset ? (token.GetPreviousToken() ?? token) : token;
  for (let node = before?.Parent ?? null; node; node = node.Parent) {
    if (classOf(node) !== 'FunctionCallExpression') continue;
    const call = node as Call;
    if (holds(call, offset)) return describe(call, offset);
  }
  return undefined;
}

function holds({ ArgumentList }: Call, offset: number): boolean {
  const open = ArgumentList?.OpenParen;
  const close = ArgumentList?.CloseParen;
  return open !== null && open !== undefined && open.End <= offset && (!close || close.IsMissing || offset <= close.TextStart);
}

function describe(call: Call, offset: number): CallFacts | undefined {
  const symbol = call.ReferencedSymbol as Kusto.Language.Symbols.FunctionSymbol | null;
  const signatures = symbol?.Signatures;
  if (!symbol || !signatures) return undefined;
  const argument = argumentAt(call, offset);
  const facts: SignatureFacts[] = [];
  let active = 0;
  for (let index = 0; index < signatures.Count; index += 1) {
    const signature = signatures.getItem(index);
    if (!signature || signature.IsHidden) continue;
    if (signature === call.ReferencedSignature) active = facts.length;
    facts.push(signatureFacts(symbol.Name ?? '', signature));
  }
  const last = (facts[active]?.parameters.length ?? 1) - 1;
  return {
    name: symbol.Name ?? '',
    ...(symbol.Description && { description: symbol.Description }),
    signatures: facts,
    activeSignature: active,
    activeParameter: Math.max(0, Math.min(argument, last)),
  };
}

/** How many commas of the call itself stand before the offset. */
function argumentAt({ ArgumentList }: Call, offset: number): number {
  return nodesOf(ArgumentList?.Expressions ?? null).filter((element) => {
    const separator = (element).Separator;
    return separator && !separator.IsMissing && separator.TextStart < offset;
  }).length;
}

function signatureFacts(name: string, signature: Kusto.Language.Symbols.Signature): SignatureFacts {
  const parameters: ParameterFacts[] = [];
  for (let index = 0; index < (signature.Parameters?.Count ?? 0); index += 1) {
    const parameter = signature.Parameters?.getItem(index);
    if (parameter) parameters.push(parameterFacts(parameter));
  }
  const repeats = signature.HasRepeatableParameters ? ', …' : '';
  return { label: `${name}(${parameters.map(({ name: own }) => own).join(', ')}${repeats})`, parameters };
}

function parameterFacts({ Name, Description, IsOptional }: Kusto.Language.Symbols.Parameter): ParameterFacts {
  const name = Name ?? '';
  return { name: IsOptional ? `[${name}]` : name, ...(Description && { description: Description }) };
}
