import type { CommandId } from './commands.ts';

export interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string } | { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

const command = (id: CommandId): string => `command:${id}`;

/** The walkthrough of the Welcome page: from the sample tenant to one's own logs. */
export const walkthrough = {
  id: 'start',
  title: 'Get Started with Identity Trail',
  description: 'Find out what a service principal or managed identity did after it signed in.',
  steps: [
    {
      id: 'sample',
      title: 'Open the sample tenant',
      description: `A generated tenant with ordinary traffic and an intruder. It is made on this computer and needs no account.\n[Open the Sample Tenant](${command('identityTrail.openSample')})`,
      media: { svg: 'media/walkthrough/sample.svg', altText: 'The Identities view with service principals and managed identities, one of them marked for its failed sign-ins.' },
      completionEvents: [`onCommand:identityTrail.openSample`, 'onContext:identityTrail.source == open'],
    },
    {
      id: 'scenario',
      title: 'Run a scenario',
      description: `A scenario is a prebuilt correlation: it asks one question of your logs and says how sure each answer is. Run one from the **Scenarios** view, or from an identity to ask about that identity only.\n[Show Scenarios](command:identityTrail.scenarios.focus)`,
      media: { svg: 'media/walkthrough/scenario.svg', altText: 'The Scenarios view with the run button of a scenario.' },
      completionEvents: ['onCommand:identityTrail.runScenario', 'onCommand:identityTrail.runScenarioForIdentity', 'onCommand:identityTrail.runScenarioWithParameters'],
    },
    {
      id: 'results',
      title: 'Read the results',
      description: `**Evidence** says how an activity was matched to a sign-in: \`token\` is exact, \`identity+ip\`, \`identity\` and \`time\` are weaker, and \`none\` is a sign-in that nothing followed. The timeline shows both on one axis.\n[Show Results](${command('identityTrail.showResults')})`,
      media: { markdown: 'media/walkthrough/results.md' },
      completionEvents: ['onCommand:identityTrail.showResults'],
    },
    {
      id: 'hover',
      title: 'Hover over what you do not know',
      description: `In a KQL file, point at a table, a column, a \`ResultType\` code or an application ID to read what it is and where it misleads. Press **Shift+Enter** to run the query.\n[New KQL Query](${command('identityTrail.newQuery')})`,
      media: { markdown: 'media/walkthrough/hover.md' },
      completionEvents: ['onCommand:identityTrail.newQuery', 'onCommand:identityTrail.runQuery'],
    },
    {
      id: 'ownLogs',
      title: 'Open your own logs',
      description: `Add a folder of exported logs, or connect a Log Analytics workspace with your Microsoft account.\n[Add Logs…](${command('identityTrail.addLocalSource')})\n[Add Log Analytics Workspace…](${command('identityTrail.addWorkspaceSource')})`,
      media: { markdown: 'media/walkthrough/ownLogs.md' },
      completionEvents: ['onCommand:identityTrail.addLocalSource', 'onCommand:identityTrail.addLocalFile', 'onCommand:identityTrail.addWorkspaceSource'],
    },
  ],
} as const satisfies { readonly id: string; readonly title: string; readonly description: string; readonly steps: readonly WalkthroughStep[] };
