import { basename } from 'node:path/posix';
import type { KitModel } from '../../outputs/press.ts';
import { renderChartDocx } from '../../renderers/docx.ts';
import { buildPalette } from '../../renderers/palette.ts';
import { renderPicture } from '../../renderers/svg/render-picture.ts';
import { buildZip, type ZipEntry } from '../../renderers/zip.ts';
import { chartPicturePath, listChartPictures } from '../../views/chart-pictures.ts';
import type { SiteFrame } from '../../views/frame.ts';
import { buildKitFiles, type KitFormat } from '../../views/press.ts';
import { getChartPng } from '../_png.ts';
import { keepRecent } from '../_recent.ts';

/** Files of one chart's press kit; the page states their size. */
export type KitFiles = Readonly<Record<KitFormat, Uint8Array>>;

const makeKit = keepRecent(async ({ kit, site }: { kit: KitModel; site: SiteFrame }): Promise<KitFiles> => {
  const { spec, url, texts } = kit;
  const pictures = await drawPictures(kit, site);
  const png = await getChartPng({ spec, url, format: 'bare', widthPx: DOCUMENT_WIDTH_PX }, site);
  const docx = await renderChartDocx(spec, { png, url });
  return { docx, zip: buildZip(buildKitFiles(spec, { pictures, docx, texts, url, colours: site.colours })) };
});

/** A little over 254 dots an inch on a page of A4. */
const DOCUMENT_WIDTH_PX = 1680;

/** Every picture of the chart, named as on the site. */
async function drawPictures({ spec, url }: KitModel, site: SiteFrame): Promise<ZipEntry[]> {
  const palette = buildPalette(site.colours);
  const entries: ZipEntry[] = [];
  for (const picture of listChartPictures(spec, url)) {
    const { format, type, widthPx } = picture;
    const content =
      type === 'png'
        ? await getChartPng({ spec, url, format, widthPx }, site)
        : renderPicture(spec, { format, palette, url });
    entries.push({ name: basename(chartPicturePath(spec.id, picture)), content });
  }
  return entries;
}

export function getKitFiles(kit: KitModel, site: SiteFrame): Promise<KitFiles> {
  return makeKit({ kit, site });
}
