import { parseIsoTicks, quoteKqlString } from '../base/index.ts';
import type { ScenarioParameter } from './scenario.ts';

const timespan = /^(?:\d+(?:\.\d+)?(?:d|h|m|s|ms)|(?:\d+\.)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?)$/;

/** The KQL literal of a parameter's value, or undefined when the text is none of its type. */
export function quoteKqlValue(type: ScenarioParameter['type'], text: string): string | undefined {
  const trimmed = text.trim();
  switch (type) {
    case 'string':
      return quoteKqlString(text);
    case 'long':
      return /^-?\d{1,18}$/.test(trimmed) ? trimmed : undefined;
    case 'bool':
      return /^(?:true|false)$/i.test(trimmed) ? trimmed.toLowerCase() : undefined;
    case 'timespan':
      if (!timespan.test(trimmed)) return undefined;
      return trimmed.includes(':') ? `time(${trimmed})` : trimmed;
    case 'datetime':
      return parseIsoTicks(trimmed) === undefined ? undefined : `datetime(${trimmed})`;
  }
}
