/** A document around one query, which stands there with other indentation, quotes or line ends than on its own. */
export interface KqlPlace {
  readonly name: string;
  readonly languageId: string;
  /** Absent: an untitled document. */
  readonly uri?: (number: number) => string;
  /** Before the query, which begins a line of its own unless `line` is set. */
  readonly head: string;
  readonly tail: string;
  /** What stands before each line of the query. */
  readonly indent: string;
  /** The first line's, where it differs. */
  readonly firstIndent?: string;
  readonly eol?: '\n' | '\r\n';
  /** Line ends become blanks, so comments and blank lines have no place there. */
  readonly folded?: true;
  /** The query is one line, behind something else. */
  readonly line?: true;
  /** As quotes want the query written, and back. */
  readonly escape?: (text: string) => string;
  readonly unescape?: (text: string) => string;
  /** A rule, where blank lines do not separate queries. */
  readonly rule?: true;
}

const rule = 'id: 0f3b5c1e-0000-4000-8000-000000000001\nname: Marked\nkind: Scheduled\n';
const rest = 'queryFrequency: 1h\nqueryPeriod: 1h\ntriggerOperator: gt\ntriggerThreshold: 0\n';

/** Every kind of document in which KQL is edited. */
export const kqlPlaces: readonly KqlPlace[] = [
  { name: 'a .kql file', languageId: 'kusto', uri: (number) => `file:///rules/query%20${String(number)}.kql`, head: '', tail: '', indent: '' },
  { name: 'an untitled document', languageId: 'kusto', head: '', tail: '', indent: '' },
  { name: 'a .csl file with CRLF', languageId: 'kusto', uri: (number) => `file:///c%3A/rules/${String(number)}.csl`, head: '', tail: '\r\n', indent: '', eol: '\r\n' },
  { name: 'a document of language kql', languageId: 'kql', head: '', tail: '\n', indent: '' },
  { name: 'a notebook cell', languageId: 'kusto', uri: (number) => `vscode-notebook-cell:/hunts/hunt.ipynb#W${String(number)}sZmlsZQ%3D%3D`, head: '', tail: '', indent: '' },
  { name: 'the second query of a file', languageId: 'kusto', head: 'AuditLogs\n| where TimeGenerated > ago(1h)\n\n// another one\n\n', tail: '\n\nAuditLogs\n| where TimeGenerated > ago(1h)\n', indent: '' },
  { name: 'query: |', languageId: 'yaml', head: `${rule}query: |\n`, tail: `\n${rest}`, indent: '  ', rule: true },
  { name: 'query: | with CRLF', languageId: 'yaml', head: `${rule}query: |\n`.replaceAll('\n', '\r\n'), tail: `\n${rest}`.replaceAll('\n', '\r\n'), indent: '  ', eol: '\r\n', rule: true },
  { name: 'query: |- far indented, with a YAML comment', languageId: 'yaml', head: `${rule}query: |-   # what it looks for\n`, tail: `\n${rest}`, indent: '        ', rule: true },
  { name: 'query: |2 with its indentation said', languageId: 'yaml', head: `${rule}query: |2\n`, tail: `\n# after it\n${rest}`, indent: '  ', rule: true },
  { name: 'a query in a list, at the end of the file', languageId: 'yaml', head: `rules:\n  - kind: Scheduled\n    query: |\n`, tail: '', indent: '      ', rule: true },
  { name: 'query: > (folded)', languageId: 'yaml', head: `${rule}query: >\n`, tail: `\n${rest}`, indent: '    ', folded: true, rule: true },
  { name: 'query: >- (folded, stripped)', languageId: 'yaml', head: `# Copyright\n${rule}query: >-\n`, tail: `\n${rest}`, indent: '  ', folded: true, rule: true },
  { name: 'a query of one line', languageId: 'yaml', head: `${rule}query: `, tail: `\n${rest}`, indent: '', line: true, rule: true },
  { name: 'a quoted query of one line', languageId: 'yaml', head: `${rule}"query": '`, tail: `'\n${rest}`, indent: '', line: true, rule: true, escape: (text) => text.replaceAll("'", "''"), unescape: (text) => text.replaceAll("''", "'") },
  { name: 'a double-quoted query of several lines', languageId: 'yaml', head: `${rule}query: "`, tail: `"\n${rest}`, indent: '  ', firstIndent: '', folded: true, rule: true, escape: (text) => text.replace(/["\\]/g, '\\$&'), unescape: (text) => text.replace(/\\(.)/g, '$1') },
  { name: 'a plain query of several lines', languageId: 'yaml', head: `${rule}query: `, tail: `\n${rest}`, indent: '    ', firstIndent: '', folded: true, rule: true },
  { name: 'a ```kql fence', languageId: 'markdown', head: '# Hunting\n\nAs follows.\n\n```kql\n', tail: '\n```\n\nEnd.\n', indent: '' },
  { name: 'a ~~~kusto fence', languageId: 'markdown', head: '~~~kusto\n', tail: '\n~~~\n', indent: '' },
  { name: 'a fence in a list', languageId: 'markdown', head: '1. One\n\n   ```kusto title="a"\n', tail: '\n   ```\n', indent: '   ' },
  { name: 'a fence in a quotation', languageId: 'markdown', head: '> Text\n> ```kql\n', tail: '\n> ```\n', indent: '> ' },
  { name: 'a fence that is not closed', languageId: 'markdown', head: '```kql\n', tail: '', indent: '' },
];

/** Whether a query can stand there as it is. */
export function fits(query: string, { folded, line, rule: inRule, head }: KqlPlace): boolean {
  if (line && query.includes('\n')) return false;
  if (head.endsWith(': ') && /: | #|^[`@%&*!|>{[]/.test(query)) return false;
  if (folded && /\/\/|\n\s*\n|\n\s/.test(query)) return false;
  return !(inRule === true && /\n\s*\n/.test(query));
}

/** The document, and where a character of the query stands in it. */
export function placed(query: string, { head, tail, indent, firstIndent = indent, eol = '\n', escape = same, unescape = same }: KqlPlace): { readonly text: string; readonly at: (offset: number) => number; readonly read: (text: string) => string } {
  const indented = (line: string, index: number) => (line === '' ? line : (index === 0 ? firstIndent : indent) + escape(line));
  const lines = query.split('\n').map(indented);
  return {
    text: head + lines.join(eol) + tail,
    at: (offset) => {
      const before = query.slice(0, offset).split('\n');
      const row = before.length - 1;
      const onLine = lines[row] === '' ? '' : (row === 0 ? firstIndent : indent) + escape(before[row] ?? '');
      return head.length + [...lines.slice(0, row), onLine].join(eol).length;
    },
    read: (changed) => {
      if (!changed.startsWith(head) || !changed.endsWith(tail)) throw new Error(`The text around the query was changed:\n${changed}`);
      return changed.slice(head.length, changed.length - tail.length).split(eol).map((line, index) => unescape(withoutIndent(line, index === 0 ? firstIndent : indent))).join('\n');
    },
  };
}

function same(text: string): string {
  return text;
}

/** A line of the query that lost its indentation would no longer be in the block. */
function withoutIndent(line: string, indent: string): string {
  if (line !== '' && line !== indent.trimEnd() && !line.startsWith(indent)) throw new Error(`This line is not in the block any more: ${line}`);
  return line.slice(indent.length);
}

/** Where the cursor is in a marked query, and which pieces are between guillemets. */
export function readMarks(marked: string): { readonly query: string; readonly cursor: number; readonly spans: readonly { readonly start: number; readonly length: number }[] } {
  let query = '';
  let cursor = -1;
  let start = -1;
  const spans: { start: number; length: number }[] = [];
  for (const piece of marked.split(/(\|>|«|»)/)) {
    if (piece === '|>') cursor = query.length;
    else if (piece === '«') start = query.length;
    else if (piece === '»') spans.push({ start, length: query.length - start });
    else query += piece;
  }
  return { query, cursor, spans };
}
