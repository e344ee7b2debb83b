import { lints } from './lints/lints.ts';

/** A page of this project that explains a code, and the heading to look under, as Markdown viewers name it. */
export interface HelpPage {
  /** Relative to the root of the project, and of the package. */
  readonly page: 'docs/lints.md' | 'KQL.md';
  readonly anchor?: string;
}

const tooLarge = 'IT000';
const explained: ReadonlySet<string> = new Set([tooLarge, ...lints.map(({ code }) => code)]);

/** Where a code of a finding is explained; undefined for Kusto's own, of which Microsoft keeps no page. */
export function helpOf(code: string): HelpPage | undefined {
  if (explained.has(code)) return { page: 'docs/lints.md', anchor: code.toLowerCase() };
  return code.startsWith('KQL') ? { page: 'KQL.md' } : undefined;
}

/** The same as an address below that of the project's root, which ends in a slash. */
export function helpAddress(code: string, root: string): string | undefined {
  const help = helpOf(code);
  return help && `${root}${help.page}${help.anchor === undefined ? '' : `#${help.anchor}`}`;
}
