import type { APIRoute, GetStaticPaths } from 'astro';
import { getById } from '../../catalogue/catalogue.ts';
import { toCsv } from '../../charts/csv.ts';
import { buildPalette } from '../../renderers/palette.ts';
import { renderPicture } from '../../renderers/svg/render-picture.ts';
import { CHART_FILES, chartFilePath, type ChartFileFormat } from '../../views/chart-data.ts';
import { getChartPng } from '../_png.ts';
import { getSite } from '../_site.ts';

/** The public files of every chart. Their addresses are printed and embedded: they never change. */
export const getStaticPaths = (async () => {
  const { charts } = await getSite();
  return [...charts.keys()].flatMap((id) =>
    CHART_FILES.map(({ format }) => ({
      params: { file: chartFilePath(id, format).slice('/charts/'.length) },
      props: { id, format },
    })),
  );
}) satisfies GetStaticPaths;

const TYPES: Readonly<Record<ChartFileFormat, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export const GET: APIRoute = async ({ props }) => {
  const { id, format } = props as { id: string; format: ChartFileFormat };
  return new Response(await renderFile(id, format), { headers: { 'Content-Type': TYPES[format] } });
};

async function renderFile(id: string, format: ChartFileFormat): Promise<BodyInit> {
  const site = await getSite();
  const spec = getById(site.charts, id);
  const palette = buildPalette(site.catalogue.site.colours);
  const url = site.absolute(spec.path);
  switch (format) {
    case 'svg':
      return renderPicture(spec, { format: 'wide', palette, url });
    case 'png':
      return new Uint8Array(await getChartPng(spec));
    case 'csv':
      return toCsv(spec);
    case 'json':
      return `${JSON.stringify(spec, null, 2)}\n`;
  }
}
