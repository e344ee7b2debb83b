import type { NodeTone } from '../model/index.ts';

/** Colours of the theme for each tone. */
export const toneColors: Readonly<Record<NodeTone, string>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
  muted: 'disabledForeground',
  good: 'charts.green',
};
