import { loadContent, type LoadedContent } from '../catalogue/content.ts';
import type { RawSite } from '../reader/read-site.ts';
import { checkCharts } from './check-charts.ts';

/**
 * Raw files → checked content, charts included: what every command and the build call. Charts stand after the catalogue in the one
 * direction of imports, so their check is handed to `loadContent` instead of being known to it.
 */
export function loadSite(raw: RawSite, { today }: { today: string }): LoadedContent {
  return loadContent(raw, { today, checks: [checkCharts] });
}
