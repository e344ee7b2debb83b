import path from 'node:path';
import { expect, test } from 'vitest';
import { importFault } from '../../src/build/edges.mjs';
import { layers } from '../../src/build/layers.mjs';
import { filesUnder, importsOf } from './repository.ts';

const sources = filesUnder('src', /\.(ts|mjs)$/);

test('imports keep to the layer table, the package owners and the modules\' faces', () => {
  const faults = sources.flatMap((file) => importsOf(file).map(({ specifier }) => withPlace(file, importFault(file.slice('src/'.length), specifier))));
  expect(faults.filter(Boolean)).toEqual([]);
});

test.each([
  ['kql/duckdb/emit.ts', '../../extension/index.ts', 'may not import extension/'],
  ['extension/main.ts', '@duckdb/node-api', 'may be imported only under engine/'],
  ['server/main.ts', 'vscode', 'may be imported only under extension'],
  ['extension/main.ts', '../protocol/result.ts', 'Only index.ts of protocol/'],
  ['base/types.ts', '../../test/x.ts', 'outside of src/'],
])('the check itself refuses %s → %s', (file, specifier, expected) => {
  expect(importFault(file, specifier)).toContain(expected);
});

test('the layer table has no cycle', () => {
  const edges = layers as Readonly<Record<string, readonly string[]>>;
  expect(cyclesOf(Object.keys(edges), (folder) => edges[folder] ?? [])).toEqual([]);
});

test('no cycle of imports at run time', () => {
  const known = new Set(sources);
  const edges = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter(({ specifier, typeOnly }) => !typeOnly && specifier.startsWith('.'))
        .map(({ specifier }) => path.posix.join(path.posix.dirname(file), specifier))
        .filter((target) => known.has(target)),
    ]),
  );
  expect(cyclesOf(sources, (file) => edges.get(file) ?? [])).toEqual([]);
});

const withPlace = (file: string, fault: string | undefined): string => (fault ? `${file}: ${fault}` : '');

/** Cycles of a graph, each as a chain of names that ends where it began; at most one per starting point. */
function cyclesOf(nodes: readonly string[], next: (node: string) => readonly string[]): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (node: string, chain: readonly string[]): void => {
    if (chain.includes(node)) cycles.push([...chain.slice(chain.indexOf(node)), node].join(' → '));
    if (done.has(node)) return;
    done.add(node);
    for (const target of next(node)) walk(target, [...chain, node]);
  };
  for (const node of nodes) walk(node, []);
  return cycles;
}
