import { applicationList } from './data/applicationList.ts';
import { notableApplications } from './data/notableApplications.ts';
import type { ApplicationReference } from './types.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const owners: Readonly<Record<string, string>> = {
  s: 'the Microsoft Services tenant (f8cdef31-a31e-4b4a-93e4-5f571e91255a)',
  c: 'the Microsoft corporate tenant (72f988bf-86f1-41af-91ab-2d7cd011db47)',
  p: 'a Microsoft tenant (cdc5aeea-15c5-4db6-b079-fcadd2505dc2)',
};
const origins: Readonly<Record<string, ApplicationReference['listedBy']>> = { g: 'Microsoft Graph', d: 'Entra documentation', h: 'community list' };

/** The Microsoft application with this application ID, in any case and with or without braces; undefined for anything else. */
export function findApplication(appId: string): ApplicationReference | undefined {
  if (appId.length > 40) return undefined;
  const wanted = appId.trim().toLowerCase().replace(/^\{(.*)\}$/, '$1');
  if (!guid.test(wanted)) return undefined;
  const list = applicationList();
  const start = list.indexOf(`\n${wanted} `);
  if (start >= 0) return parseLine(list.slice(start + 1, list.indexOf('\n', start + 1)));
  const notable = notableApplications[wanted];
  return notable && { appId: wanted, name: notable.logName, listedBy: 'Identity Trail', notable };
}

/**
 * Applications whose names hold every word of the text, best first: whole name, then names that begin with it, then
 * resources workloads sign in to, then the rest by name. At most `limit` of them.
 */
export function searchApplications(text: string, limit = 50): readonly ApplicationReference[] {
  const words = text.slice(0, 200).toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const phrase = words.join(' ');
  const matches: { application: ApplicationReference; rank: number }[] = [];
  for (const line of applicationList().split('\n')) {
    const lower = line.slice(nameOffset).toLowerCase();
    const notable = notableApplications[line.slice(0, 36)];
    const names = notable ? `${lower} ${notable.logName.toLowerCase()}` : lower;
    if (!words.every((word) => names.includes(word))) continue;
    matches.push({ application: parseLine(line), rank: rank(lower, phrase, notable !== undefined) });
  }
  matches.sort((a, b) => a.rank - b.rank || a.application.name.localeCompare(b.application.name, 'en'));
  return matches.slice(0, limit).map(({ application }) => application);
}

/** The resources that workload identities mostly sign in to, with what such a sign-in means. */
export function workloadResources(): readonly ApplicationReference[] {
  return Object.keys(notableApplications).flatMap((appId) => findApplication(appId) ?? []);
}

const nameOffset = '00000000-0000-0000-0000-000000000000 -g '.length;

function rank(name: string, phrase: string, notable: boolean): number {
  if (name === phrase) return 0;
  if (notable) return 1;
  return name.startsWith(phrase) ? 2 : 3;
}

function parseLine(line: string): ApplicationReference {
  const appId = line.slice(0, 36);
  const owner = owners[line.charAt(37)];
  const notable = notableApplications[appId];
  return {
    appId,
    name: line.slice(nameOffset),
    listedBy: origins[line.charAt(38)] ?? 'community list',
    ...(owner && { owner }),
    ...(notable && { notable }),
  };
}
