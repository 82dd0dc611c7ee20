/** `npm run export [-- KIND…]`: writes the site's craftsmen, statistics and outcomes as one spreadsheet. */
import path from 'node:path';
import { readEditableSite } from '../src/authoring/editable-site.ts';
import { buildExport, EXPORTED_KINDS, writeExport } from '../src/spreadsheet/export.ts';
import { parseSheetKind } from './content/sheet-kind.ts';
import { findSitePlace } from './content/site-place.ts';
import { parseCommandLine, runCommand } from './command-line/arguments.ts';
import { writeSpreadsheet } from './content/write-spreadsheet.ts';
import { toTypedWord } from '../src/lib/typed-word.ts';

const USAGE = '用法：npm run export [-- craftsmen statistics outcomes] [--out 文件.xlsx] [--site 城市]';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: { out: { type: 'string' }, site: { type: 'string' } },
  });
  const kinds = positionals.length === 0 ? EXPORTED_KINDS : positionals.map(parseSheetKind);
  const place = findSitePlace(values.site);
  const site = await readEditableSite(place);
  const sheets = [...new Set(kinds)].map((kind) => buildExport(kind, site));
  const out = await writeSpreadsheet(
    values.out,
    `${path.basename(place.folder)}-导出.xlsx`,
    await writeExport(sheets, site),
  );
  const counts = sheets.map(({ sheet, entryCount }) => `${sheet.label} ${String(entryCount)} ${sheet.counter}`);
  process.stdout.write(`写好了 ${out}：${counts.join('、')}。改好后运行 npm run import -- ${toTypedWord(out)}\n`);
  if (site.withdrawn.size > 0) process.stdout.write(`撤下的 ${String(site.withdrawn.size)} 位工匠没有导出。\n`);
  return 0;
});
