import { activationEvents, contributions, productName, type CommandContribution, type SettingContribution } from '../extension/index.ts';

const { commands, menus, keybindings, settings, viewContainer, views, viewsWelcome, walkthrough, kustoLanguage, grammars, snippets } = contributions;

/** The text of package.json with the parts that come from the contributions table written anew; other keys stay as and where they are. */
export function writeManifest(packageJson: string): string {
  const current = JSON.parse(packageJson) as Record<string, unknown>;
  return `${JSON.stringify({ ...current, ...manifestPart() }, undefined, 2)}\n`;
}

/** The keys of package.json that belong to the extension's table of contributions. */
export function manifestPart(): Readonly<Record<string, unknown>> {
  return {
    main: './dist/extension.js',
    icon: 'media/icon.png',
    categories: ['Programming Languages', 'Visualization', 'Azure', 'Other'],
    keywords: ['entra', 'service principal', 'managed identity', 'sign-in logs', 'kql', 'kusto', 'sentinel', 'log analytics', 'security', 'investigation'],
    galleryBanner: { color: '#0b2a3c', theme: 'dark' },
    // The query process reads files and holds a native library: it belongs where the files are.
    extensionKind: ['workspace'],
    activationEvents,
    capabilities: capabilities(),
    contributes: contributes(),
  };
}

function capabilities(): unknown {
  return {
    untrustedWorkspaces: {
      supported: 'limited',
      description: 'In a folder that is not trusted, Identity Trail opens no source and runs no query by itself, and settings of the folder that would make it do so are ignored.',
      restrictedConfigurations: Object.entries(settings as Readonly<Record<string, SettingContribution>>).filter(([, setting]) => setting.restricted).map(([key]) => key),
    },
    virtualWorkspaces: { supported: false, description: 'Logs are read from the file system of the machine that runs the extension; a virtual folder has none.' },
  };
}

function contributes(): unknown {
  return {
    commands: commandEntries.map(([command, { title, icon, enablement }]) => ({ command, title, category: productName, ...(icon && { icon: `$(${icon})` }), ...(enablement && { enablement }) })),
    menus: { commandPalette: paletteRules(), ...menus },
    keybindings,
    viewsContainers: { activitybar: [viewContainer] },
    views: { [viewContainer.id]: Object.entries(views).map(([id, view]) => ({ id, ...view, contextualTitle: productName })) },
    viewsWelcome,
    configuration: { title: productName, properties: Object.fromEntries(Object.entries(settings as Readonly<Record<string, SettingContribution>>).map(([key, setting], order) => [key, property(setting, order)])) },
    languages: [kustoLanguage],
    grammars,
    snippets,
    walkthroughs: [walkthrough],
  };
}

const commandEntries: readonly (readonly [string, CommandContribution])[] = Object.entries(commands);

function paletteRules(): readonly { readonly command: string; readonly when: string }[] {
  return commandEntries.flatMap(([command, { palette }]) => (palette === undefined ? [] : [{ command, when: palette === false ? 'false' : palette }]));
}

function property({ restricted: _, ...setting }: SettingContribution, order: number): unknown {
  return { order, ...setting };
}
