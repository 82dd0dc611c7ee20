import type { APIRoute, GetStaticPaths } from 'astro';
import { buildRecords, OPEN_DATA_KINDS, type OpenDataKind } from '../../views/open-data.ts';
import { getSite } from '../_site.ts';

export const getStaticPaths = (() => OPEN_DATA_KINDS.map((kind) => ({ params: { kind } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  Response.json(buildRecords(params['kind'] as OpenDataKind, await getSite()));
