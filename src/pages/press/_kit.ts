import type { KitModel } from '../../outputs/press.ts';
import { renderChartDocx } from '../../renderers/docx.ts';
import { buildZip } from '../../renderers/zip.ts';
import type { SiteFrame } from '../../views/frame.ts';
import { buildKitFiles, type KitFormat } from '../../views/press.ts';
import { getChartPng } from '../_png.ts';
import { keepRecent } from '../_recent.ts';

/** Files of one chart's press kit; the page states their size. */
export type KitFiles = Readonly<Record<KitFormat, Uint8Array>>;

const makeKit = keepRecent(async ({ kit, site }: { kit: KitModel; site: SiteFrame }): Promise<KitFiles> => {
  const { spec, url, texts } = kit;
  const png = await getChartPng(kit, site);
  const docx = await renderChartDocx(spec, { png, url });
  return { docx, zip: buildZip(buildKitFiles(spec, { png, docx, texts, url, colours: site.colours })) };
});

export function getKitFiles(kit: KitModel, site: SiteFrame): Promise<KitFiles> {
  return makeKit({ kit, site });
}
