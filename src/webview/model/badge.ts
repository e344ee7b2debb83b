import { cellText, type CellValue, type Column } from '../../base/index.ts';

export type BadgeKind = 'token' | 'identity-ip' | 'identity' | 'time' | 'none' | 'failure';

const evidenceKinds: Readonly<Record<string, BadgeKind>> = { token: 'token', 'identity+ip': 'identity-ip', identity: 'identity', time: 'time', none: 'none' };
const successes: ReadonlySet<string> = new Set(['', '0', 'success', 'succeeded', 'ok']);

/** How a match was made, strongest first. */
export const evidenceOrder = ['token', 'identity-ip', 'identity', 'time'] as const satisfies readonly BadgeKind[];
export type MatchEvidence = (typeof evidenceOrder)[number];

/** The words of `Evidence` in the results, as the scenarios write them. */
export function evidenceWords(evidence: MatchEvidence): string {
  return evidence === 'identity-ip' ? 'identity+ip' : evidence;
}

/** The badge of a cell: how a match was made, or that a sign-in or an operation failed. Undefined for all others. */
export function badgeOf(column: Column, value: CellValue): BadgeKind | undefined {
  const text = cellText(value);
  if (column.name === 'Evidence') return Object.hasOwn(evidenceKinds, text) ? evidenceKinds[text] : undefined;
  if (/ResultType$/.test(column.name)) return successes.has(text.toLowerCase()) ? undefined : 'failure';
  return undefined;
}

/** What a badge means, for hover, legend and screen readers. */
export const badgeMeaning: Readonly<Record<BadgeKind, string>> = {
  token: 'Exact link: the activity carries the identifier of this sign-in\'s token.',
  'identity-ip': 'Matched by identity and IP address.',
  identity: 'Matched by identity only; the addresses differ or are unknown.',
  time: 'Matched by time only: the record names no identity.',
  none: 'Nothing followed this sign-in within the window: unexplained.',
  failure: 'Not a success.',
};
