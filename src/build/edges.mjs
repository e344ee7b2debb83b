import path from 'node:path';
import { furtherFaces, layers, packageOwners } from './layers.mjs';

/** The folder of the layer table that a file of src/ belongs to: the most specific one. `file` is relative to src/. */
export function layerOf(file) {
  const folders = path.posix.dirname(file).split('/');
  for (let length = folders.length; length > 0; length--) {
    const folder = folders.slice(0, length).join('/');
    if (folder in layers) return folder;
  }
  return undefined;
}

/**
 * What is wrong with an import, in one sentence; undefined when it is allowed.
 * @param {string} file importing file, relative to src/, with forward slashes
 * @param {string} specifier as written in the import
 * @returns {string | undefined}
 */
export function importFault(file, specifier) {
  const from = layerOf(file);
  if (from === undefined) return `${file} is in no folder of src/build/layers.mjs`;
  if (!specifier.startsWith('.')) return packageFault(from, specifier);
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (target === '../package.json') return undefined;
  if (target.startsWith('..')) return `${target} is outside of src/`;
  const to = layerOf(target);
  if (to === from) return undefined;
  if (to === undefined || !layers[from].includes(to)) return `${from}/ may not import ${to ?? target}/ (src/build/layers.mjs)`;
  const isFace = path.posix.basename(target) === 'index.ts' || target in furtherFaces || from === 'build' || !target.endsWith('.ts');
  return isFace ? undefined : `Only index.ts of ${to}/ may be imported from other modules`;
}

function packageFault(from, specifier) {
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const owners = packageOwners[name] ?? packageOwners[specifier];
  if (!owners || owners.some((owner) => from === owner || from.startsWith(`${owner}/`))) return undefined;
  return `${name} may be imported only under ${owners.join(', ')}/`;
}
