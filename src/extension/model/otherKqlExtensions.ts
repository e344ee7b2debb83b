import { kqlLanguages } from './kqlText.ts';

/** As VS Code tells of an extension; the manifest may be anything. */
export interface InstalledExtension {
  readonly id: string;
  readonly packageJSON: unknown;
}

export interface OtherKqlExtension {
  readonly id: string;
  readonly name: string;
  /** Known to give hovers, completion and formatting of any KQL file from Microsoft's library, as we do. */
  readonly doubles: boolean;
}

const doubling: ReadonlySet<string> = new Set(['rosshamish.kuskus-kusto-language-server']);

/** Extensions besides ours that declare KQL and run code: a grammar or theme alone shows nothing twice. */
export function otherKqlExtensions(extensions: readonly InstalledExtension[], ownId: string): readonly OtherKqlExtension[] {
  return extensions.flatMap(({ id, packageJSON }) => {
    if (id.toLowerCase() === ownId.toLowerCase() || !isRecord(packageJSON) || !servesKql(packageJSON)) return [];
    const { displayName } = packageJSON;
    return [{ id, name: typeof displayName === 'string' && displayName !== '' ? displayName.slice(0, 60) : id, doubles: doubling.has(id.toLowerCase()) }];
  });
}

function servesKql({ main, browser, contributes }: Readonly<Record<string, unknown>>): boolean {
  const languages = isRecord(contributes) && Array.isArray(contributes['languages']) ? (contributes['languages'] as readonly unknown[]) : [];
  return (typeof main === 'string' || typeof browser === 'string') && languages.some((language) => isRecord(language) && kqlLanguages.some((known) => known === language['id']));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether to leave to others what they show too. */
export function sharesKql(setting: string, others: readonly OtherKqlExtension[]): boolean {
  return others.length > 0 && (setting === 'share' || (setting !== 'all' && others.some(({ doubles }) => doubles)));
}
