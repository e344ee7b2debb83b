import { badgeMeaning, evidenceWords, type MatchEvidence } from '../../model/badge.ts';
import { shapeName, type MarkShape } from '../../model/timelineMarks.ts';
import { element, svgElement } from '../dom.ts';
import { drawShape } from './shapes.ts';

/** The signs that occur, with their words. */
export function makeLegend(shapes: readonly MarkShape[]): HTMLElement {
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    ...shapes.map((shape) =>
      element('li', { title: shape === 'unexplained' ? 'Nothing followed within the window' : shapeName(shape) }, svgElement('svg', { width: 16, height: 16, viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, drawShape(shape)), shapeName(shape)),
    ),
  );
}

/** The lines that occur: a match is told by dashes, never by colour alone. */
export function makeEvidenceLegend(evidence: readonly MatchEvidence[]): HTMLElement {
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'How the match was made' },
    ...evidence.map((one) =>
      element('li', { title: badgeMeaning[one] }, svgElement('svg', { width: 26, height: 16, 'aria-hidden': 'true' }, svgElement('path', { class: `timeline-link evidence-${one}`, d: 'M1,8 H25' })), evidenceWords(one)),
    ),
  );
}
