import { getCollection } from 'astro:content';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { COLLECTION_NAMES, type CollectionRecord, fromCollections } from '../catalogue/collections.ts';
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
  const collections = await Promise.all(COLLECTION_NAMES.map(async (name) => [name, await getRecords(name)] as const));
  return buildViewContext(buildCatalogue(fromCollections(Object.fromEntries(collections))));
}

async function getRecords(name: string): Promise<CollectionRecord[]> {
  const collection = (await getCollection(name as never)) as { data: CollectionRecord }[];
  return collection.map(({ data }) => data);
}
