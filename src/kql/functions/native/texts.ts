import type { Dynamic } from './dynamicValue.ts';
import { parseDynamic } from './dynamicValue.ts';
import { parsePath, valueAt } from './jsonPath.ts';
import { nativeWith, native, remembering, type NativeFunction } from './nativeFunction.ts';
import { parseXml } from './xml.ts';

/** The first record only; doubled quotes inside quotes are one. */
function parseCsv(text: string): Dynamic {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;
  for (;;) {
    const match = field.exec(text);
    if (!match) return fields;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') return fields;
  }
}

/** A text of JSON, or the text itself: what `parse_json` gives for text that is none. */
function parseJson(text: string): Dynamic {
  if (text === '') return null;
  try {
    return parseDynamic(text);
  } catch {
    return text;
  }
}

export const textFunctions: readonly NativeFunction[] = [
  native({ name: 'parse_csv', parameters: ['string'], result: 'dynamic' }, parseCsv),
  native({ name: 'parse_xml', parameters: ['string'], result: 'dynamic' }, parseXml),
  native({ name: 'parse_json_text', parameters: ['string'], result: 'dynamic' }, parseJson),
  nativeWith({ name: 'extract_json_value', parameters: ['string', 'string'], result: 'dynamic' }, () => {
    const steps = remembering(parsePath);
    return (path, text) => {
      const found = steps(path);
      return found ? (valueAt(parseJson(text), found) ?? null) : null;
    };
  }),
];
