/** `npm run finish [-- CITY|DIR]`: completes a change of a content folder that was interrupted while it was written. */
import { contentLabel } from '../src/integrations/settings.ts';
import { parseCommandLine, runCommand } from './command-line/arguments.ts';
import { finishFirst } from './content/finish-first.ts';
import { findSitePlace } from './content/site-place.ts';

const USAGE = '用法：npm run finish [-- 城市或文件夹]';

await runCommand(USAGE, async () => {
  const { positionals } = parseCommandLine({ allowPositionals: true, options: {} });
  const { folder } = findSitePlace(positionals[0]);
  if (!(await finishFirst(folder, 'npm run finish'))) {
    process.stdout.write(`${contentLabel(folder)} 没有写到一半的改动。\n`);
  }
  return 0;
});
