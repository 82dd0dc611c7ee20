/** Design tokens as utilities; their values stand in src/styles/tokens.css. */
export default {
  content: ['./src/**/*.{astro,ts}'],
  corePlugins: { preflight: false },
  theme: { extend: {} },
};
