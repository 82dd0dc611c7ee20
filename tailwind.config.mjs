import { COLOURS, DEFAULT_SITE_COLOURS } from './src/lib/colours.ts';
import { EMBED_SIZES } from './src/views/embed-sizes.ts';

/** Every number of a table of sizes, as CSS writes it. */
function toPixels(sizes) {
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, typeof size === 'number' ? `${size}px` : toPixels(size)]),
  );
}

/**
 * Style sheets take the values that code needs too from here: `theme(colors.light.paper)`. No page uses a utility, and Tailwind warns
 * of a style sheet that asks for them in vain, so none does: the first `tw-…` class wants `@tailwind utilities` in global.css. The
 * prefix keeps words of texts and classes of the project's own from being taken for utilities.
 */
export default {
  content: ['./src/{components,layouts,pages}/**/*.astro'],
  prefix: 'tw-',
  corePlugins: { preflight: false },
  theme: {
    extend: {
      colors: { ...COLOURS, site: DEFAULT_SITE_COLOURS },
      embed: toPixels(EMBED_SIZES),
    },
  },
};
