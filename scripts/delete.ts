/** `npm run delete -- craftsmen/id [--withdraw]`: deletes an entry that nothing names, or withdraws a person. */
import { planDelete } from '../src/authoring/delete-entry.ts';
import { parseCommandLine, runCommand, UsageError } from './command-line/arguments.ts';
import { applyEdit } from './content/apply-edit.ts';
import { findSitePlace } from './content/site-place.ts';

const USAGE =
  '用法：npm run delete -- craftsmen/编号 [--withdraw 不删文件，从全站撤下] [--dry-run 只看不写] [--yes 不再询问] [--site 城市]';

await runCommand(USAGE, async () => {
  const { values, positionals } = parseCommandLine({
    allowPositionals: true,
    options: {
      withdraw: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      site: { type: 'string' },
    },
  });
  const [word, ...others] = positionals;
  if (word === undefined || others.length > 0)
    throw new UsageError('写上类别和编号，例如 npm run delete -- craftsmen/lin-mo。');
  return await applyEdit({
    place: findSitePlace(values.site),
    by: 'npm run delete',
    plan: (site) => planDelete(site, word, { isWithdrawal: values.withdraw }),
    isTrial: values['dry-run'],
    isDecided: values.yes,
  });
});
