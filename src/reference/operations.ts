import { operationList } from './data/operationList.ts';
import type { OperationReference } from './types.ts';

/** How an operation was found; `differs` says in words what in the text is not as documented. */
export interface OperationMatch {
  readonly operation: OperationReference;
  /** The text that logs are known to hold: compare with these, or with `has`. */
  readonly spellings: readonly string[];
  readonly differs?: string;
}

/** The AuditLogs operations about applications, credentials, consent, roles and policies. Names can occur under two services. */
export const auditOperations: readonly OperationReference[] = operationList.trim().split('\n').map((line) => {
  const [name = '', category = '', service = '', topics = '', variants = '', meaning = ''] = line.split('|');
  return { name, category, service, topics: split(topics, ','), variants: split(variants, ';'), meaning };
});

const longest = Math.max(...auditOperations.map(({ name }) => name.length)) + 20;

/**
 * The operation of this name, also when dashes, case, blanks or a full stop at the end differ: exact spellings first.
 * Of two operations of one name the first in the list is given, which is the directory's own.
 */
export function findOperation(name: string): OperationMatch | undefined {
  if (name.length > longest) return undefined;
  const spelt = auditOperations.find((operation) => spellings(operation).includes(name));
  if (spelt) return match(spelt, name);
  const wanted = normalise(name);
  const near = wanted === '' ? undefined : auditOperations.find((operation) => normalise(operation.name) === wanted);
  return near && match(near, name);
}

function match(operation: OperationReference, text: string): OperationMatch {
  const known = spellings(operation);
  const differs = describeDifference(text, operation.name);
  return { operation, spellings: known, ...(differs && { differs }) };
}

function spellings({ name, variants }: OperationReference): readonly string[] {
  return [name, ...variants];
}

const dashes = /[\u2010-\u2015\u2212]/g;

function normalise(text: string): string {
  return text.replace(dashes, '-').replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase();
}

function describeDifference(text: string, name: string): string | undefined {
  if (text === name) return undefined;
  const differences = [
    text.search(dashes) >= 0 && 'a long dash (U+2013) where the documentation has a hyphen',
    text !== text.trim() && 'blanks at its start or end',
    text.trim().endsWith('.') && 'a full stop at its end',
    /\s{2}|[^\S ]/.test(text.trim()) && 'other blanks between the words',
    caseDiffers(text, name) && 'other capital letters',
  ].filter((difference) => difference !== false);
  return `It is written with ${differences.join(' and ')}.`;
}

function caseDiffers(text: string, name: string): boolean {
  const plain = (value: string) => value.replace(dashes, '-').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return plain(text) !== plain(name);
}

function split(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator);
}
