import { lineColumnAt, visibleText, type Problem, type Severity } from '../base/index.ts';
import { helpAddress, lints } from '../language/index.ts';

/** A problem in a checked file; line and column are 1-based, the end is exclusive. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export const findingFormats = ['text', 'json', 'sarif'] as const;
export type FindingFormat = (typeof findingFormats)[number];

export function toFinding(path: string, text: string, { code, message, severity, span }: Problem): Finding {
  const start = lineColumnAt(text, span?.start ?? 0);
  const end = span ? lineColumnAt(text, span.start + span.length) : start;
  return { path, ...start, endLine: end.line, endColumn: end.column, code, severity, message };
}

/** What the report says of its maker. */
export interface Tool {
  readonly version: string;
  /** Address of the folder that holds the documentation of codes, with a slash at its end. */
  readonly pages?: string;
}

/** Findings as `path:line:column severity code message` lines, as JSON, or as SARIF 2.1.0; ends in a line feed unless empty. */
export function formatFindings(findings: readonly Finding[], format: FindingFormat, tool: Tool): string {
  switch (format) {
    case 'text':
      return findings.map(({ path, line, column, severity, code, message }) => `${path}:${String(line)}:${String(column)} ${severity} ${code} ${visibleText(message)}\n`).join('');
    case 'json':
      return `${JSON.stringify(findings, undefined, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(toSarif(findings, tool), undefined, 2)}\n`;
  }
}

const sarifLevels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

function toSarif(findings: readonly Finding[], { version, pages }: Tool): object {
  const codes = [...new Set(findings.map((finding) => finding.code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Identity Trail', version, rules: codes.map((code) => ruleOf(code, pages)) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: sarifLevels[finding.severity],
          message: { text: finding.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: finding.path.split('\\').join('/').split('/').map(encodeURIComponent).join('/') },
                region: { startLine: finding.line, startColumn: finding.column, endLine: finding.endLine, endColumn: finding.endColumn },
              },
            },
          ],
        })),
      },
    ],
  };
}

/** What a viewer shows beside a result. */
function ruleOf(id: string, pages: string | undefined): object {
  const lint = lints.find(({ code }) => code === id);
  const helpUri = pages === undefined ? undefined : helpAddress(id, pages);
  return {
    id,
    ...(lint && {
      name: lint.title,
      shortDescription: { text: `${lint.title}.` },
      fullDescription: { text: lint.explanation },
      help: { text: lint.explanation },
      defaultConfiguration: { level: sarifLevels[lint.severity] },
    }),
    ...(helpUri !== undefined && { helpUri }),
  };
}
