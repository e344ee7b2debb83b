import tseslint from 'typescript-eslint';
import { layerRule } from './src/build/layerRule.mjs';
import { lineCeiling, sizeExceptions } from './src/build/sizeExceptions.mjs';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test-output/', '.vscode-test/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
        { selector: ['function', 'classMethod'], format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // An unnecessary condition is often a guard against data from outside, whose type is a promise we cannot check.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'max-lines': ['error', { max: lineCeiling }],
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,mjs}'],
    plugins: { identityTrail: { rules: { layers: layerRule } } },
    rules: { 'identityTrail/layers': 'error' },
  },
  { files: Object.keys(sizeExceptions).map((name) => (name.endsWith('/') ? `${name}**` : name)), rules: { 'max-lines': 'off' } },
  // Only require loads at the first use what is a call and no import(); Microsoft's library is two scripts that share a global, in this order.
  { files: ['src/kql/syntax/kusto.ts', 'src/kql/functions/native/geographyCells.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['src/cli/**', 'src/build/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests index fixtures they wrote themselves; a wrong index fails the test.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      // `async ({}, use)` is how vitest wants a fixture without dependencies.
      'no-empty-pattern': 'off',
    },
  },
  { files: ['**/*.d.ts', '**/*.config.*', '*.mjs'], rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/naming-convention': 'off' } },
);
