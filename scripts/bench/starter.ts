import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildStarterSite } from '../../src/authoring/starter-site.ts';

/** A city without people, into which lists are imported. */
export async function writeStarterSite(folder: string): Promise<void> {
  const files = buildStarterSite({
    city: '海城市',
    shortCity: '海城',
    title: '海城匠册',
    url: 'https://example.org/',
    publisher: '测量用',
    colours: 'red',
    today: '2025-07-26',
  });
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}
