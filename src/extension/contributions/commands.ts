/** One row of `contributes.commands`. `palette` is the when clause of the command palette; false keeps a command out of it. */
export interface CommandContribution {
  readonly title: string;
  /** Codicon name, for buttons. */
  readonly icon?: string;
  readonly enablement?: string;
  readonly palette?: string | false;
}

const withSource = "identityTrail.source == 'open'";
const onRule = "editorLangId == yaml";
const onKql = "editorLangId =~ /^(kusto|kql|csl|yaml|markdown)$/";

/** Every command of the extension, by its stable ID. Handlers are a `Record` over these keys, so none can be forgotten. */
export const commands = {
  'identityTrail.openSample': { title: 'Open the Sample Tenant', icon: 'beaker' },
  'identityTrail.addLocalSource': { title: 'Add Logs…', icon: 'add' },
  'identityTrail.addLocalFile': { title: 'Add a Log File…', icon: 'file-add' },
  'identityTrail.addResourceAsSource': { title: 'Open as Log Source', icon: 'folder-opened', palette: false },
  'identityTrail.addWorkspaceSource': { title: 'Add Log Analytics Workspace…', icon: 'cloud' },
  'identityTrail.chooseSignIn': { title: 'Choose How to Sign In…', icon: 'account' },
  'identityTrail.switchSource': { title: 'Switch Source…', icon: 'arrow-swap' },
  'identityTrail.useSource': { title: 'Use This Source', icon: 'arrow-swap', palette: false },
  'identityTrail.reloadSource': { title: 'Reload Source', icon: 'refresh', palette: withSource },
  'identityTrail.removeSource': { title: 'Remove Source…', icon: 'close', palette: 'identityTrail.hasSources' },
  'identityTrail.showImportReport': { title: 'Show Import Report', icon: 'checklist', palette: withSource },
  'identityTrail.queryTable': { title: 'Query This Table', icon: 'search', palette: false },
  'identityTrail.copyTableName': { title: 'Copy Table Name', palette: false },

  'identityTrail.refreshIdentities': { title: 'Refresh Identities', icon: 'refresh', enablement: withSource },
  'identityTrail.filterIdentities': { title: 'Filter Identities…', icon: 'filter', enablement: withSource },
  'identityTrail.clearIdentityFilter': { title: 'Clear Identity Filter', icon: 'clear-all', enablement: 'identityTrail.filtered' },
  'identityTrail.sortIdentities': { title: 'Sort Identities…', icon: 'sort-precedence', enablement: withSource },
  'identityTrail.showMoreIdentities': { title: 'Show More Identities', palette: false },
  'identityTrail.copyApplicationId': { title: 'Copy Application ID', palette: false },
  'identityTrail.copyServicePrincipalObjectId': { title: 'Copy Service Principal Object ID', palette: false },
  'identityTrail.copyApplicationObjectId': { title: 'Copy Application Object ID', palette: false },
  'identityTrail.copyIdentityName': { title: 'Copy Display Name', palette: false },
  'identityTrail.copyDetail': { title: 'Copy Value', icon: 'copy', palette: false },
  'identityTrail.explainFailure': { title: 'Explain Error Code', icon: 'question', palette: false },
  'identityTrail.runScenarioForIdentity': { title: 'Run Scenario for Identity…', icon: 'play', enablement: withSource },

  'identityTrail.runScenario': { title: 'Run Scenario', icon: 'play' },
  'identityTrail.runScenarioWithParameters': { title: 'Run Scenario with Parameters…', icon: 'settings' },
  'identityTrail.openScenarioQuery': { title: 'Open Scenario as KQL', icon: 'go-to-file' },

  'identityTrail.runQuery': { title: 'Run Query', icon: 'play', enablement: onKql },
  'identityTrail.runQueryOnSample': { title: 'Run Query on the Sample Tenant', icon: 'beaker', enablement: onKql },
  'identityTrail.explainQuery': { title: 'Explain Query', icon: 'question', enablement: onKql },
  'identityTrail.makeRuleOfQuery': { title: 'Make a Rule of This Query', icon: 'new-file', enablement: onKql },
  'identityTrail.runSelection': { title: 'Run Selection', icon: 'play', enablement: `${onKql} && editorHasSelection` },
  'identityTrail.cancelQuery': { title: 'Cancel Query', icon: 'debug-stop', enablement: 'identityTrail.queryRunning' },
  'identityTrail.newQuery': { title: 'New KQL Query', icon: 'new-file' },
  'identityTrail.backTestRule': { title: 'Back-test Rule on the Source in Use', icon: 'history', enablement: onRule },
  'identityTrail.convertRule': { title: 'Convert Rule between YAML and ARM Template', icon: 'arrow-swap', enablement: 'editorLangId =~ /^(yaml|json|jsonc)$/' },
  'identityTrail.chooseTimeRange': { title: 'Choose Time Range for Workspace Queries…', icon: 'calendar', palette: withSource },
  'identityTrail.fetchAllRows': { title: 'Fetch All Rows of the Result', icon: 'cloud-download', palette: withSource },
  'identityTrail.keepCopy': { title: 'Keep a Local Copy…', icon: 'archive', palette: withSource },
  'identityTrail.keepResultCopy': { title: 'Keep a Local Copy of the Result…', icon: 'archive', palette: withSource },
  'identityTrail.compareResult': { title: 'Compare the Result with Another Source…', icon: 'diff', palette: withSource },
  'identityTrail.showResults': { title: 'Show Results', icon: 'table' },
  'identityTrail.explainSelection': { title: 'Explain Selection', icon: 'question', palette: 'editorIsOpen' },

  'identityTrail.openLintHelp': { title: 'Open Documentation of Lints', icon: 'book' },
  'identityTrail.openWalkthrough': { title: 'Open Walkthrough', icon: 'book' },
  'identityTrail.showLog': { title: 'Show Log', icon: 'output' },
} as const satisfies Record<`identityTrail.${string}`, CommandContribution>;

export type CommandId = keyof typeof commands;
