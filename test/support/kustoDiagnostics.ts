import { createRequire } from 'node:module';
import { tables } from '../../src/reference/index.ts';
import type { KustoLanguage } from '../../src/kql/syntax/kusto.ts';
import { toGlobalState } from '../../src/kql/syntax/kustoSchema.ts';

const require = createRequire(import.meta.url);

export interface KustoFinding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** What Microsoft's own parser and binder say of a query on today's tables: the nearest thing to asking a workspace. */
export function kustoDiagnostics(query: string): readonly KustoFinding[] {
  require('@kusto/language-service-next/bridge.min.js');
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
  const { Language } = (globalThis as unknown as { Kusto: { Language: KustoLanguage } }).Kusto;
  const code = Language.KustoCode.ParseAndAnalyze(query, toGlobalState(Language, { tables }));
  const list = code?.GetDiagnostics();
  return Array.from({ length: list?.Count ?? 0 }, (_, index) => {
    const found = list?.getItem(index);
    return { severity: found?.Severity ?? '', code: found?.Code ?? '', message: found?.Message ?? '' };
  });
}
