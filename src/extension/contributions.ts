import { commands } from './contributions/commands.ts';
import { grammars, kustoLanguage, snippets } from './contributions/languages.ts';
import { keybindings, menus } from './contributions/menus.ts';
import { settings } from './contributions/settings.ts';
import { viewContainer, views, viewsWelcome } from './contributions/views.ts';
import { walkthrough } from './contributions/walkthrough.ts';

/** Category of every command, and title of the settings page. */
export const productName = 'Identity Trail';

/** View type of the results page, for restoring it after a reload. */
export const resultsViewType = 'identityTrail.results';

/** When VS Code starts the extension besides what it derives from commands, views and languages. */
export const activationEvents = [
  `onWebviewPanel:${resultsViewType}`,
  'onLanguage:kql',
  'onLanguage:csl',
  'onLanguage:yaml',
  'onLanguage:markdown',
  'workspaceContains:**/*.{kql,csl,kusto}',
  'workspaceContains:**/*.test.{yaml,yml}',
] as const;

/** Everything the extension contributes: the one table from which the manifest is written and the code is typed. */
export const contributions = { commands, menus, keybindings, settings, viewContainer, views, viewsWelcome, walkthrough, kustoLanguage, grammars, snippets } as const;

export type { CommandContribution, CommandId } from './contributions/commands.ts';
export type { MenuItem } from './contributions/menus.ts';
export type { SettingContribution, SettingKey } from './contributions/settings.ts';
export type { ViewId } from './contributions/views.ts';
