import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { HonoursFileSchema } from '../../src/schemas/honour.ts';
import type { OrganizationsFileSchema } from '../../src/schemas/organization.ts';
import type { SiteSchema } from '../../src/schemas/site.ts';
import type { SourcesFileSchema } from '../../src/schemas/source.ts';
import type { TaxonomySchema } from '../../src/schemas/taxonomy.ts';
import { SECTIONS } from '../../src/views/navigation.ts';

/** The profiles of a synthetic site as other generators read them, with the lists their layouts look names up in. */
export interface PeerContent {
  /** Markdown files with the same frontmatter, named by id. */
  profiles: { id: string; text: string }[];
  /** Data files by name. */
  data: Readonly<Record<string, unknown>>;
}

/**
 * Bodies become plain Markdown. What our build works out of them itself (the numbered notes of facts, the figures of
 * statistics) stands in them ready made, to the others' advantage.
 */
export async function readPeerContent(folder: string): Promise<PeerContent> {
  const readDocument = async <Data>(name: string): Promise<Data> =>
    JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8')) as Data;
  const site = await readDocument<z.output<typeof SiteSchema>>('site');
  const { organizations } = await readDocument<z.output<typeof OrganizationsFileSchema>>('organizations');
  const { honours } = await readDocument<z.output<typeof HonoursFileSchema>>('honours');
  const { sources } = await readDocument<z.output<typeof SourcesFileSchema>>('sources');
  const { trades } = await readDocument<z.output<typeof TaxonomySchema>>('taxonomy');
  const names = (await readdir(path.join(folder, 'craftsmen'))).sort();
  const profiles = [];
  for (const name of names) {
    const text = await readFile(path.join(folder, 'craftsmen', name), 'utf8');
    profiles.push({ id: name.replace(/\.mdx$/, ''), text: toMarkdown(text) });
  }
  return {
    profiles,
    data: {
      site,
      sections: SECTIONS.map(({ path: href, label }) => ({ href, label })),
      organizations: Object.fromEntries(organizations.map((organization) => [organization.id, organization])),
      honours: Object.fromEntries(honours.map((honour) => [honour.id, honour])),
      sources: Object.fromEntries(sources.map((source) => [source.id, source])),
      trades: Object.fromEntries(trades.map((trade) => [trade.id, trade])),
    },
  };
}

function toMarkdown(text: string): string {
  let count = 0;
  const mark = (): string => {
    count += 1;
    return `<sup class="note-mark"><a href="#note-${count}" aria-label="来源 ${count}">${count}</a></sup>`;
  };
  return text.replaceAll(
    /<Fact [^>]*>(.*?)<\/Fact>|<Stat id="([^"]*)"[^>]*\/>/g,
    (_component, fact?: string, statistic?: string) =>
      fact === undefined
        ? `<a class="stat" href="/statistics/${statistic ?? ''}/">58.15万人</a>${mark()}`
        : `<span class="fact">${fact}</span>${mark()}`,
  );
}
