import type { Column } from '../../../base/index.ts';
import { visibleTextUpTo } from '../../../base/index.ts';
import { badgeOf } from '../../model/badge.ts';
import { formatCell, shownCharacters, type TimeZoneChoice } from '../../model/formatCell.ts';
import { formatCount } from '../../model/status.ts';
import { element } from '../dom.ts';
import { isGroupItem, type GridItem } from './gridItems.ts';

/** What a cell shows: plain text, or a badge with the same text. Never markup. */
export function drawCell(item: GridItem, index: number, column: Column, zone: TimeZoneChoice): string | HTMLElement {
  if (isGroupItem(item)) return '';
  const value = item[index] ?? null;
  const text = formatCell(value, column.type, zone);
  const badge = badgeOf(column, value);
  return badge ? element('span', { class: `badge badge-${badge}` }, text) : text;
}

/** The heading of a group: fold sign, column, value and count. */
export function drawGroup(item: GridItem, columns: readonly Column[], zone: TimeZoneChoice): HTMLElement {
  if (!isGroupItem(item)) return element('span');
  const column = columns[item.column];
  const text = column ? formatCell(item.value, column.type, zone) : '';
  const heading = element(
    'span',
    { class: `group-heading group-level-${Math.min(item.level, 4)}` },
    element('span', { class: `codicon codicon-chevron-${item.folded ? 'right' : 'down'}`, 'aria-hidden': 'true' }),
    element('span', { class: 'group-column' }, `${visibleTextUpTo(column?.name ?? '', 80)}: `),
    element('span', { class: 'group-value' }, text === '' ? '(empty)' : visibleTextUpTo(text, shownCharacters)),
    element('span', { class: 'group-count' }, formatCount(item.rows)),
  );
  heading.setAttribute('aria-expanded', String(!item.folded));
  return heading;
}
