import type { Problem, TableSchema } from '../base/index.ts';
import { createKqlLanguage, createTranslator } from '../kql/index.ts';
import { diagnose, type LintSettings } from './diagnose.ts';
import { diagnoseRules } from './diagnoseRules.ts';
import { openDocument, type LanguageKind, type LanguageWorld } from './document.ts';
import { mergeTables } from './mergeTables.ts';

const kinds: Readonly<Record<string, LanguageKind>> = { kql: 'kusto', csl: 'kusto', kusto: 'kusto', yaml: 'yaml', yml: 'yaml', md: 'markdown', markdown: 'markdown' };

/** By the end of a file's name; undefined for files that can hold no KQL. */
export function languageOfFile(path: string): LanguageKind | undefined {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
}

/** A world of the bundled tables, and a source's own where given: they win. */
export function createWorld(sourceTables: readonly TableSchema[] = []): LanguageWorld {
  return { kql: createKqlLanguage(), schema: { tables: mergeTables(sourceTables) }, translator: createTranslator() };
}

/**
 * Everything wrong with the KQL of a text and with the rules around it: Kusto's own errors, our lints, what the local
 * engine would refuse, and what Sentinel would.
 * Spans are offsets in the text. Pass one world for many texts: it keeps Microsoft's library warm.
 */
export function checkText(text: string, kind: LanguageKind, world: LanguageWorld = createWorld(), settings: LintSettings = {}): readonly Problem[] {
  const document = openDocument(text, kind, world);
  return [...diagnoseRules(document, settings), ...diagnose(document, settings)]
    .map(({ code, message, severity, span }) => ({ code, message, severity, span }))
    .sort((a, b) => a.span.start - b.span.start);
}
