import { visibleTextUpTo } from '../../../base/index.ts';
import { element, setAttributes } from '../dom.ts';
import type { Explainer, Explanation } from '../explainer.ts';

/** What a tooltip is about. `text` is shown when the cell is too narrow for it, whether or not it is explained. */
export interface TipSubject {
  readonly anchor: HTMLElement;
  readonly column: string;
  readonly value?: string;
  readonly text?: string;
}

const hoverDelay = 450;
const focusDelay = 700;
const longestText = 1200;

/**
 * One tooltip for the page: plain text, shown on hover and on keyboard focus, gone with Escape. While it is shown the
 * element it is about is described by it.
 */
export class ExplainTip {
  readonly #explainer: Explainer;
  readonly #box = element('div', { class: 'tip', role: 'tooltip', id: 'explain-tip', hidden: true });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #subject: TipSubject | undefined;
  #restore: (() => void) | undefined;

  constructor(explainer: Explainer, page: HTMLElement) {
    this.#explainer = explainer;
    page.append(this.#box);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.hide();
    }, true);
    window.addEventListener('blur', () => this.hide());
    document.addEventListener('wheel', () => this.hide(), { passive: true });
  }

  hover(subject: TipSubject): void {
    this.#later(subject, hoverDelay);
  }

  focus(subject: TipSubject): void {
    this.#later(subject, focusDelay);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#box.hidden = true;
    this.#describe(undefined);
  }

  #later(subject: TipSubject, delay: number): void {
    this.hide();
    this.#subject = subject;
    this.#timer = setTimeout(() => void this.#show(subject), delay);
  }

  async #show(subject: TipSubject): Promise<void> {
    const explanation = await this.#explainer.explain(subject.column, subject.value);
    if (this.#subject !== subject || !subject.anchor.isConnected) return;
    const lines = tipLines(subject, explanation);
    if (lines.length === 0) return;
    this.#box.replaceChildren(...lines);
    this.#box.hidden = false;
    this.#describe(subject.anchor);
    this.#place(subject.anchor);
  }

  /** Adds the tooltip to what describes an element, and takes it away from the last one. */
  #describe(anchor: HTMLElement | undefined): void {
    this.#restore?.();
    this.#restore = undefined;
    if (!anchor) return;
    const before = anchor.getAttribute('aria-describedby');
    setAttributes(anchor, { 'aria-describedby': before ? `${before} ${this.#box.id}` : this.#box.id });
    this.#restore = () => setAttributes(anchor, { 'aria-describedby': before ?? undefined });
  }

  #place(anchor: HTMLElement): void {
    const box = anchor.getBoundingClientRect();
    const { width, height } = this.#box.getBoundingClientRect();
    const below = box.bottom + 4;
    const top = below + height <= window.innerHeight - 4 ? below : Math.max(4, box.top - height - 4);
    this.#box.style.setProperty('left', `${Math.max(4, Math.min(box.left, window.innerWidth - width - 4))}px`);
    this.#box.style.setProperty('top', `${top}px`);
  }
}

function tipLines(subject: TipSubject, explanation: Explanation | undefined): readonly HTMLElement[] {
  const text = subject.text === undefined ? [] : [element('p', { class: 'tip-text' }, visibleTextUpTo(subject.text, longestText))];
  if (!explanation) return text;
  return [...text, element('strong', {}, visibleTextUpTo(explanation.title, 200)), ...explanation.paragraphs.map((paragraph) => element('p', {}, visibleTextUpTo(paragraph, longestText)))];
}
