import { RecentTexts } from './boundParts.ts';
import { BoundAnalysis, type SchemaState } from './languageAnalysis.ts';
import { KnownItems } from './languageCompletion.ts';
import type { KqlAnalysis } from './languageTypes.ts';
import { loadKusto } from './kusto.ts';
import { toGlobalState, type KustoSchema } from './kustoSchema.ts';

/** Microsoft's parser, binder and editor services as plain data. */
export interface KqlLanguage {
  /** Loads Microsoft's library now, where `analyze` would at its first call. */
  load(): void;
  /** Under the same schema object the view that Microsoft's binder needs is built once. */
  analyze(text: string, schema: KustoSchema): KqlAnalysis;
}

export function createKqlLanguage(): KqlLanguage {
  const states = new WeakMap<KustoSchema, SchemaState>();
  const knownItems = new KnownItems();
  return {
    load: () => void loadKusto(),
    analyze(text, schema) {
      const kusto = loadKusto();
      const state = states.get(schema) ?? { schema, globals: toGlobalState(kusto, schema), recent: new RecentTexts() };
      states.set(schema, state);
      return new BoundAnalysis(kusto, state, knownItems, text);
    },
  };
}
