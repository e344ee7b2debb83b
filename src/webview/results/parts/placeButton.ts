import { icon, iconButton, setAttributes } from '../dom.ts';

export type SidePlacement = 'beside' | 'below';

/** Moves the side panes beside or below the rows. */
export class PlaceButton {
  readonly root: HTMLButtonElement;
  #placement: SidePlacement | undefined;

  constructor(place: (placement: SidePlacement) => void) {
    this.root = iconButton({ icon: 'layout-panel', label: 'Place beside the rows' }, () => place(this.#placement === 'beside' ? 'below' : 'beside'));
  }

  /** Where the panes stand now; undefined where there is no choice. */
  show(placement: SidePlacement | undefined): void {
    if (placement === this.#placement) return;
    this.#placement = placement;
    const label = placement === 'beside' ? 'Place below the rows' : 'Place beside the rows';
    this.root.hidden = placement === undefined;
    this.root.replaceChildren(icon(placement === 'beside' ? 'layout-panel' : 'layout-sidebar-right'));
    setAttributes(this.root, { title: label, 'aria-label': label });
  }
}
