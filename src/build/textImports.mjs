/** A Vite plugin: the same as esbuild's "text" loader, so that tests import texts the way the bundles do. */
export const textImports = {
  name: 'text-imports',
  /**
   * @param {string} code
   * @param {string} id
   */
  transform(code, id) {
    return /\.(kql|yaml)$/.test(id) ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined;
  },
};
