import type { Explainer } from './explainer.ts';
import type { HostLink } from './hostLink.ts';
import type { Selection } from './selection.ts';
import type { PageStore } from './store.ts';
import type { ExplainTip } from './parts/explainTip.ts';

/** What every part of the page works with. */
export interface PageContext {
  readonly store: PageStore;
  readonly selection: Selection;
  readonly host: HostLink;
  readonly explainer: Explainer;
  readonly tip: ExplainTip;
  /** Says something once to a screen reader, without moving the focus. */
  readonly announce: (text: string) => void;
}
