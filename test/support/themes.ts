/** The theme colours the results page uses, as VS Code's built-in themes set them. */
export type ThemeName = 'dark' | 'light' | 'contrast' | 'contrastLight';

type Colours = Readonly<Record<string, string>>;

const dark: Colours = {
  foreground: '#cccccc', descriptionForeground: '#9d9d9d', errorForeground: '#f85149', focusBorder: '#0078d4', 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc',
  'editorGroup-border': '#ffffff17', 'panel-border': '#2b2b2b', 'list-hoverBackground': '#2a2d2e', 'list-activeSelectionBackground': '#04395e', 'list-activeSelectionForeground': '#ffffff',
  'list-inactiveSelectionBackground': '#37373d', 'list-focusOutline': '#0078d4', 'list-dropBackground': '#383b3d', 'input-background': '#313131', 'input-foreground': '#cccccc', 'input-border': '#3c3c3c', 'input-placeholderForeground': '#989898',
  'inputOption-activeBackground': '#2489db82', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#2488db', 'inputValidation-errorBackground': '#5a1d1d', 'inputValidation-errorBorder': '#be1100', 'inputValidation-warningBackground': '#352a05',
  'toolbar-hoverBackground': '#5a5d5e50', 'menu-background': '#1f1f1f', 'menu-foreground': '#cccccc', 'menu-border': '#454545', 'menu-selectionBackground': '#0078d4', 'menu-selectionForeground': '#ffffff', 'menu-separatorBackground': '#454545',
  'widget-shadow': '#0000005c', 'editorHoverWidget-background': '#202020', 'editorHoverWidget-foreground': '#cccccc', 'editorHoverWidget-border': '#454545', 'badge-background': '#616161', 'badge-foreground': '#f8f8f8',
  'button-background': '#0078d4', 'button-foreground': '#ffffff', 'button-hoverBackground': '#026ec1', 'button-secondaryBackground': '#313131', 'button-secondaryForeground': '#cccccc', 'button-secondaryHoverBackground': '#3c3c3c', 'button-border': '#ffffff12',
  'progressBar-background': '#0078d4', 'sash-hoverBorder': '#0078d4', 'sideBarSectionHeader-background': '#181818', 'keybindingTable-headerBackground': '#cccccc0a', 'textCodeBlock-background': '#2b2b2b', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#3794ff',
  'charts-green': '#89d185', 'charts-blue': '#3794ff', 'charts-orange': '#d18616', 'charts-purple': '#b180d7', 'debugTokenExpression-name': '#c586c0', 'debugTokenExpression-string': '#ce9178', 'debugTokenExpression-number': '#b5cea8', 'symbolIcon-propertyForeground': '#9cdcfe', 'debugIcon-stopForeground': '#f48771',
};

const light: Colours = {
  foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', errorForeground: '#f85149', focusBorder: '#005fb8', 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b',
  'editorGroup-border': '#e5e5e5', 'panel-border': '#e5e5e5', 'list-hoverBackground': '#f2f2f2', 'list-activeSelectionBackground': '#e8e8e8', 'list-activeSelectionForeground': '#000000',
  'list-inactiveSelectionBackground': '#e4e6f1', 'list-focusOutline': '#005fb8', 'list-dropBackground': '#d6ebff', 'input-background': '#ffffff', 'input-foreground': '#3b3b3b', 'input-border': '#cecece', 'input-placeholderForeground': '#767676',
  'inputOption-activeBackground': '#bed6ed', 'inputOption-activeForeground': '#000000', 'inputOption-activeBorder': '#005fb8', 'inputValidation-errorBackground': '#f2dede', 'inputValidation-errorBorder': '#be1100', 'inputValidation-warningBackground': '#f6f5d2',
  'toolbar-hoverBackground': '#b8b8b850', 'menu-background': '#ffffff', 'menu-foreground': '#3b3b3b', 'menu-border': '#cecece', 'menu-selectionBackground': '#005fb8', 'menu-selectionForeground': '#ffffff', 'menu-separatorBackground': '#d4d4d4',
  'widget-shadow': '#00000029', 'editorHoverWidget-background': '#f8f8f8', 'editorHoverWidget-foreground': '#3b3b3b', 'editorHoverWidget-border': '#c8c8c8', 'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b',
  'button-background': '#005fb8', 'button-foreground': '#ffffff', 'button-hoverBackground': '#0258a8', 'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'button-secondaryHoverBackground': '#cccccc', 'button-border': '#0000001a',
  'progressBar-background': '#005fb8', 'sash-hoverBorder': '#005fb8', 'sideBarSectionHeader-background': '#f8f8f8', 'keybindingTable-headerBackground': '#3b3b3b0a', 'textCodeBlock-background': '#f8f8f8', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#1a85ff',
  'charts-green': '#388a34', 'charts-blue': '#1a85ff', 'charts-orange': '#d18616', 'charts-purple': '#652d90', 'debugTokenExpression-name': '#9b46b0', 'debugTokenExpression-string': '#a31515', 'debugTokenExpression-number': '#098658', 'symbolIcon-propertyForeground': '#3b3b3b', 'debugIcon-stopForeground': '#a1260d',
};

