import { z } from 'zod';
import type { FileSystem } from '../reader/file-system.ts';
import type { Ledger } from '../schemas/ledger.ts';
import { CommitFailure } from './writing/commit-failure.ts';
import { commitFiles } from './writing/commit-files.ts';

const LEDGER = 'ledger.json';

/** What is needed of a site's open data. */
const PublishedSchema = z.array(
  z.object({ id: z.string(), observations: z.array(z.object({ period: z.string(), display: z.string() })) }),
);

/**
 * Writes down the figures of a site that was published, so that a later change of one asks for a correction. They are read from the
 * site's own open data: the content may have changed since it was built. Gives what to tell whoever published; nothing where the
 * ledger says so already.
 *
 * @param output the folder of the site
 */
export async function recordPublished(
  { folder, output, by }: { folder: string; output: string; by: string },
  fileSystem: FileSystem,
): Promise<string | undefined> {
  const text = new TextDecoder().decode(await fileSystem.read(`${output}/api/statistics.json`));
  const content = formatLedger(PublishedSchema.parse(JSON.parse(text)));
  const before = await fileSystem.read(`${folder}/${LEDGER}`).catch(() => undefined);
  if (before !== undefined && new TextDecoder().decode(before) === content) return undefined;
  try {
    await commitFiles(folder, [{ type: 'write', file: LEDGER, content, before }], { by });
    return `公开的数字记在 ${LEDGER} 里，请和内容一起存进版本库。`;
  } catch (error) {
    if (!(error instanceof CommitFailure)) throw error;
    return `网站发布好了，公开的数字没有记进 ${LEDGER}：${error.message}`;
  }
}

/** One line an indicator, so that a history shows what came and what went. */
function formatLedger(statistics: z.output<typeof PublishedSchema>): string {
  const rows = statistics
    .filter(({ observations }) => observations.length > 0)
    .map(({ id, observations }) => {
      const figures: Ledger['figures'][string] = {};
      for (const { period, display } of observations) figures[period] = [...(figures[period] ?? []), display];
      return `    ${JSON.stringify(id)}: ${JSON.stringify(figures)}`;
    });
  return rows.length === 0 ? '{\n  "figures": {}\n}\n' : `{\n  "figures": {\n${rows.join(',\n')}\n  }\n}\n`;
}
