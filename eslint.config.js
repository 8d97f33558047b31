import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.stryker-tmp/', 'docs/', 'editors/*/dist/', 'editors/*/node_modules/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', { max: 5 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  { files: ['src/**'], ignores: ['src/hosts/**'], rules: { 'no-console': 'error' } },
)
