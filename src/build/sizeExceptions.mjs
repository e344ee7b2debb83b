/** No source file is longer than this many lines … */
export const lineCeiling = 500;

/** … but for these, each with the reason. Paths from the root; a folder ends in a slash. */
export const sizeExceptions = {
  'src/reference/data/': 'reference data: one row per fact, nothing to split by concept',
};

/** @param {string} file path from the root @returns {boolean} */
export function mayBeLong(file) {
  return Object.keys(sizeExceptions).some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name));
}
