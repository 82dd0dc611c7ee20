import { escapeHtml } from '../../lib/html.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import type { ExploreData } from '../../charts/explore/explore-data.ts';
import { buildPalette } from '../../renderers/palette.ts';
import { fitsPicture, renderPicture } from '../../renderers/svg/render-picture.ts';

/** What draws pictures is loaded when somebody wants one: half as much again as all that answers the form. */
export { renderDrawings } from '../../views/drawn-figure.ts';

export interface PictureOptions {
  colours: ExploreData['site']['colours'];
  /** The choice's full address. */
  url: string;
}

/** As wide as the site's own PNG files. */
const PNG_WIDTH_PX = 1600;

/** The chart as an SVG file with headline, sources and address in it. */
export function drawSvg(spec: ChartSpec, { colours, url }: PictureOptions): string {
  return renderPicture(spec, { format: 'wide', palette: buildPalette(colours), url });
}

/**
 * The chart as a PNG file: 16:9 with a QR code as the site's own, or as high as it has to be where a reader has put more into it. The
 * browser draws it, with the fonts it has.
 */
export async function drawPng(spec: ChartSpec, { colours, url }: PictureOptions): Promise<Blob> {
  const format = fitsPicture(spec, { format: 'poster', url }) ? 'poster' : 'wide';
  const svg = renderPicture(spec, { format, palette: buildPalette(colours), url });
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = PNG_WIDTH_PX;
    canvas.height = Math.floor((PNG_WIDTH_PX * image.height) / image.width);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gives no picture.'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * The chart as code for an article: one picture that stands in the code itself, with a link to where it was chosen. It loads
 * nothing and runs nothing, and keeps its figures whatever is corrected here.
 */
export function writePictureCode(spec: ChartSpec, options: PictureOptions): string {
  const bytes = new TextEncoder().encode(drawSvg(spec, options));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const image = `<img src="data:image/svg+xml;base64,${base64}" alt="${escapeHtml(spec.alt)}" width="100%">`;
  return `<figure style="margin:0"><a href="${escapeHtml(options.url)}">${image}</a></figure>`;
}
