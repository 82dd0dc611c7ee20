/** `npm run template -- craftsmen`: writes a spreadsheet to fill in, with explanations, drop-downs and an example. */
import { readEditableSite } from '../src/authoring/editable-site.ts';
import { SHEETS } from '../src/spreadsheet/sheets.ts';
import { buildTemplate } from '../src/spreadsheet/template.ts';
import { parseSheetKind } from './content/sheet-kind.ts';
import { findSitePlace } from './content/site-place.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { writeSpreadsheet } from './content/write-spreadsheet.ts';
import { toTypedWord } from '../src/lib/typed-word.ts';

const USAGE = '用法：npm run template -- craftsmen [--out 文件.xlsx] [--site 城市]';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: { out: { type: 'string' }, site: { type: 'string' } },
  });
  const [word, ...others] = positionals;
  if (word === undefined || others.length > 0)
    throw new UsageError('请写要哪一类的表，例如 craftsmen（工匠）、statistics（统计）、outcomes（创新成果）。');
  const sheet = SHEETS[parseSheetKind(word)];
  const bytes = await buildTemplate(sheet, await readEditableSite(findSitePlace(values.site)));
  const out = await writeSpreadsheet(values.out, `${sheet.label}表.xlsx`, bytes);
  process.stdout.write(`写好了 ${out}。用 Excel 或 WPS 打开填写，再运行 npm run import -- ${toTypedWord(out)}\n`);
  return 0;
});
