/**
 * `npm run freeze -- CHART… [--until 2023]`: keeps charts as they are now, for embeds that must never change. `--until` keeps one as it
 * stood: only figures stated up to that date. Writes frozen/<chart>@<hash>.json and enters the hash in the chart's definition.
 */
import { applyEdits, modify } from 'jsonc-parser';
import { takeSnapshot } from '../src/authoring/content-snapshot.ts';
import { commitFiles } from '../src/authoring/writing/commit-files.ts';
import { planWrites } from '../src/authoring/writing/file-change.ts';
import { buildCatalogue } from '../src/catalogue/catalogue.ts';
import { buildChartSpec } from '../src/charts/build-chart-spec.ts';
import { buildChartContext } from '../src/charts/chart-context.ts';
import { freezeChart, frozenName, limitChart } from '../src/charts/freeze.ts';
import { contentFolder, contentLabel, todayInChina } from '../src/integrations/settings.ts';
import { formatIssues } from '../src/issues/format.ts';
import { findNearest } from '../src/lib/nearest.ts';
import { openSite } from '../src/opening/open-site.ts';
import { nodeFileSystem } from '../src/reader/file-system.ts';
import { PARTIAL_DATE_PATTERN } from '../src/schemas/common.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { finishFirst } from './content/finish-first.ts';

const USAGE = '用法：npm run freeze -- 图表编号 … [--until 2023]';
const folder = contentFolder();
const today = todayInChina();
/** The folder as it is checked: what others write meanwhile is not overwritten. */
const snapshot = takeSnapshot(nodeFileSystem);
const BY = 'npm run freeze';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: { until: { type: 'string' } },
  });
  const { until } = values;
  if (positionals.length === 0)
    throw new UsageError('写上要冻结的图表编号，例如 npm run freeze -- skilled-talent-growth。');
  if (until !== undefined && !PARTIAL_DATE_PATTERN.test(until))
    throw new UsageError('--until 写成 2023、2023-07 或 2023-07-26。');
  return await freeze(positionals, until);
});

/** Gives the exit code: 1 where a chart cannot be kept. */
async function freeze(ids: readonly string[], until: string | undefined): Promise<number> {
  await finishFirst(folder, BY);
  const { content, issues } = await openSite(folder, { today, fileSystem: snapshot });
  if (!content) return fail(`${formatIssues(issues, 'text')}\n内容有错误，没有冻结。`);
  const catalogue = buildCatalogue(content);
  const charts = catalogue.entries.charts;
  const unknown = ids.find((id) => !charts.has(id));
  if (unknown !== undefined) {
    const nearest = findNearest(unknown, charts.keys());
    return fail(`没有图表「${unknown}」。${nearest.length > 0 ? `最接近的编号：${nearest.join('、')}。` : ''}`);
  }
  const context = buildChartContext(catalogue);
  const files = new Map<string, string>();
  const lines: string[] = [];
  for (const id of new Set(ids)) {
    const entry = charts.get(id);
    if (!entry) continue;
    const limited = until === undefined ? { definition: entry, context } : limitChart(entry, context, until);
    const { spec, findings } = buildChartSpec(limited.definition, limited.context);
    if (!spec) {
      const reason = findings[0]?.message ?? '那时还没有它的数字。';
      return fail(`「${id}」截至 ${until ?? today} 画不成图：${reason}`);
    }
    const frozen = freezeChart(spec, today);
    const name = frozenName(frozen);
    if (catalogue.entries.frozen.has(name)) {
      lines.push(`${name} 已经冻结过，没有改动。`);
      continue;
    }
    const definition = `charts/${id}.json`;
    files.set(`frozen/${name}.json`, `${JSON.stringify(frozen, null, 2)}\n`);
    files.set(definition, enterHash(Buffer.from(await readInside(definition)).toString(), frozen.hash));
    lines.push(`已冻结：${contentLabel(folder)}/frozen/${name}.json，网址 /embed/${id}/${frozen.hash}/`);
  }
  await commitFiles(folder, await planWrites(files, readInside), { by: BY });
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function readInside(file: string): Promise<Uint8Array> {
  return snapshot.read(`${folder}/${file}`);
}

/** Adds a hash to the `frozen` list of a definition and leaves the rest of the text as its author wrote it. */
function enterHash(text: string, hash: string): string {
  const { frozen = [] } = JSON.parse(text) as { frozen?: string[] };
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  return applyEdits(text, modify(text, ['frozen'], [...frozen, hash], { formattingOptions }));
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
