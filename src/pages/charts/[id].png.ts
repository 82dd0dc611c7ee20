import type { APIRoute } from 'astro';
import type { ChartFile } from '../../outputs/charts.ts';
import { receive, type Received } from '../../outputs/receive.ts';
import { getChartPng } from '../_png.ts';

export const GET: APIRoute = async (context) => {
  const { site, page }: Received<ChartFile> = receive(context);
  return new Response(new Uint8Array(await getChartPng(page, site)));
};
