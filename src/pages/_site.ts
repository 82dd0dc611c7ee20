import { getCollection } from 'astro:content';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import type { Content, Documents, Entries } from '../catalogue/content.ts';
import { entryKinds } from '../schemas/kinds.ts';
import { buildViewContext, type ViewContext } from '../views/context.ts';
import { buildDisplayGlyphs, type DisplayGlyphs } from '../views/display-glyphs.ts';

let built: Promise<ViewContext> | undefined;

/** The site as pages see it. Joined once a build; anew for each request while editing, when content may have changed. */
export function getSite(): Promise<ViewContext> {
  if (import.meta.env.DEV) return buildSite();
  return (built ??= buildSite());
}

let glyphs: Promise<DisplayGlyphs> | undefined;

/** The characters of the headings' web font, counted once a build. */
export function getDisplayGlyphs(): Promise<DisplayGlyphs> {
  return (glyphs ??= getSite().then(buildDisplayGlyphs));
}

async function buildSite(): Promise<ViewContext> {
  const documents = await getRecords('documents');
  const entries = await Promise.all(entryKinds.map(async (kind) => [kind, await getRecords(kind)] as const));
  const content: Content = {
    documents: Object.fromEntries((documents as { id: string; data: unknown }[]).map(({ id, data }) => [id, data])) as unknown as Documents,
    entries: Object.fromEntries(entries) as unknown as Entries,
  };
  return buildViewContext(buildCatalogue(content));
}

async function getRecords(name: string): Promise<unknown[]> {
  const collection = (await getCollection(name as never)) as { data: unknown }[];
  return collection.map(({ data }) => data);
}
