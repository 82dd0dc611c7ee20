import { renderChartDocx } from '../../renderers/docx.ts';
import { buildZip } from '../../renderers/zip.ts';
import type { ChartSpec } from '../../schemas/chart-spec.ts';
import { buildKitFiles, type KitFormat } from '../../views/press.ts';
import { getChartPng } from '../_png.ts';
import { getSite } from '../_site.ts';

/** Files of one chart's press kit, made once a build: the page states their size. */
export type KitFiles = Readonly<Record<KitFormat, Uint8Array>>;

const made = new Map<string, Promise<KitFiles>>();

export function getKitFiles(spec: ChartSpec): Promise<KitFiles> {
  const known = import.meta.env.DEV ? undefined : made.get(spec.id);
  if (known) return known;
  const files = makeKitFiles(spec);
  made.set(spec.id, files);
  return files;
}

async function makeKitFiles(spec: ChartSpec): Promise<KitFiles> {
  const site = await getSite();
  const png = await getChartPng(spec);
  const docx = await renderChartDocx(spec, { png, url: site.absolute(spec.path) });
  return { docx, zip: buildZip(buildKitFiles(spec, { png, docx }, site)) };
}
