import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { svgElement } from '../dom.ts';

// Six colours of the theme; neighbours differ by the sign of their points too, and every further six by dashes and hatching.
const colours = 6;
const signs = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const hatches = ['', 'M0,6 L6,0', 'M0,3 H6', 'M3,0 V6 M0,3 H6'];

function styleOf(series: number): number {
  return Math.floor(series / colours) % signs.length;
}

/** The sign of a series' points, around 0,0; no two of 24 series have both colour and sign in common. */
export function seriesPoint(series: number): string {
  return symbol(signs[(series + Math.floor(series / 12)) % signs.length] ?? symbolCircle, 44)() ?? '';
}

/** The hatchings that bars and slices of later series are filled with. */
export function seriesPatterns(): SVGElement {
  const patterns = Array.from({ length: colours * (signs.length - 1) }, (_, index) => {
    const series = index + colours;
    return svgElement('pattern', { id: `hatch-${series}`, class: `series-${series}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, svgElement('rect', { class: 'hatch-ground', width: 6, height: 6 }), svgElement('path', { class: 'hatch-line', d: hatches[styleOf(series)] ?? '' }));
  });
  return svgElement('defs', {}, ...patterns);
}

/** The sign of a series in the legend, as it is drawn. */
export function seriesSwatch(series: number, form: 'line' | 'area'): SVGElement {
  const parts = form === 'line' ? [svgElement('path', { class: `chart-line series-${series}`, d: 'M1,8 H25' }), svgElement('path', { class: `chart-dot series-${series}`, d: seriesPoint(series), transform: 'translate(13,8)' })] : [svgElement('path', { class: `chart-bar series-${series}`, d: 'M7,2 H19 V14 H7 Z' })];
  return svgElement('svg', { width: 26, height: 16, 'aria-hidden': 'true' }, ...parts);
}
