import type { AstroIntegration } from 'astro';

/** Names the variable that says where the renderer goes. */
export const RENDERER_VARIABLE = 'JIANGCE_RENDERER';
/** And the one that says under which path the site lies, `/jiangce/`: scripts and style sheets are linked with it. */
export const BASE_VARIABLE = 'JIANGCE_BASE';

/** The adapter that makes Astro's output a module with one function, which renders one path from its model. */
export function renderer(): AstroIntegration {
  return {
    name: 'jiangce-renderer',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'jiangce-renderer',
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- the value that is not; without it the old one is taken
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('renderer-entry.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
    },
  };
}
