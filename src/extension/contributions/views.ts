export const viewContainer = { id: 'identityTrail', title: 'Identity Trail', icon: 'media/trail.svg' } as const;

/** The three views, by their stable IDs. */
export const views = {
  'identityTrail.identities': { name: 'Identities', icon: 'media/trail.svg', initialSize: 5 },
  'identityTrail.scenarios': { name: 'Scenarios', icon: 'media/trail.svg', initialSize: 3 },
  'identityTrail.sources': { name: 'Sources', icon: 'media/trail.svg', initialSize: 2 },
} as const satisfies Record<`identityTrail.${string}`, { readonly name: string; readonly icon: string; /** Share of the height that it gets at first. */ readonly initialSize: number }>;

export type ViewId = keyof typeof views;

export interface ViewWelcome {
  readonly view: ViewId;
  readonly contents: string;
  readonly when?: string;
}

/** What an empty view says and offers. */
export const viewsWelcome: readonly ViewWelcome[] = [
  {
    view: 'identityTrail.identities',
    when: "identityTrail.source == 'none'",
    contents: [
      'Service principals and managed identities appear here once a source of sign-in logs is open.',
      '[Open the Sample Tenant](command:identityTrail.openSample)',
      'A generated tenant with an intruder to find. Nothing leaves this computer.',
      '[Add Logs…](command:identityTrail.addLocalSource)',
      'A folder of exported logs; or [choose a single file](command:identityTrail.addLocalFile), or [connect a Log Analytics workspace](command:identityTrail.addWorkspaceSource).',
      'New here? [Take the walkthrough](command:identityTrail.openWalkthrough).',
    ].join('\n'),
  },
  { view: 'identityTrail.identities', when: "identityTrail.source == 'opening'", contents: 'Opening the source…' },
  {
    view: 'identityTrail.identities',
    when: "identityTrail.source == 'failed'",
    contents: 'The source could not be opened.\n[Try Again](command:identityTrail.reloadSource)\n[Choose Another Source](command:identityTrail.switchSource)\n[Show Log](command:identityTrail.showLog)',
  },
  {
    view: 'identityTrail.identities',
    when: "identityTrail.source == 'open' && identityTrail.identities == 'none'",
    contents: [
      'This source has no sign-ins of service principals or managed identities.',
      'They come with the diagnostic-settings categories ServicePrincipalSignInLogs and ManagedIdentitySignInLogs; see which tables it has in [Sources](command:identityTrail.sources.focus).',
      '[Choose Another Source](command:identityTrail.switchSource)',
    ].join('\n'),
  },
  {
    view: 'identityTrail.identities',
    when: "identityTrail.source == 'open' && identityTrail.identities == 'hidden'",
    contents: 'No identity matches the filter.\n[Clear Filter](command:identityTrail.clearIdentityFilter)',
  },
  {
    view: 'identityTrail.identities',
    when: "identityTrail.source == 'open' && identityTrail.identities == 'failed'",
    contents: 'The identities could not be read.\n[Try Again](command:identityTrail.refreshIdentities)\n[Show Log](command:identityTrail.showLog)',
  },
  { view: 'identityTrail.scenarios', contents: 'The scenarios appear here in a moment.' },
  {
    view: 'identityTrail.sources',
    contents: [
      'No source yet. A source is a folder of exported logs, a Log Analytics workspace, or the sample tenant.',
      '[Add Logs…](command:identityTrail.addLocalSource)',
      '[Add Log Analytics Workspace…](command:identityTrail.addWorkspaceSource)',
      '[Open the Sample Tenant](command:identityTrail.openSample)',
    ].join('\n'),
  },
];
