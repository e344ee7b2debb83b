import { lineEndOf, RegionBuilder, type Region } from './region.ts';

const opening = /^(?<indent>[ \t]*(?:>[ \t]?)*)(?<fence>`{3,}|~{3,})[ \t]*(?<language>[\w-]*)/;
const languages: ReadonlySet<string> = new Set(['kql', 'kusto', 'csl']);

/** The KQL of ```` ```kql ````, ```` ```kusto ```` and ```` ```csl ```` fences, also in lists and quotes. A fence without its end reaches to the end. */
export function markdownRegions(text: string): readonly Region[] {
  const regions: Region[] = [];
  let open: { readonly fence: string; readonly indent: string; readonly builder: RegionBuilder | undefined } | undefined;
  const lineEnd = lineEndOf(text);
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    if (!open) {
      const found = opening.exec(line)?.groups;
      if (found) {
        const { fence = '', indent = '', language = '' } = found;
        open = { fence, indent, builder: languages.has(language.toLowerCase()) ? new RegionBuilder() : undefined };
      }
    } else if (closes(line, open.fence)) {
      if (open.builder) regions.push(open.builder.build('statements', { lineBreak: lineEnd + open.indent }));
      open = undefined;
    } else {
      const cut = commonPrefix(line, open.indent);
      open.builder?.add(line.slice(cut), offset + cut);
    }
    offset += line.length;
  }
  if (open?.builder) regions.push(open.builder.build('statements', { lineBreak: lineEnd + open.indent }));
  return regions;
}

function closes(line: string, fence: string): boolean {
  const bare = line.replace(/^[ \t]*(?:>[ \t]?)*/, '').trimEnd();
  return bare.length >= fence.length && bare === fence.charAt(0).repeat(bare.length);
}

/** How much of the fence's own indentation a line inside it repeats. */
function commonPrefix(line: string, indent: string): number {
  let length = 0;
  while (length < indent.length && line[length] === indent[length]) length += 1;
  return length;
}
