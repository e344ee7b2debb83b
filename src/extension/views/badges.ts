import * as vscode from 'vscode';
import type { NodeView } from '../model/index.ts';
import { toneColors } from './toneColors.ts';

const scheme = 'identity-trail-badge';
type Badge = NonNullable<NodeView['badge']>;

/** A URI that carries a node's badge to the decoration provider; it stands for no file. */
export function badgeUri(nodeId: string, badge: Badge): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${nodeId}`, query: JSON.stringify(badge) });
}

/** Draws the badges that `badgeUri` describes; VS Code asks only for rows in sight. */
export const badgeProvider: vscode.FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== scheme) return undefined;
    const { text, tone, meaning } = JSON.parse(uri.query) as Badge;
    return new vscode.FileDecoration(text, meaning, new vscode.ThemeColor(toneColors[tone]));
  },
};
