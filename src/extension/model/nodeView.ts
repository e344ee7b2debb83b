/** Theme colours of an icon by what it says, not by how it looks. */
export type NodeTone = 'error' | 'warning' | 'muted' | 'good';

/** How a tree node looks, as data: the views turn it into a TreeItem. Every text is plain and safe to show. */
export interface NodeView {
  /** Stable and unique in its tree, so that expansion and selection survive a refresh. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** Codicon name. */
  readonly icon?: string;
  readonly tone?: NodeTone;
  readonly collapsible: 'none' | 'collapsed' | 'expanded';
  /** Context value that the menus of the contributions table test. */
  readonly context: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken?: string;
  /** At most two characters beside the label. */
  readonly badge?: { readonly text: string; readonly tone: NodeTone; readonly meaning: string };
}
