import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath, type LinkableKind } from '../../catalogue/paths.ts';
import { formatFigure } from '../../lib/figure-format.ts';
import { type Statistic, StatisticSchema } from '../../schemas/statistic.ts';
import type { BuiltSite } from '../../../scripts/sites/built-site.ts';

/** A file of a content folder, read as text, and the site path of its page. */
export interface ContentFile {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** Files with a body, without those of kinds that have no pages. */
export function readBodies({ contentFolder }: BuiltSite): ContentFile[] {
  return globSync('*/**/*.mdx', { cwd: contentFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => {
      const [kind = '', ...rest] = file.replace(/\.mdx$/, '').split('/');
      return {
        file,
        path: entryPath(kind as LinkableKind, rest.join('/')),
        text: readFileSync(join(contentFolder, file), 'utf8'),
      };
    });
}

/** The indicators of a content folder by id. */
export function readStatistics({ contentFolder }: BuiltSite): Map<string, Statistic> {
  return new Map(
    globSync('statistics/*.json', { cwd: contentFolder })
      .map((file) => file.replaceAll('\\', '/'))
      .sort()
      .map((file) => [
        file.slice('statistics/'.length, -'.json'.length),
        StatisticSchema.parse(JSON.parse(readFileSync(join(contentFolder, file), 'utf8'))),
      ]),
  );
}

/** How the figures of an indicator are printed: all of them, each with its unit. */
export function figuresOf({ observations, unit }: Statistic): string[] {
  return observations.map(({ display }) => formatFigure(display, unit));
}
