import { entryPath } from '../catalogue/paths.ts';
import { buildSoundCharts } from '../charts/check-charts.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { absoluteUrl } from '../lib/url.ts';
import { findLimits } from '../renderers/limits.ts';
import { buildPalette } from '../renderers/palette.ts';
import type { ValidatedSite } from '../schemas/validate.ts';

/** What the files of charts could not hold, at its place in the definition. Charts that may not be drawn at all are passed over. */
export function checkLimits(site: ValidatedSite): Issue[] {
  const { site: document } = site.documents;
  if (!document) return [];
  const palette = buildPalette(document.data.colours);
  return buildSoundCharts(site).flatMap(({ entry: { id, file, locator }, spec }) =>
    findLimits(spec, { palette, url: absoluteUrl(document.data.url, entryPath('charts', id)) }).map(
      ({ code, path, message, hint }) =>
        buildIssue(code, { file, ...locator.valueAt(path), path: path.join('.'), message, hint }),
    ),
  );
}
