import { entryPath, type LinkableKind } from '../catalogue/paths.ts';
import { absoluteUrl, basePath, withBase } from '../lib/url.ts';
import type { Site } from '../schemas/site.ts';
import type { ViewContext } from './context.ts';
import { type FeedLink, listFeeds } from './feeds.ts';
import { presentSections } from './navigation.ts';

/** A directory as navigation shows it. */
export interface SectionLink {
  /** Site path. */
  path: string;
  label: string;
  /** One line for tables of contents. */
  summary: string;
}

/** What stands around every page, as plain data. A change of it changes every page, so it holds no more than that. */
export interface FrameData extends Pick<
  Site,
  | 'city'
  | 'colours'
  | 'feedback'
  | 'filings'
  | 'licence'
  | 'mark'
  | 'notice'
  | 'publisher'
  | 'shortCity'
  | 'tagline'
  | 'title'
  | 'url'
> {
  sections: SectionLink[];
  feeds: FeedLink[];
}

/** The frame with the site's way of writing addresses: all that a template knows of the site beside its own page. */
export interface SiteFrame extends FrameData {
  /** A site path as a link inside the site, base included. */
  href: (path: string) => string;
  /** A site path as a full address. */
  absolute: (path: string) => string;
  entryHref: (kind: LinkableKind, id: string) => string;
}

export function buildFrameData({ catalogue }: Pick<ViewContext, 'catalogue'>): FrameData {
  const { city, colours, feedback, filings, licence, mark, notice, publisher, shortCity, tagline, title, url } =
    catalogue.site;
  const sections = presentSections(catalogue).map(({ path, label, summary }) => ({ path, label, summary }));
  return {
    city,
    colours,
    feedback,
    filings,
    licence,
    mark,
    notice,
    publisher,
    shortCity,
    tagline,
    title,
    url,
    sections,
    feeds: listFeeds({ catalogue }),
  };
}

export function buildFrame(data: FrameData): SiteFrame {
  const base = basePath(data.url);
  const href = (path: string): string => withBase(base, path);
  return {
    ...data,
    href,
    absolute: (path) => absoluteUrl(data.url, path),
    entryHref: (kind, id) => href(entryPath(kind, id)),
  };
}
