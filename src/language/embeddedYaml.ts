import { CST, Parser } from 'yaml';
import { lineEndOf, RegionBuilder, type Region } from './region.ts';
import { doubleQuoted, flowRegion, plain, singleQuoted } from './yamlScalars.ts';

/** Keys of Sentinel's YAML whose value is KQL: rules and hunting queries, and the parsers of ASIM. */
const queryKeys: ReadonlySet<string> = new Set(['query', 'FunctionQuery', 'ParserQuery']);

// Keys that only Sentinel's templates have; without any of them a `query` may be SQL or GraphQL.
const sentinelKeys = /^\s*(?:- )?(?:requiredDataConnectors|relevantTechniques|tactics|queryFrequency|queryPeriod|triggerOperator|entityMappings|eventGroupingSettings|FunctionQuery|ParserQuery|kind:\s*(?:Scheduled|NRT)\b)/m;

// A second line that begins with a pipe, or a pipe before an operator, is KQL and nothing else.
const looksLikeKql = /(?:^|\s)\|\s*(?:where|extend|project(?:-\w+)?|summarize|join|union|take|limit|sort|order|top|distinct|count|mv-expand|mv-apply|parse|render|lookup|evaluate|make-series|sample|serialize|invoke|search)\b/;

/** The KQL of a Sentinel rule, hunting query or parser; empty for YAML that is none. Never throws. */
export function yamlRegions(text: string): readonly Region[] {
  const ofSentinel = sentinelKeys.test(text);
  const regions: Region[] = [];
  for (const token of new Parser().parse(text)) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ key, value }) => {
      if (!value || !isQueryKey(key ?? undefined)) return;
      const region = regionOf(value, text);
      if (region && (ofSentinel || looksLikeKql.test(region.text))) regions.push(region);
    });
  }
  return regions;
}

function isQueryKey(key: CST.Token | undefined): boolean {
  return key !== undefined && 'source' in key && queryKeys.has(key.source.replace(/^(["'])(.*)\1$/, '$2'));
}

function regionOf(value: CST.Token, text: string): Region | undefined {
  switch (value.type) {
    case 'block-scalar':
      return blockRegion(value, text);
    case 'scalar':
      // Blanks behind it are no part of its value, yet the place where the next word is typed.
      return flowRegion(value.source + (/^[ \t]*/.exec(text.slice(value.offset + value.source.length))?.[0] ?? ''), value.offset, plain);
    case 'single-quoted-scalar':
      return flowRegion(value.source.slice(1, -1), value.offset + 1, singleQuoted);
    case 'double-quoted-scalar':
      return flowRegion(value.source.slice(1, -1), value.offset + 1, doubleQuoted);
    default:
      return undefined;
  }
}

function blockRegion(scalar: CST.BlockScalar, text: string): Region | undefined {
  const header = scalar.props.find((token) => token.type === 'block-scalar-header');
  const last = scalar.props.at(-1);
  if (!header || !last || !('source' in header) || !('source' in last)) return undefined;
  const bodyStart = last.offset + last.source.length;
  const body = text.slice(bodyStart, bodyStart + scalar.source.length);
  const lines = body.split(/(?<=\n)/);
  const indent = indentOf(lines, header.source, text, header.offset);
  const builder = new RegionBuilder();
  let offset = bodyStart;
  const folded = header.source.startsWith('>');
  lines.forEach((line, index) => {
    const cut = Math.min(indent, /^ */.exec(line)?.[0].length ?? 0);
    const content = line.slice(cut);
    if (folded && foldsAway(content, lines[index + 1]?.slice(indent))) {
      builder.add(content.replace(/\r?\n$/, ''), offset + cut);
      builder.addFolded(' ');
    } else {
      builder.add(content, offset + cut);
    }
    offset += line.length;
  });
  return builder.build('whole', { lineBreak: lineEndOf(text) + ' '.repeat(indent) });
}

/** In a folded block the end of a line becomes a blank, unless it or the next line is empty or indented further. */
function foldsAway(line: string, next: string | undefined): boolean {
  return next !== undefined && /^[^\s]/.test(line) && /^[^\s]/.test(next);
}

/** The header's own number is relative to the key's indentation; without one the first line that is not empty decides. */
function indentOf(lines: readonly string[], header: string, text: string, headerOffset: number): number {
  const explicit = /[1-9]/.exec(header)?.[0];
  if (explicit !== undefined) {
    const lineStart = text.lastIndexOf('\n', headerOffset - 1) + 1;
    return (/^ */.exec(text.slice(lineStart))?.[0].length ?? 0) + Number(explicit);
  }
  const first = lines.find((line) => line.trim() !== '');
  return /^ */.exec(first ?? '')?.[0].length ?? 0;
}
