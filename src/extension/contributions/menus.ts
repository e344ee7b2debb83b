import type { CommandId } from './commands.ts';

export interface MenuItem {
  readonly command: CommandId;
  readonly when?: string;
  readonly group?: string;
}

const identitiesView = 'view == identityTrail.identities';
const sourcesView = 'view == identityTrail.sources';
const identity = `${identitiesView} && viewItem =~ /^identity\\b/`;
const scenario = 'view == identityTrail.scenarios && viewItem == scenario';
const source = `${sourcesView} && viewItem =~ /^source\\b/`;
const table = `${sourcesView} && viewItem == table`;
const onKqlFile = 'editorLangId =~ /^(kusto|kql|csl)$/';

/** Where commands appear besides the palette. `viewItem` values are the context values of the tree nodes. */
export const menus = {
  'view/title': [
    { command: 'identityTrail.filterIdentities', when: `${identitiesView} && identityTrail.source == 'open'`, group: 'navigation@1' },
    { command: 'identityTrail.clearIdentityFilter', when: `${identitiesView} && identityTrail.filtered`, group: 'navigation@2' },
    { command: 'identityTrail.sortIdentities', when: `${identitiesView} && identityTrail.source == 'open'`, group: 'navigation@3' },
    { command: 'identityTrail.refreshIdentities', when: `${identitiesView} && identityTrail.source == 'open'`, group: 'navigation@4' },
    { command: 'identityTrail.switchSource', when: `${identitiesView} && identityTrail.hasSources`, group: '1_source@1' },
    { command: 'identityTrail.addLocalSource', when: identitiesView, group: '1_source@2' },
    { command: 'identityTrail.openWalkthrough', when: identitiesView, group: '9_help@1' },
    { command: 'identityTrail.showLog', when: identitiesView, group: '9_help@2' },
    { command: 'identityTrail.newQuery', when: 'view == identityTrail.scenarios', group: 'navigation@1' },
    { command: 'identityTrail.showResults', when: 'view == identityTrail.scenarios', group: 'navigation@2' },
    { command: 'identityTrail.addLocalSource', when: sourcesView, group: 'navigation@1' },
    { command: 'identityTrail.addWorkspaceSource', when: sourcesView, group: 'navigation@2' },
    { command: 'identityTrail.openSample', when: sourcesView, group: '1_source@1' },
    { command: 'identityTrail.addLocalFile', when: sourcesView, group: '1_source@2' },
  ],
  'view/item/context': [
    { command: 'identityTrail.runScenarioForIdentity', when: identity, group: 'inline@1' },
    { command: 'identityTrail.runScenarioForIdentity', when: identity, group: '1_run@1' },
    { command: 'identityTrail.copyIdentityName', when: identity, group: '2_copy@1' },
    { command: 'identityTrail.copyApplicationId', when: identity, group: '2_copy@2' },
    { command: 'identityTrail.copyServicePrincipalObjectId', when: identity, group: '2_copy@3' },
    { command: 'identityTrail.copyApplicationObjectId', when: identity, group: '2_copy@4' },
    { command: 'identityTrail.copyDetail', when: `${identitiesView} && viewItem =~ /\\bvalue\\b/`, group: 'inline@2' },
    { command: 'identityTrail.copyDetail', when: `${identitiesView} && viewItem =~ /\\bvalue\\b/`, group: '2_copy@1' },
    { command: 'identityTrail.explainFailure', when: `${identitiesView} && viewItem =~ /\\bfailure\\b/`, group: 'inline@1' },
    { command: 'identityTrail.explainFailure', when: `${identitiesView} && viewItem =~ /\\bfailure\\b/`, group: '1_explain@1' },
    { command: 'identityTrail.runScenario', when: scenario, group: 'inline@3' },
    { command: 'identityTrail.runScenarioWithParameters', when: scenario, group: 'inline@2' },
    { command: 'identityTrail.openScenarioQuery', when: scenario, group: 'inline@1' },
    { command: 'identityTrail.runScenario', when: scenario, group: '1_run@1' },
    { command: 'identityTrail.runScenarioWithParameters', when: scenario, group: '1_run@2' },
    { command: 'identityTrail.openScenarioQuery', when: scenario, group: '2_open@1' },
    { command: 'identityTrail.reloadSource', when: source, group: 'inline@1' },
    { command: 'identityTrail.removeSource', when: source, group: 'inline@2' },
    { command: 'identityTrail.useSource', when: source, group: '1_use@1' },
    { command: 'identityTrail.reloadSource', when: source, group: '1_use@2' },
    { command: 'identityTrail.showImportReport', when: `${sourcesView} && viewItem =~ /\\breport\\b/`, group: '1_use@3' },
    { command: 'identityTrail.keepCopy', when: source, group: '1_use@4' },
    { command: 'identityTrail.chooseSignIn', when: `${sourcesView} && viewItem =~ /\\bworkspace\\b/`, group: '2_workspace@1' },
    { command: 'identityTrail.removeSource', when: source, group: '9_remove@1' },
    { command: 'identityTrail.queryTable', when: table, group: 'inline@1' },
    { command: 'identityTrail.queryTable', when: table, group: '1_query@1' },
    { command: 'identityTrail.keepCopy', when: table, group: '1_query@2' },
    { command: 'identityTrail.copyTableName', when: table, group: '2_copy@1' },
  ],
  'editor/title/run': [{ command: 'identityTrail.runQuery', when: onKqlFile, group: 'navigation@1' }],
  'editor/context': [
    { command: 'identityTrail.runQuery', when: `${onKqlFile} && !editorHasSelection`, group: 'navigation@90' },
    { command: 'identityTrail.runSelection', when: 'editorLangId =~ /^(kusto|kql|csl|yaml|markdown)$/ && editorHasSelection', group: 'navigation@90' },
    { command: 'identityTrail.explainSelection', when: onKqlFile, group: 'navigation@91' },
  ],
  'explorer/context': [
    { command: 'identityTrail.addResourceAsSource', when: 'resourceScheme == file && explorerResourceIsFolder', group: '4_search@90' },
    { command: 'identityTrail.addResourceAsSource', when: 'resourceScheme == file && resourceExtname =~ /^\\.(json|jsonl|ndjson|csv|parquet|gz)$/i', group: '4_search@90' },
  ],
} as const satisfies Record<string, readonly MenuItem[]>;

export const keybindings = [
  { command: 'identityTrail.runQuery', key: 'shift+enter', when: `editorTextFocus && ${onKqlFile} && !editorHasSelection` },
  { command: 'identityTrail.runSelection', key: 'shift+enter', when: `editorTextFocus && ${onKqlFile} && editorHasSelection` },
] as const satisfies readonly { readonly command: CommandId; readonly key: string; readonly when: string }[];
