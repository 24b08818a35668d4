import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', '.astro', '.cache', 'node_modules', '**/*.astro', 'test/input', 'test/output'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='slice'][callee.object.callee.property.name='toISOString']",
          message: "A day is a day in the agency's zone: use dayOf() of #model/day.ts.",
        },
      ],
    },
  },
  { files: ['vitest.config.ts'], rules: { '@typescript-eslint/triple-slash-reference': 'off' } },
  // A date without a time, and invented servers that speak UTC.
  { files: ['src/model/day.ts', 'src/content.config.ts', 'scripts/sample/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
