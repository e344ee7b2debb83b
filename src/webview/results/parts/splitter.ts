import { element } from '../dom.ts';

/** What a splitter moves: the size of the side pane as a share of the whole, 0 to 1. */
export interface SplitterTarget {
  readonly label: string;
  /** `vertical`: a bar between left and right. */
  readonly orientation: () => 'vertical' | 'horizontal';
  readonly container: HTMLElement;
  readonly get: () => number;
  readonly set: (share: number) => void;
}

const step = 0.03;
const least = 0.15;
const most = 0.75;

/** A bar to drag, or to move with the arrow keys. */
export function makeSplitter(target: SplitterTarget): HTMLElement {
  const bar = element('div', { class: 'splitter', role: 'separator', tabindex: 0, 'aria-label': target.label });
  const move = (share: number): void => {
    const kept = Math.min(most, Math.max(least, share));
    target.set(kept);
    bar.setAttribute('aria-valuenow', String(Math.round((1 - kept) * 100)));
  };
  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    bar.classList.add('dragging');
  });
  bar.addEventListener('pointermove', (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const box = target.container.getBoundingClientRect();
    move(target.orientation() === 'vertical' ? (box.right - event.clientX) / box.width : (box.bottom - event.clientY) / box.height);
  });
  bar.addEventListener('pointerup', () => bar.classList.remove('dragging'));
  bar.addEventListener('keydown', (event) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: step, ArrowUp: step, ArrowRight: -step, ArrowDown: -step };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(target.get() + by);
  });
  bar.setAttribute('aria-valuenow', String(Math.round((1 - target.get()) * 100)));
  return bar;
}
