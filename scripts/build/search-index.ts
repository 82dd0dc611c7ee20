import path from 'node:path';
import { close, createIndex } from 'pagefind';

/** Indexes the pages of a built site for search, into its `pagefind` folder. */
export async function buildSearchIndex(site: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh' });
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: site });
    const written = await index.writeFiles({ outputPath: path.join(site, 'pagefind') });
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
  } finally {
    await close();
  }
}
