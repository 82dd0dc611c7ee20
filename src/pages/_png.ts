import { loadPngAssets } from '../integrations/png-assets.ts';
import { buildPngRenderer, type PngRenderer } from '../renderers/png/render-png.ts';

let renderer: Promise<PngRenderer> | undefined;

/** Turns drawings into PNG; its fonts are read once a build. */
export function getPngRenderer(): Promise<PngRenderer> {
  return (renderer ??= loadPngAssets().then(buildPngRenderer));
}