const contrast: Colours = {
  foreground: '#ffffff', descriptionForeground: '#ffffffb3', errorForeground: '#f48771', focusBorder: '#f38518', contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518', 'editor-background': '#000000', 'editor-foreground': '#ffffff',
  'editorGroup-border': '#6fc3df', 'panel-border': '#6fc3df', 'list-hoverBackground': '#ffffff1a', 'list-inactiveSelectionBackground': 'transparent', 'list-focusOutline': '#f38518', 'input-background': '#000000', 'input-foreground': '#ffffff', 'input-border': '#6fc3df', 'input-placeholderForeground': '#ffffffb3',
  'inputOption-activeBackground': '#00000000', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#6fc3df', 'inputValidation-errorBackground': '#000000', 'inputValidation-errorBorder': '#6fc3df', 'inputValidation-warningBackground': '#000000', 'menu-background': '#000000', 'menu-foreground': '#ffffff', 'menu-border': '#6fc3df', 'menu-selectionBorder': '#f38518', 'menu-separatorBackground': '#6fc3df',
  'editorHoverWidget-background': '#000000', 'editorHoverWidget-foreground': '#ffffff', 'editorHoverWidget-border': '#6fc3df', 'badge-background': '#000000', 'badge-foreground': '#ffffff', 'button-background': '#000000', 'button-foreground': '#ffffff', 'button-border': '#6fc3df', 'button-secondaryForeground': '#ffffff',
  'progressBar-background': '#6fc3df', 'sash-hoverBorder': '#f38518', 'textCodeBlock-background': '#000000', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#3794ff', 'charts-green': '#89d185', 'charts-blue': '#3794ff', 'charts-orange': '#d18616', 'charts-purple': '#b180d7',
  'debugTokenExpression-name': '#ffffff', 'debugTokenExpression-string': '#f48771', 'debugTokenExpression-number': '#89d185', 'debugIcon-stopForeground': '#f48771',
};

const contrastLight: Colours = {
  foreground: '#292929', descriptionForeground: '#292929b3', errorForeground: '#b5200d', focusBorder: '#006bbd', contrastBorder: '#0f4a85', contrastActiveBorder: '#006bbd', 'editor-background': '#ffffff', 'editor-foreground': '#292929',
  'editorGroup-border': '#0f4a85', 'panel-border': '#0f4a85', 'list-hoverBackground': '#dfdfdf4d', 'list-activeSelectionBackground': '#0f4a851a', 'list-activeSelectionForeground': '#292929', 'list-inactiveSelectionBackground': '#0f4a851a', 'list-focusOutline': '#006bbd', 'input-background': '#ffffff', 'input-foreground': '#292929', 'input-border': '#0f4a85', 'input-placeholderForeground': '#292929b3',
  'inputOption-activeBackground': '#00000000', 'inputOption-activeForeground': '#292929', 'inputOption-activeBorder': '#0f4a85', 'inputValidation-errorBackground': '#ffffff', 'inputValidation-errorBorder': '#0f4a85', 'inputValidation-warningBackground': '#ffffff', 'menu-background': '#ffffff', 'menu-foreground': '#292929', 'menu-border': '#0f4a85', 'menu-selectionBackground': '#0f4a851a', 'menu-selectionForeground': '#292929', 'menu-selectionBorder': '#006bbd', 'menu-separatorBackground': '#0f4a85',
  'editorHoverWidget-background': '#ffffff', 'editorHoverWidget-foreground': '#292929', 'editorHoverWidget-border': '#0f4a85', 'badge-background': '#0f4a85', 'badge-foreground': '#ffffff', 'button-background': '#0f4a85', 'button-foreground': '#ffffff', 'button-border': '#0f4a85', 'button-secondaryBackground': '#ffffff', 'button-secondaryForeground': '#292929',
  'progressBar-background': '#0f4a85', 'sash-hoverBorder': '#006bbd', 'textCodeBlock-background': '#f2f2f2', 'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff', 'charts-green': '#374e06', 'charts-blue': '#1a85ff', 'charts-orange': '#d18616', 'charts-purple': '#652d90',
  'debugTokenExpression-name': '#292929', 'debugTokenExpression-string': '#0f4a85', 'debugTokenExpression-number': '#096d48', 'debugIcon-stopForeground': '#b5200d',
};

/** How VS Code marks a theme on a webview's body, and the CSS variables it sets on the root. */
export const themes: Readonly<Record<ThemeName, { readonly bodyClass: string; readonly colours: Colours }>> = {
  dark: { bodyClass: 'vscode-dark', colours: dark },
  light: { bodyClass: 'vscode-light', colours: light },
  contrast: { bodyClass: 'vscode-high-contrast', colours: contrast },
  contrastLight: { bodyClass: 'vscode-high-contrast-light', colours: contrastLight },
};

export const fonts: Colours = { 'font-family': 'system-ui, "Segoe UI", Roboto, sans-serif', 'font-size': '13px', 'editor-font-family': 'monospace', 'editor-font-size': '12px' };
