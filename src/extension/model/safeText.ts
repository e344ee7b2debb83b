import { visibleText, visibleTextUpTo } from '../../base/index.ts';

/** Longest text from a log in a tree label; the whole value can always be copied. */
export const labelLength = 120;

/** Text from a log for a label: one line, every character visible, capped. */
export function labelText(text: string): string {
  return visibleTextUpTo(text, labelLength);
}

/** Text from a log for a tooltip, which is plain text: longer than a label, still bounded. */
export function tooltipText(text: string): string {
  return visibleTextUpTo(text, 500);
}

/** Text for a place that draws `$(name)` as an icon (quick picks, the status bar): shows the characters instead. */
export function withoutIcons(text: string): string {
  return text.replace(/(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g, (match, escaped: string | undefined) => (escaped ? match : `\\${match}`));
}

/** Text for a notification, which turns `[text](target)` into a link: parts the two brackets. */
export function withoutLinks(text: string): string {
  return visibleText(text).replaceAll('](', '] (');
}
