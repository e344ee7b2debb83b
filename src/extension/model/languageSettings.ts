import type { LanguageSettings, LintSeverities } from '../../protocol/index.ts';

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** The settings that the language server takes; lint severities of an unknown kind are left out. */
export function languageSettings(lints: Readonly<Record<string, unknown>>, codeLens: boolean, inlayHints = false, shared = false): LanguageSettings {
  return { codeLens, inlayHints, shared, lints: Object.fromEntries(Object.entries(lints).filter(([, severity]) => severities.has(severity))) as LintSeverities };
}
