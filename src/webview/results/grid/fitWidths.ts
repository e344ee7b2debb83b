import { visibleTextUpTo, type Column, type Row } from '../../../base/index.ts';
import { badgeOf } from '../../model/badge.ts';
import { maximumFitWidth } from '../../model/columnLayout.ts';
import { formatCell, type TimeZoneChoice } from '../../model/formatCell.ts';

const headerRoom = 46;
const cellRoom = 20;
/** A badge's sign, border and padding besides. */
const badgeRoom = 48;
const narrowest = 72;
const sampledRows = 150;
const scatter = 7919;

/** Measures texts in the fonts the page uses. */
export class WidthFitter {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #font: string;

  constructor(page: HTMLElement) {
    const style = getComputedStyle(page);
    // The grid's texts are one pixel smaller than the page's (grid.css).
    this.#font = `${Number.parseFloat(style.fontSize) - 1}px ${style.fontFamily}`;
  }

  /** The width in which a column's name and its values in the given rows can be read, within bounds. */
  fit(column: Column, index: number, rows: readonly Row[], zone: TimeZoneChoice, widest = maximumFitWidth): number {
    let width = this.#measure(visibleTextUpTo(column.name, 120), '600') + headerRoom;
    for (let sample = 0; sample < Math.min(sampledRows, rows.length); sample += 1) {
      // Scattered: a plain step would see only one kind of row where kinds alternate.
      const at = rows.length <= sampledRows ? sample : (sample * scatter) % rows.length;
      const value = rows[at]?.[index] ?? null;
      const text = formatCell(value, column.type, zone);
      width = Math.max(width, this.#measure(text.slice(0, 120), '400') + (badgeOf(column, value) ? badgeRoom : cellRoom));
    }
    return Math.ceil(Math.min(widest, Math.max(narrowest, width)));
  }

  #measure(text: string, weight: '400' | '600'): number {
    if (!this.#context) return text.length * 8;
    this.#context.font = `${weight} ${this.#font}`;
    return this.#context.measureText(text).width;
  }
}
