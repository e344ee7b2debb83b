/** An Azure cloud: where it is asked, for which scopes, and who signs people in. */
export interface Cloud {
  readonly title: string;
  /** Base of the query API, version included. */
  readonly logsEndpoint: string;
  readonly logsScope: string;
  /** Azure Resource Manager. */
  readonly managerEndpoint: string;
  readonly managerScope: string;
  readonly authority: string;
  /** VS Code's authentication provider for this cloud. */
  readonly vscodeProvider: 'microsoft' | 'microsoft-sovereign-cloud';
  /** What the setting `microsoft-sovereign-cloud.environment` has to say, where that provider is used. */
  readonly vscodeEnvironment?: 'USGovernment' | 'ChinaCloud';
}

export const clouds = {
  public: {
    title: 'Azure',
    logsEndpoint: 'https://api.loganalytics.io/v1',
    logsScope: 'https://api.loganalytics.io/.default',
    managerEndpoint: 'https://management.azure.com',
    managerScope: 'https://management.azure.com/.default',
    authority: 'https://login.microsoftonline.com',
    vscodeProvider: 'microsoft',
  },
  usGovernment: {
    title: 'Azure US Government',
    logsEndpoint: 'https://api.loganalytics.us/v1',
    logsScope: 'https://api.loganalytics.us/.default',
    managerEndpoint: 'https://management.usgovcloudapi.net',
    managerScope: 'https://management.usgovcloudapi.net/.default',
    authority: 'https://login.microsoftonline.us',
    vscodeProvider: 'microsoft-sovereign-cloud',
    vscodeEnvironment: 'USGovernment',
  },
  china: {
    title: 'Azure operated by 21Vianet (China)',
    logsEndpoint: 'https://api.loganalytics.azure.cn/v1',
    logsScope: 'https://api.loganalytics.azure.cn/.default',
    managerEndpoint: 'https://management.chinacloudapi.cn',
    managerScope: 'https://management.chinacloudapi.cn/.default',
    authority: 'https://login.chinacloudapi.cn',
    vscodeProvider: 'microsoft-sovereign-cloud',
    vscodeEnvironment: 'ChinaCloud',
  },
} as const satisfies Record<string, Cloud>;

export type CloudId = keyof typeof clouds;
export const cloudIds = Object.keys(clouds) as readonly CloudId[];
