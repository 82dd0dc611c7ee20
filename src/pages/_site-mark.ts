import sharp from 'sharp';
import { getSealGlyphs } from '../integrations/display-font.ts';
import { COLOURS } from '../lib/colours.ts';
import type { IconModel, MarkModel } from '../outputs/site-files.ts';
import { renderSeal } from '../renderers/seal.ts';

/** The site's mark, cut like a name seal, as an SVG that stands alone. */
export function renderSiteMark({ mark, colours }: MarkModel): string {
  return renderSeal({ id: 'site', name: mark, isRelief: true }, getSealGlyphs(), {
    ground: colours.seal,
    paper: COLOURS.light.paper,
  });
}

/** The same as a PNG, for what takes no SVG. */
export function drawSiteMark(icon: IconModel): Promise<Buffer> {
  return sharp(Buffer.from(renderSiteMark(icon)), { density: 300 })
    .resize(icon.size, icon.size)
    .flatten({ background: COLOURS.light.paper })
    .png()
    .toBuffer();
}
