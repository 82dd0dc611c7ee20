import { buildIssue, type Issue } from '../issues/issue.ts';
import type { ValidatedSite, ValidEntry } from '../schemas/validate.ts';
import { memoizeByObjects } from '../lib/memoize.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';
import { buildChartSpec } from './build-chart-spec.ts';
import type { ChartContext } from './chart-context.ts';
import { contentHash } from './freeze.ts';
import { findHeadlineFaults } from './headline-faults.ts';
import { findWrittenFigures } from './written-figures.ts';

/**
 * Everything wrong with charts and their frozen snapshots, at its place in the file. Works on content that has other errors: what
 * a broken statistic or source leaves unknown is passed over, since that error is reported where it is.
 */
export function checkCharts(site: ValidatedSite): Issue[] {
  return [
    ...checkDefinitions(site),
    ...site.entries.frozen.flatMap((entry) => checkFrozen(entry, site)),
    ...checkLedgers(site),
  ];
}

function checkDefinitions(site: ValidatedSite): Issue[] {
  return buildCharts(site).flatMap(({ entry: { file, locator, data }, findings, headlineFaults }) =>
    [...findWrittenFigures(data), ...findings, ...headlineFaults].map(({ code, path, message, hint }) =>
      buildIssue(code, { file, ...locator.valueAt(path), path: path.join('.'), message, hint }),
    ),
  );
}

/** The charts that may be drawn, for checks of what stands after them. */
export function buildSoundCharts(site: ValidatedSite): { entry: ValidEntry<'charts'>; spec: ChartSpec }[] {
  return buildCharts(site).flatMap(({ entry, spec }) => (spec ? [{ entry, spec }] : []));
}

/** Built once for all checks of the same content. */
const buildCharts = memoizeByObjects((...[{ entries, documents }]: readonly [ValidatedSite]) => {
  const { site, sources, taxonomy, honours } = documents;
  if (!site || !sources || !taxonomy) return [];
  const context: ChartContext = {
    site: site.data,
    statistics: new Map(entries.statistics.map(({ id, data }) => [id, data])),
    sources: new Map(sources.data.sources.map((source) => [source.id, source])),
    themes: new Map(taxonomy.data.themes.map((theme) => [theme.id, theme])),
    ladders: honours?.data.ladders ?? [],
  };
  return entries.charts.map((entry) => {
    const built = buildChartSpec(entry, context);
    return { entry, ...built, headlineFaults: built.spec ? findHeadlineFaults(entry.data, context) : [] };
  });
});

/** Embeds point at a frozen chart by its name, and trust that the content is the one they were given. */
function checkFrozen(
  { id: name, data, file, locator }: ValidEntry<'frozen'>,
  { entries, brokenIds }: ValidatedSite,
): Issue[] {
  const issues: Issue[] = [];
  const hash = contentHash(data.spec);
  if (data.hash !== hash) {
    issues.push(
      buildIssue('JC722', {
        file,
        ...locator.valueAt(['hash']),
        path: 'hash',
        message: `冻结的图表改了内容：按内容算出的指纹是 ${hash}，文件里写的是 ${data.hash}。`,
        hint: '从版本历史里恢复这个文件；数字要更正时改统计，页面会注明「此数据已更新」。',
      }),
    );
  }
  if (name !== `${data.id}@${data.hash}` || data.spec.id !== data.id) {
    issues.push(
      buildIssue('JC721', {
        file,
        ...locator.valueAt(['id']),
        path: 'id',
        message: `文件名是「${name}」，里面写的是「${data.id}@${data.hash}」（图表 ${data.spec.id}），两者应当一样。`,
        hint: `把文件名改回 ${data.spec.id}@${hash}.json。`,
      }),
    );
  }
  const chart = entries.charts.find((entry) => chartIds(entry).includes(data.id));
  if (chart && chart.data.frozen?.includes(data.hash) !== true) {
    issues.push(
      buildIssue('JC724', {
        file,
        message: `charts/${chart.id}.json 的 frozen 里没有登记 ${data.hash}。`,
        hint: `在 ${chart.file} 的 frozen 里补上 "${data.hash}"。`,
      }),
    );
  }
  if (!chart && brokenIds.charts?.includes(data.id) !== true) {
    issues.push(
      buildIssue('JC725', {
        file,
        message: `没有 charts/${data.id}.json 了；已经发出去的嵌入还能打开，会注明此图已停止更新。`,
        hint: `不是有意删除的话，从版本历史里恢复 charts/${data.id}.json。`,
      }),
    );
  }
  return issues;
}

/** The id of a chart and those it had: snapshots keep the name they were made under. */
function chartIds({ id, data }: Pick<ValidEntry<'charts'>, 'id' | 'data'>): string[] {
  return [id, ...(data.aliases ?? [])];
}

/** Every snapshot that a definition lists is still there. */
function checkLedgers({ entries, brokenIds }: ValidatedSite): Issue[] {
  const names = new Set([...entries.frozen.map(({ id }) => id), ...(brokenIds.frozen ?? [])]);
  return entries.charts.flatMap(({ id, data, file, locator }) =>
    (data.frozen ?? []).flatMap((hash, at) =>
      chartIds({ id, data }).some((name) => names.has(`${name}@${hash}`))
        ? []
        : buildIssue('JC723', {
            file,
            ...locator.valueAt(['frozen', at]),
            path: `frozen.${String(at)}`,
            message: `冻结的图表 frozen/${id}@${hash}.json 不见了，已经发出去的嵌入会打不开。`,
            hint: '从版本历史里恢复这个文件；冻结的图表不能删。',
          }),
    ),
  );
}
