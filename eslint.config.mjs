import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['src/**/*.ts', 'scripts/**/*.ts', '*.ts'];
const COMPONENTS = ['**/*.astro', '**/*.astro/*.ts'];

export default defineConfig(
  globalIgnores(['.astro/', '.cache/', 'dist/', 'dist-*/', 'content/', 'public/', 'src/tests/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Rules that need types run on TypeScript files only; components are type-checked by astro check.
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  { files: COMPONENTS, extends: [tseslint.configs.strict] },
  // After the rules above, which bring a parser of their own.
  ...astro.configs.recommended,

  {
    files: [...TYPESCRIPT, ...COMPONENTS],
    rules: { eqeqeq: 'error', 'prefer-const': 'error' },
  },
  {
    files: TYPESCRIPT,
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Functions as properties are checked strictly and can be passed on without their object.
      '@typescript-eslint/method-signature-style': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An index signature is read as record['key'], so that it does not look like a declared property.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // [...text] gives code points, which is what Chinese text with rare characters needs.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  // Types come from schemas: a function that builds one has no other name for what it returns.
  { files: ['src/schemas/**/*.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // Pure code reports by its result.
  { files: ['src/{lib,schemas,catalogue,charts,views}/**/*.ts'], rules: { 'no-console': 'error' } },
);
