import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCatalogue } from '../../src/catalogue/catalogue.ts';
import { buildChartContext } from '../../src/charts/chart-context.ts';
import { buildChartSpec } from '../../src/charts/build-chart-spec.ts';
import { toChartJs } from '../../src/charts/chart-js.ts';
import { toCsv } from '../../src/charts/csv.ts';
import { loadPngAssets } from '../../src/integrations/png-assets.ts';
import { contentFolder } from '../../src/integrations/settings.ts';
import { openSite } from '../../src/opening/open-site.ts';
import { renderChartDocx } from '../../src/renderers/docx.ts';
import { buildPalette } from '../../src/renderers/palette.ts';
import { renderChartPng } from '../../src/renderers/png/chart-png.ts';
import { buildPngRenderer } from '../../src/renderers/png/render-png.ts';
import { renderPicture } from '../../src/renderers/svg/render-picture.ts';
import { renderSvg } from '../../src/renderers/svg/render-svg.ts';
import { renderWechat } from '../../src/renderers/wechat.ts';
import { buildZip } from '../../src/renderers/zip.ts';
import type { ChartSpec } from '../../src/schemas/chart-spec.ts';
import { buildViewContext, type ViewContext } from '../../src/views/context.ts';
import { renderChartFigure } from '../../src/views/drawn-figure.ts';
import { buildLiveEmbed } from '../../src/views/embed.ts';
import { buildKitFiles, buildKitTexts } from '../../src/views/press.ts';
import { projectRoot } from '../processes/node-process.ts';
import type { Bench } from './bench.ts';
import { formatSize, median } from './figures.ts';
import { measureProcess } from './measure-process.ts';

const SITE = 'qingdao';
/** gzip, with everything the page loads. */
const EMBED_BUDGET = 40_000;

/** One face of a chart: how it is made, and how many bytes come out. */
interface Face {
  name: string;
  make: (spec: ChartSpec) => unknown;
  sizeOf?: (made: unknown) => number;
}

interface FaceTime {
  name: string;
  /** Milliseconds a chart, the median of all charts. */
  median: number;
  most: number;
  /** Bytes of the largest; undefined for what is no file. */
  largest: number | undefined;
}

/** What each face of a chart costs to make, and what an embedded page weighs. */
export const chartsBench: Bench = {
  title: '图表的各种样子（青岛站）',
  async run({ folder, report, runs }) {
    const site = await readContext();
    const specs = [...site.charts.values()];
    const times: FaceTime[] = [];
    for (const face of await listFaces(site)) {
      report(face.name);
      times.push(await timeFace(face, specs, runs));
    }
    const output = path.join(folder, 'site');
    report('构建青岛站');
    await measureProcess({
      command: [process.execPath, path.join(projectRoot, 'scripts', 'build.ts')],
      cwd: projectRoot,
      env: { SITE, OUT_DIR: output },
    });
    const embeds = await Promise.all(specs.map(async ({ id }) => ({ id, bytes: await weighEmbed(output, id) })));
    const heaviest = embeds.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    return {
      tables: [
        {
          title: `${String(specs.length)} 张图，每张各做 ${String(runs)} 次取中位数`,
          columns: ['样子', '每张毫秒', '最慢一张', '最大'],
          rows: times.map(({ name, median: middle, most, largest }) => [
            name,
            middle.toFixed(2),
            most.toFixed(2),
            largest === undefined ? '' : formatSize(largest),
          ]),
          notes: [
            `/embed/编号/ 只有一个文件，gzip 后中位数 ${formatSize(median(embeds.map(({ bytes }) => bytes)))}，最重的是 ${heaviest.id}，${formatSize(heaviest.bytes)}${heaviest.bytes > EMBED_BUDGET ? ' ✗' : ''}，预算 ${formatSize(EMBED_BUDGET)}。`,
            '图表页的脚本见 page-weight。',
          ],
        },
      ],
      data: { site: SITE, faces: times, embeds, embedBudget: EMBED_BUDGET },
    };
  },
};

async function readContext(): Promise<ViewContext> {
  const { content } = await openSite(contentFolder(SITE));
  if (!content) throw new Error(`${SITE} 的内容有错误，没法测量。`);
  return buildViewContext(buildCatalogue(content));
}

