import { loadContent, type LoadedContent } from '../catalogue/content.ts';
import { checkCharts } from '../charts/check-charts.ts';
import { checkCorrections } from '../charts/check-corrections.ts';
import { contentLabel, todayInChina } from '../integrations/settings.ts';
import { type FileSystem, nodeFileSystem } from '../reader/file-system.ts';
import { checkGlyphs } from './check-glyphs.ts';
import { checkLimits } from './check-limits.ts';
import { checkMedia, findMediaFaults, listPortraits, type MediaFaults } from './check-media.ts';
import { type RawSite, readSite, type ReadSiteOptions } from '../reader/read-site.ts';
import { SITE_LAYOUT } from '../schemas/kinds.ts';

export interface OpenSiteOptions {
  fileSystem?: FileSystem;
  /** How the folder is named in messages; as seen from where the command was typed, if not given. */
  label?: string;
  /** ISO date, on which nothing may lie in the future. */
  today?: string;
  /** Reads the files that were found, where they need not all be read and parsed here. */
  read?: ReadSiteOptions['read'];
}

/** A content folder, read and checked. */
export interface OpenedSite extends LoadedContent {
  /** Its files as they were read, sound or not. */
  raw: RawSite;
}

/**
 * Opens a site: reads its content folder and checks all of it, charts included. The one way to do so, for every command, the
 * build, the development server and the tests. What an author got wrong is in the issues; it never throws for that.
 *
 * @param folder the content folder
 */
export async function openSite(
  folder: string,
  { fileSystem = nodeFileSystem, label = contentLabel(folder), today = todayInChina(), read }: OpenSiteOptions = {},
): Promise<OpenedSite> {
  const raw = await readSite({ fileSystem, folder, label, layout: SITE_LAYOUT, read });
  const mediaFaults = await findMediaFaults(listPortraits(raw.entries), { fileSystem, folder });
  return { ...loadSite(raw, { today, mediaFaults }), raw };
}

/** Checks files that were read already: for an editor's changes that are not written yet. */
export function loadSite(
  raw: RawSite,
  { today, mediaFaults = new Map() }: { today: string; mediaFaults?: MediaFaults },
): LoadedContent {
  return loadContent(raw, {
    today,
    checks: [
      checkCharts,
      (site) => checkCorrections(site, today),
      checkLimits,
      checkGlyphs,
      (site) => checkMedia(site, mediaFaults),
    ],
  });
}
