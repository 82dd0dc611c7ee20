/** `npm run rename -- craftsmen/old new`: gives an entry another id, wherever it is named; old addresses lead on. */
import { planRename } from '../src/authoring/rename-entry.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { applyEdit } from './content/apply-edit.ts';
import { findSitePlace } from './content/site-place.ts';

const USAGE = '用法：npm run rename -- craftsmen/旧编号 新编号 [--dry-run 只看不写] [--yes 不再询问] [--site 城市]';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      site: { type: 'string' },
    },
  });
  const [word, newId, ...others] = positionals;
  if (word === undefined || newId === undefined || others.length > 0)
    throw new UsageError('写上类别、旧编号和新编号，例如 npm run rename -- craftsmen/lin-mo lin-mo-2。');
  return await applyEdit({
    place: findSitePlace(values.site),
    by: 'npm run rename',
    plan: (site) => planRename(site, word, newId),
    isTrial: values['dry-run'],
    isDecided: values.yes,
  });
});
