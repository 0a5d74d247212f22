import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '.madang/**', 'node_modules/**', 'packages/localnet/recordings/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from @madang/config.' },
      ],
      // The house makes objects by factories whose methods close over what they need: none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: [
      'packages/config/src/**',
      'packages/testkit/src/**',
      '{packages,apps}/*/{test,bench}/**',
      'vitest.config.ts',
      '**/*.test.ts',
      '**/*.test.tsx',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // A grammar, and what each kind of expression gives, are one switch each, read from top to bottom.
    files: [
      'apps/audit/src/domain/python/{atoms,statements,tree}.ts',
      'apps/audit/src/domain/flow/{calls,evaluate,execute}.ts',
      'apps/audit/src/domain/model/build-program.ts',
    ],
    rules: { 'max-lines': ['warn', { max: 800, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A tree of Python has seventy kinds of node, and most questions are about a few: `default` is for all others.
    files: ['apps/audit/**/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: ['describe', 'it', 'test'] },
      ],
    },
  },
);
