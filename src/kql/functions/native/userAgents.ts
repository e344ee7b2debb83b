import patternsText from 'uap-core/regexes.yaml';
import { parse } from 'yaml';
import { isArray, type Dynamic } from './dynamicValue.ts';
import { NativeFailure, nativeWith, type NativeFunction } from './nativeFunction.ts';

interface Pattern {
  readonly regex: string;
  readonly regex_flag?: string;
  readonly [replacement: `${string}_replacement`]: string | undefined;
}

type List = 'user_agent_parsers' | 'os_parsers' | 'device_parsers';

/** One property of an answer: the replacement that gives it, else the group of the match, if any. */
type Part = readonly [name: string, replacement: `${string}_replacement`, group: number];

interface Target {
  readonly asked: string;
  readonly name: string;
  readonly list: List;
  readonly parts: readonly Part[];
}

const targets: readonly Target[] = [
  { asked: 'browser', name: 'Browser', list: 'user_agent_parsers', parts: [['Family', 'family_replacement', 1], ['MajorVersion', 'v1_replacement', 2], ['MinorVersion', 'v2_replacement', 3], ['Patch', 'v3_replacement', 4]] },
  { asked: 'os', name: 'OperatingSystem', list: 'os_parsers', parts: [['Family', 'os_replacement', 1], ['MajorVersion', 'os_v1_replacement', 2], ['MinorVersion', 'os_v2_replacement', 3], ['Patch', 'os_v3_replacement', 4], ['PatchMinor', 'os_v4_replacement', 5]] },
  { asked: 'device', name: 'Device', list: 'device_parsers', parts: [['Family', 'device_replacement', 1], ['Brand', 'brand_replacement', 0], ['Model', 'model_replacement', 1]] },
];

/** No server takes a longer header; every pattern is bounded, so that what is read takes bounded time. */
const longestRead = 8192;

type Compiled = readonly { readonly expression: RegExp; readonly pattern: Pattern }[];

/** The patterns, read at the first use: most queries need none of them. */
class UserAgentPatterns {
  #lists: Readonly<Record<List, Compiled>> | undefined;

  first(list: List, text: string): { readonly pattern: Pattern; readonly match: RegExpExecArray } | undefined {
    this.#lists ??= read();
    for (const { expression, pattern } of this.#lists[list]) {
      const match = expression.exec(text);
      if (match) return { pattern, match };
    }
    return undefined;
  }
}

function read(): Readonly<Record<List, Compiled>> {
  const lists = parse(patternsText) as Readonly<Record<List, readonly Pattern[]>>;
  const compiled = (list: List): Compiled => lists[list].map((pattern) => ({ pattern, expression: new RegExp(pattern.regex, pattern.regex_flag ?? '') }));
  return { user_agent_parsers: compiled('user_agent_parsers'), os_parsers: compiled('os_parsers'), device_parsers: compiled('device_parsers') };
}

function found({ list, parts }: Target, text: string, patterns: UserAgentPatterns): Dynamic {
  const hit = patterns.first(list, text);
  const value = ([name, replacement, group]: Part): string => {
    if (!hit) return name === 'Family' ? 'Other' : '';
    const written = hit.pattern[replacement];
    if (written === undefined) return group === 0 ? '' : (hit.match[group] ?? '').trim();
    return written.replace(/\$(\d)/g, (_, at: string) => hit.match[Number(at)] ?? '').trim();
  };
  return new Map(parts.map((part) => [part[0], value(part)]));
}

function targetsOf(lookFor: Dynamic): readonly Target[] {
  const asked = new Set((isArray(lookFor) ? lookFor : [lookFor]).map((item) => (typeof item === 'string' ? item.toLowerCase() : '')));
  const known = targets.filter((target) => asked.has(target.asked));
  if (known.length === 0 || known.length < asked.size) throw new NativeFailure('what to look for is "browser", "os" or "device", or an array of them');
  return known;
}

const patterns = new UserAgentPatterns();

/** The patterns are those of uap-core, which Kusto's own are made from; which edition of them Kusto has is not documented. */
export const userAgentFunctions: readonly NativeFunction[] = [
  nativeWith({ name: 'parse_user_agent', parameters: ['string', 'dynamic'], result: 'dynamic' }, () => {
    const answers = new Map<string, Dynamic>();
    return (agent, lookFor) => {
      const wanted = targetsOf(lookFor);
      const key = `${wanted.map(({ asked }) => asked).join(' ')} ${agent}`;
      const answer = answers.get(key) ?? new Map(wanted.map((target) => [target.name, found(target, agent.slice(0, longestRead), patterns)]));
      answers.set(key, answer);
      return answer;
    };
  }),
];
