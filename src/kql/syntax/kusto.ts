/// <reference types="@kusto/language-service-next" />

import { buildGrammar } from './languageGrammar.ts';
import { quickenLibrary } from './languageQuick.ts';
import { quickenRuntime } from './languageRuntime.ts';

export type KustoLanguage = typeof Kusto.Language;

/**
 * Microsoft's parser and binder. Loading takes about a quarter of a second, so it happens at the first use. The two
 * scripts share a global namespace; esbuild.mjs turns both requires into the one file dist/kusto.js.
 */
export function loadKusto(): KustoLanguage {
  const holder = globalThis as { Kusto?: { readonly Language: KustoLanguage } };
  if (holder.Kusto) return holder.Kusto.Language;
  require('@kusto/language-service-next/bridge.min.js');
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
  // The types say that it is there now; only its own scripts can tell.
  const loaded = (globalThis as { Kusto?: { readonly Language: KustoLanguage } }).Kusto?.Language;
  if (!loaded) throw new Error('The KQL library did not load.');
  quickenRuntime();
  buildGrammar(loaded);
  quickenLibrary(loaded);
  return loaded;
}
