import { visibleText } from '../base/index.ts';
import type { Explanation } from '../reference/index.ts';

// Everything that Markdown, or VS Code's reading of it (links, icons `$(…)`, HTML), gives a meaning to.
const special = /[\\`*_{}[\]()<>#+\-.!|~&$:/@]/g;

/** Text as Markdown that shows exactly this text, on one line. For anything that comes from logs or a user. */
export function plain(text: string): string {
  return visibleText(text).replace(special, '\\$&');
}

/** Text as inline code, backticks included. */
export function inlineCode(text: string): string {
  const shown = visibleText(text);
  const longestRun = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = longestRun > 0 || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Code in a fence of the language, as for a declaration. */
export function codeBlock(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).map(visibleText).join('\n');
  const longestRun = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}kusto\n${lines}\n${fence}`;
}

/** An explanation as Markdown: its title in bold, its paragraphs, and its lists as lists. */
export function explanationMarkdown({ title, paragraphs }: Explanation): string {
  return [`**${plain(title)}**`, ...paragraphs.map(paragraphMarkdown)].join('\n\n');
}

/** Lines that begin with `- ` become list items; the line before them needs an empty line to end its paragraph. */
function paragraphMarkdown(paragraph: string): string {
  const [head = '', ...rest] = paragraph.split('\n');
  const first = head.startsWith('- ') ? `- ${plain(head.slice(2))}` : plain(head);
  if (rest.length === 0) return first;
  return `${first}\n\n${rest.map((line) => (line.startsWith('- ') ? `- ${plain(line.slice(2))}` : plain(line))).join('\n')}`;
}

/** Parts with an empty line between them, empty ones left out. */
export function joinMarkdown(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
