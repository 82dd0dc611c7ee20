/** `npm run generate -- --profiles 10000 --out DIR [--seed N]`: writes the content folder of an invented city, for measuring. */
import path from 'node:path';
import { parseCommandLine, parseCount, runCommand, UsageError } from './command-line/arguments.ts';
import { writeSyntheticSite } from './generate/write.ts';

const USAGE = '用法：npm run generate -- --profiles 人数 --out 文件夹 [--seed 数]';

await runCommand(USAGE, async () => {
  const { values } = parseCommandLine({
    options: {
      profiles: { type: 'string', default: '10000' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.out === undefined) throw new UsageError('没有写 --out：要写到哪个文件夹。');
  const folder = path.resolve(values.out);
  const profiles = parseCount('--profiles', values.profiles);
  const fileCount = await writeSyntheticSite(folder, { profiles, seed: parseCount('--seed', values.seed) });
  process.stdout.write(`写好 ${String(fileCount)} 个文件，其中人物 ${String(profiles)} 位，全是虚构。在 ${folder}\n`);
  return 0;
});
