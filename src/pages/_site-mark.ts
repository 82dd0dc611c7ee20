import sharp from 'sharp';
import { getSealGlyphs } from '../integrations/display-font.ts';
import { COLOURS } from '../lib/colours.ts';
import { renderSeal } from '../renderers/seal.ts';
import { getSite } from './_site.ts';

/** The site's mark, cut like a name seal, as an SVG that stands alone. */
export async function renderSiteMark(): Promise<string> {
  const { colours, mark } = (await getSite()).catalogue.site;
  return renderSeal({ id: 'site', name: mark, isRelief: true }, getSealGlyphs(), {
    ground: colours.seal,
    paper: COLOURS.light.paper,
  });
}

/** The same as a PNG, `size` pixels square, for devices that take no SVG. */
export async function renderSiteIcon(size: number): Promise<Response> {
  const svg = await renderSiteMark();
  const png = await sharp(Buffer.from(svg), { density: 300 })
    .resize(size, size)
    .flatten({ background: COLOURS.light.paper })
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
