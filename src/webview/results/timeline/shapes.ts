import type { MarkShape } from '../../model/timelineMarks.ts';
import { svgElement } from '../dom.ts';

// Outlines around 0,0, about 12 pixels wide. Shapes differ, so that nothing is told by colour alone.
const outlines: Readonly<Record<MarkShape, string>> = {
  signIn: 'M0,-5 A5,5 0 1 1 0,5 A5,5 0 1 1 0,-5 Z',
  unexplained: 'M0,-7 L7,0 L0,7 L-7,0 Z',
  failed: 'M-4.5,-4.5 L4.5,4.5 M4.5,-4.5 L-4.5,4.5',
  followed: 'M-4,-4 H4 V4 H-4 Z',
  event: 'M0,-5 L5,4 H-5 Z',
};

/** The sign of a kind of event, centred on its group's origin. */
export function drawShape(shape: MarkShape): SVGElement {
  return svgElement('path', { class: `shape shape-${shape}`, d: outlines[shape] });
}
