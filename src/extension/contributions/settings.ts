/** One row of `contributes.configuration.properties`. */
export interface SettingContribution {
  readonly type: 'boolean' | 'integer' | 'string' | 'object';
  readonly default: boolean | number | string | Readonly<Record<string, never>>;
  readonly markdownDescription: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly additionalProperties?: { readonly type: 'string'; readonly enum: readonly string[] };
  readonly scope?: 'window' | 'machine' | 'resource';
  /** Read from user settings only in a folder that is not trusted. */
  readonly restricted?: true;
}

/** Every setting, by its full key. */
export const settings = {
  'identityTrail.openSampleOnStart': {
    type: 'boolean',
    default: false,
    restricted: true,
    markdownDescription: 'Open the sample tenant when no other source was in use. A folder that is not trusted cannot set this.',
  },
  'identityTrail.reopenLastSource': {
    type: 'boolean',
    default: true,
    restricted: true,
    markdownDescription: 'Open the source this folder used last, as soon as a view of Identity Trail is shown. Log Analytics workspaces are opened only when you already are signed in. A folder that is not trusted cannot set this.',
  },
  'identityTrail.maxRows': {
    type: 'integer',
    default: 100_000,
    minimum: 100,
    maximum: 1_000_000,
    markdownDescription: 'Stop a query after this many rows. The results page says so when rows are missing.',
  },
  'identityTrail.confirmDays': {
    type: 'integer',
    default: 90,
    minimum: 0,
    maximum: 4_000,
    markdownDescription: 'Ask before a query on a Log Analytics workspace reaches back further than this many days, or has no time filter; `0` means never. Queries on tables of the Basic or Auxiliary plan are always asked about.',
  },
  'identityTrail.waitSeconds': {
    type: 'integer',
    default: 180,
    minimum: 1,
    maximum: 600,
    markdownDescription: 'How many seconds Log Analytics may work on a query before it gives up.',
  },
  'identityTrail.identityPageSize': {
    type: 'integer',
    default: 200,
    minimum: 20,
    maximum: 5_000,
    markdownDescription: 'How many identities a group shows before **Show more**.',
  },
  'identityTrail.timeDisplay': {
    type: 'string',
    default: 'utc',
    enum: ['utc', 'local'],
    enumDescriptions: ['Times in the views and reports are UTC, as in the logs.', 'Times in the views and reports are of this computer\'s time zone.'],
    markdownDescription: 'Time zone of absolute times in the views and reports. The results page has a switch of its own.',
  },
  'identityTrail.memoryLimit': {
    type: 'integer',
    default: 0,
    minimum: 0,
    maximum: 1_048_576,
    scope: 'machine',
    markdownDescription: 'Memory in MB that the query process may use before it spills to disk; `0` means half of the machine\'s, at most 2048. Takes effect when the window is loaded again.',
  },
  'identityTrail.codeLens': {
    type: 'boolean',
    default: true,
    markdownDescription: 'Show **Run query**, **Run on sample**, **Explain** and **Make a rule of this** above each query of a KQL file.',
  },
  'identityTrail.inlayHints': {
    type: 'boolean',
    default: false,
    markdownDescription: 'Show the type of each computed column and of each `let` value behind its name.',
  },
  'identityTrail.besideOtherKql': {
    type: 'string',
    default: 'auto',
    enum: ['auto', 'share', 'all'],
    enumDescriptions: [
      'Share with extensions that are known to do the same; show all beside others.',
      'Leave general hovers, completion of names and formatting to the other extension, and add what Identity Trail knows of sign-in and audit logs.',
      'Show all that Identity Trail has, also where another extension shows the same.',
    ],
    markdownDescription: 'What Identity Trail shows in KQL while another extension serves KQL too.',
  },
  'identityTrail.lints': {
    type: 'object',
    default: {},
    additionalProperties: { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] },
    markdownDescription: 'Severity of Identity Trail\'s own lints by their code (`IT…`), such as `{ "IT001": "off" }`. Codes that are not named keep their own severity.',
  },
} as const satisfies Record<`identityTrail.${string}`, SettingContribution>;

export type SettingKey = keyof typeof settings;
