import type { Dynamic } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';

const encoder = new TextEncoder();

/** Percent signs with lower-case digits for all but letters, digits and the given marks. */
function percentEncoded(text: string, kept: RegExp): string {
  return [...encoder.encode(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return byte < 128 && kept.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}

const unreserved = /[a-zA-Z0-9\-_.!*()]/;

/** What is no valid escape stays as written. */
export function percentDecoded(text: string): string {
  return text.replaceAll('+', ' ').replace(/(%[\da-f]{2})+/gi, (escapes) => new TextDecoder().decode(Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))));
}

function parametersOf(query: string): Dynamic {
  const found = new Map<string, Dynamic>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    found.set(percentDecoded(name), percentDecoded(value.join('=')));
  }
  return found;
}

/** The parts of an absolute URL; what a part lacks is an empty text. */
function parseUrl(url: string): Dynamic {
  const [, scheme = '', authority, path = '', query = '', fragment = ''] = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(url.trim()) ?? [];
  const [, user = '', password = '', host = '', port = ''] = /^(?:([^:@]*)(?::([^@]*))?@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority ?? '') ?? [];
  return new Map<string, Dynamic>([
    ['Scheme', scheme], ['Host', host], ['Port', port], ['Path', path], ['Username', user], ['Password', password],
    ['Query Parameters', parametersOf(query)], ['Fragment', fragment],
  ]);
}

function parsePath(path: string): Dynamic {
  const [, scheme = '', plain = ''] = /^(?:([a-z][a-z\d+.-]+):\/\/)?(.*)$/is.exec(path) ?? [];
  const root = /^(?:\\\\\?\\)?([a-z]:)/i.exec(plain)?.[1] ?? '';
  const cut = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
  const directory = cut < 0 ? '' : plain.slice(0, cut);
  const [file = '', stream = ''] = plain.slice(cut + 1).split(':');
  const dot = file.lastIndexOf('.');
  return new Map<string, Dynamic>([
    ['Scheme', scheme], ['RootPath', root], ['DirectoryPath', directory], ['DirectoryName', directory.split(/[\\/]/).at(-1) ?? ''],
    ['Filename', file], ['Extension', dot < 0 ? '' : file.slice(dot + 1)], ['AlternateDataStreamName', stream],
  ]);
}

export const urlFunctions: readonly NativeFunction[] = [
  native({ name: 'url_encode', parameters: ['string'], result: 'string' }, (text) => percentEncoded(text, /[a-zA-Z0-9\-_.!*() ]/).replaceAll(' ', '+')),
  native({ name: 'url_encode_component', parameters: ['string'], result: 'string' }, (text) => percentEncoded(text, unreserved)),
  native({ name: 'url_decode', parameters: ['string'], result: 'string' }, percentDecoded),
  ...['parse_url', 'parseurl'].map((name) => native({ name, parameters: ['string'], result: 'dynamic' }, parseUrl)),
  ...['parse_urlquery', 'parseurlquery'].map((name) => native({ name, parameters: ['string'], result: 'dynamic' }, (query) => new Map([['Query Parameters', parametersOf(query.replace(/^\?/, ''))]]))),
  native({ name: 'parse_path', parameters: ['string'], result: 'dynamic' }, parsePath),
];
