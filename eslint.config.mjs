import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const TYPED = ['src/**/*.ts', 'scripts/**/*.ts', '*.ts'];

export default tseslint.config(
  { ignores: ['.astro/', '.cache/', 'dist/', 'dist-*/', 'content/', 'public/', 'src/tests/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...astro.configs.recommended,

  // Types are at hand for TypeScript files; components are type-checked by astro check.
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  { files: ['**/*.astro', '**/*.astro/*.ts'], extends: [tseslint.configs.strict] },
  {
    files: [...TYPED, '**/*.astro', '**/*.astro/*.ts'],
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: TYPED,
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // [...text] gives code points, which is what Chinese text with rare characters needs.
      '@typescript-eslint/no-misused-spread': 'off',
      // An index signature is read as record['key'], as TypeScript's own option of this name would have it.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  // Types come from schemas: a function that builds one has no other name for what it returns.
  { files: ['src/schemas/**/*.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // Pure code reports by its result.
  { files: ['src/{lib,schemas,catalogue,charts,views}/**/*.ts'], rules: { 'no-console': 'error' } },
);
