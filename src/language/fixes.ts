import type { Span } from '../base/index.ts';
import { diagnose, type LintSettings } from './diagnose.ts';
import { diagnoseRules } from './diagnoseRules.ts';
import type { KqlDocument } from './document.ts';
import type { Finding, Fix } from './finding.ts';
import { placeAt } from './place.ts';

export interface OfferedFix extends Fix {
  readonly finding: Finding;
}

/** The ways to mend what is wrong in a part of the document, and to have a lint be silent about it. */
export function fixesIn(document: KqlDocument, { start, length }: Span, settings: LintSettings = {}): readonly OfferedFix[] {
  const findings = [...diagnose(document, settings), ...diagnoseRules(document, settings)].filter(({ span }) => span.start <= start + length && start <= span.start + span.length);
  return [
    ...findings.flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ ...fix, finding }))),
    ...findings.flatMap((finding) => {
      const offered = [unfolder(document, finding), silencer(document, finding)];
      return offered.flatMap((fix) => (fix ? [{ ...fix, finding }] : []));
    }),
  ];
}

/** A block that keeps its line ends instead of one that folds them: `query: |` for `query: >`. */
function unfolder(document: KqlDocument, { code, span }: Finding): Fix | undefined {
  const region = code === 'IT020' ? placeAt(document, span.start)?.region.region : undefined;
  const header = region && />[-+\d]*[^\S\n]*(?:#[^\n]*)?\r?\n\s*$/.exec(document.text.slice(0, region.toDocument(0)));
  return header ? { title: 'Keep the line ends: query: |', preferred: true, changes: [{ span: { start: header.index, length: 1 }, text: '|' }] } : undefined;
}

/** A comment on a line of its own above: only for what is ours to judge, and only where a line can stand. */
function silencer(document: KqlDocument, { code, span }: Finding): Fix | undefined {
  const place = /^(?:IT|KQL)\d/.test(code) ? placeAt(document, span.start) : undefined;
  if (!place || place.region.region.folded || !place.region.region.takesLines) return undefined;
  const { region } = place.region;
  const lineStart = region.text.lastIndexOf('\n', place.offset - 1) + 1;
  const indent = /^[^\S\n]*/.exec(region.text.slice(lineStart))?.[0] ?? '';
  const change = { span: { start: lineStart + indent.length, length: 0 }, text: `// identity-trail-disable-next-line ${code}\n${indent}` };
  return { title: `Switch ${code} off for this line`, changes: [region.toDocumentChange(change)] };
}
