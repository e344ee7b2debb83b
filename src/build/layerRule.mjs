import path from 'node:path';
import { importFault } from './edges.mjs';
import { root } from './processes.mjs';

/** ESLint rule: imports of src/ keep to the table in layers.mjs. */
export const layerRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports keep to src/build/layers.mjs' } },
  create(context) {
    const file = path.relative(path.join(root, 'src'), context.filename).replaceAll(path.sep, '/');
    const look = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const fault = importFault(file, node.source.value);
      if (fault) context.report({ node, message: fault });
    };
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look, ImportExpression: look };
  },
};
