import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEditableSite } from '../../src/authoring/editable-site.ts';
import { buildCollectionFiles, type SiteToHelp } from '../../src/authoring/editor-help.ts';
import { nodeFileSystem } from '../../src/reader/file-system.ts';
import { todayInChina } from '../../src/integrations/settings.ts';
import { projectRoot } from '../processes/node-process.ts';
import { takeSnapshot } from '../../src/authoring/content-snapshot.ts';

const TARGET = path.join(projectRoot, '.astro', 'collections');

/**
 * Writes the files that tell the Astro extension of VS Code what the frontmatter of each MDX file may contain.
 *
 * @returns the number of content folders
 */
export async function writeCollectionFiles(): Promise<number> {
  const content = path.join(projectRoot, 'content');
  const names = (await readdir(content, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const sites: SiteToHelp[] = [];
  for (const name of names) {
    const folder = path.join(content, name);
    const place = {
      fileSystem: takeSnapshot(nodeFileSystem),
      folder: folder.replaceAll(path.sep, '/'),
      label: `content/${name}`,
      today: todayInChina(),
    };
    sites.push({ site: await readEditableSite(place), name, folderUrl: `${pathToFileURL(folder).href}/` });
  }
  await mkdir(TARGET, { recursive: true });
  for (const [name, text] of buildCollectionFiles(sites)) {
    const file = path.join(TARGET, name);
    // An unchanged file is not written, since editors would reload it.
    if ((await readFile(file, 'utf8').catch(() => undefined)) !== text) await writeFile(file, text);
  }
  return sites.length;
}

/** Updates these files after a command has added content, if they were ever written. */
export async function refreshCollectionFiles(): Promise<void> {
  if (existsSync(path.join(TARGET, 'collections.json'))) await writeCollectionFiles();
}
