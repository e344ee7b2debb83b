export { supportedFunctions, type SupportedFunction } from './functions/index.ts';
export { physicalType } from './sql/index.ts';
export { createTranslator, type KqlContext, type SqlStatement, type Translator } from './translator.ts';
export { dynamicText, NativeFailure, nativeFunctions, parseDynamic, type NativeFunction, type NativeRun, type NativeValue } from './nativeFunctions.ts';
export type { Discovered, Discovery } from './syntax/index.ts';
export { callableNames, createKqlLanguage, rewrittenCalls, windowFunctions, supportedOperators, supportedPlugins, type KqlLanguage, type KustoSchema, type SavedFunction, type SupportedOperator } from './syntax/index.ts';
export type {
  CallFacts,
  ClassifiedSpan,
  CompletionKind,
  KqlAnalysis,
  KustoCompletion,
  KustoCompletions,
  RelatedSpan,
  SignatureFacts,
  SymbolFacts,
  SymbolKind,
  TokenClass,
  TreeNode,
} from './syntax/index.ts';
