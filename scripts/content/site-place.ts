import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { contentFolder, contentLabel, todayInChina } from '../../src/integrations/settings.ts';
import { type FileSystem, nodeFileSystem } from '../../src/reader/file-system.ts';
import { UsageError } from '../command-line/arguments.ts';

/**
 * The content folder that a command works on: `--site`, else SITE, else the default city. @throws UsageError if there is none
 */
export function findSitePlace(site: string | undefined, fileSystem: FileSystem = nodeFileSystem): ContentPlace {
  const folder = contentFolder(site);
  if (!existsSync(path.join(folder, 'site.json'))) {
    throw new UsageError(`没有 ${contentLabel(folder)} 这个内容文件夹。用 --site 写明城市，例如 --site qingdao。`);
  }
  return { fileSystem, folder: folder.replaceAll(path.sep, '/'), label: contentLabel(folder), today: todayInChina() };
}