async function listFaces(site: ViewContext): Promise<Face[]> {
  const { catalogue, absolute } = site;
  const palette = buildPalette(catalogue.site.colours);
  const context = buildChartContext(catalogue);
  const renderPng = await buildPngRenderer(await loadPngAssets());
  const png = (spec: ChartSpec): Uint8Array => renderChartPng(spec, { palette, url: absolute(spec.path) }, renderPng);
  const docx = (spec: ChartSpec, picture: Uint8Array): Promise<Uint8Array> =>
    renderChartDocx(spec, { png: picture, url: absolute(spec.path) });
  const pictures = new Map([...site.charts].map(([id, spec]) => [id, png(spec)]));
  const documents = new Map(
    await Promise.all(
      [...site.charts].map(async ([id, spec]) => [id, await docx(spec, getBytes(pictures, id))] as const),
    ),
  );
  const bytesOf = (made: unknown): number =>
    made instanceof Uint8Array ? made.length : Buffer.byteLength(String(made));
  return [
    {
      name: 'ChartSpec',
      make: ({ id }) => {
        const entry = catalogue.entries.charts.get(id);
        return entry && buildChartSpec(entry, context);
      },
    },
    { name: '网页里的图，宽', make: (spec) => renderSvg(spec, { layout: 'wide', palette }).markup, sizeOf: bytesOf },
    { name: '网页里的图，窄', make: (spec) => renderSvg(spec, { layout: 'narrow', palette }).markup, sizeOf: bytesOf },
    { name: '网页里的图，连同数据表', make: (spec) => renderChartFigure(spec, site), sizeOf: bytesOf },
    { name: 'Chart.js 配置', make: toChartJs },
    { name: 'CSV', make: toCsv, sizeOf: bytesOf },
    {
      name: 'SVG 文件',
      make: (spec) => renderPicture(spec, { format: 'wide', palette, url: absolute(spec.path) }),
      sizeOf: bytesOf,
    },
    { name: 'PNG 文件', make: png, sizeOf: bytesOf },
    { name: '嵌入页', make: (spec) => buildLiveEmbed(spec, site) },
    { name: '公众号稿', make: (spec) => renderWechat(spec, { palette, url: absolute(spec.path) }), sizeOf: bytesOf },
    { name: 'Word 文件', make: (spec) => docx(spec, getBytes(pictures, spec.id)), sizeOf: bytesOf },
    {
      name: 'ZIP（不含画图）',
      make: (spec) =>
        buildZip(
          buildKitFiles(spec, {
            pictures: [{ name: `${spec.id}.png`, content: getBytes(pictures, spec.id) }],
            docx: getBytes(documents, spec.id),
            texts: buildKitTexts(spec, site),
            colours: catalogue.site.colours,
            url: absolute(spec.path),
          }),
        ),
      sizeOf: bytesOf,
    },
  ];
}

function getBytes(files: ReadonlyMap<string, Uint8Array>, id: string): Uint8Array {
  const bytes = files.get(id);
  if (!bytes) throw new Error(`No file of «${id}».`);
  return bytes;
}

async function timeFace({ name, make, sizeOf }: Face, specs: readonly ChartSpec[], runs: number): Promise<FaceTime> {
  const times: number[] = [];
  let largest: number | undefined;
  for (const spec of specs) {
    const own: number[] = [];
    let made: unknown;
    // Once before the clock runs, so that nothing is measured that happens only the first time.
    for (let run = 0; run <= runs; run += 1) {
      const started = performance.now();
      made = await make(spec);
      if (run > 0) own.push(performance.now() - started);
    }
    times.push(median(own));
    if (sizeOf) largest = Math.max(largest ?? 0, sizeOf(made));
  }
  return { name, median: median(times), most: Math.max(...times), largest };
}

/** The page holds all it needs; anything it loaded would be a fault that the tests of the built site find. */
async function weighEmbed(output: string, id: string): Promise<number> {
  return gzipSync(await readFile(path.join(output, 'embed', id, 'index.html'))).length;
}
