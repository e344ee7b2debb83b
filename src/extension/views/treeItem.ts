import * as vscode from 'vscode';
import type { NodeView } from '../model/index.ts';
import { badgeUri } from './badges.ts';
import { toneColors } from './toneColors.ts';

const collapsibleStates: Readonly<Record<NodeView['collapsible'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

/** The tree item of a node. Every text is a plain string, which VS Code shows as it stands. */
export function treeItem(view: NodeView, scope = ''): vscode.TreeItem {
  const item = new vscode.TreeItem(view.label, collapsibleStates[view.collapsible]);
  item.id = `${scope}${view.id}`;
  item.contextValue = view.context;
  item.tooltip = view.tooltip ?? view.label;
  if (view.description !== undefined) item.description = view.description;
  if (view.icon !== undefined) item.iconPath = new vscode.ThemeIcon(view.icon, view.tone && new vscode.ThemeColor(toneColors[view.tone]));
  if (view.spoken !== undefined) item.accessibilityInformation = { label: view.spoken, role: 'treeitem' };
  if (view.badge) item.resourceUri = badgeUri(view.id, view.badge);
  return item;
}
