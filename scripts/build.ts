/** `npm run build [-- --clean]`: builds the site that SITE chooses into OUT_DIR; `--clean` takes nothing over from the last build. */
import { parseArgs } from 'node:util';
import { buildSite } from '../src/building/build-site.ts';
import { describeFailure, shorten } from '../src/building/failures.ts';
import { contentFolder, contentLabel, outputFolder, todayInChina } from '../src/integrations/settings.ts';

const started = performance.now();
const { values } = parseArgs({ options: { clean: { type: 'boolean', default: false } } });
const folder = contentFolder();
const label = contentLabel(folder);
const output = outputFolder();

try {
  const { pages, made, files } = await buildSite({
    folder,
    label,
    output,
    today: todayInChina(),
    isClean: values.clean,
    onStage: (stage) => process.stdout.write(`· ${stage}\n`),
    onRemark: (text) => process.stderr.write(`${text}\n`),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const place = `${shorten(output)}/`;
  const news =
    made === 0 ? '内容没有变，网站还是原来的' : made === files ? `共 ${String(pages)} 页` : `共 ${String(pages)} 页，改了 ${String(made)} 个文件`;
  process.stdout.write(`完成：${news}，用时 ${seconds} 秒。网站在 ${place}，运行 npm run preview 查看。\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error, { folder, label })}\n原来的网站没有改动。\n`);
  process.exitCode = 1;
}
