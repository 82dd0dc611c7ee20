import type { Catalogue } from '../catalogue/catalogue.ts';
import { type LinkableKind, entryPath } from '../catalogue/paths.ts';
import { buildChartSpecs } from '../charts/chart-specs.ts';
import { absoluteUrl, basePath, withBase } from '../lib/url.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';

/** What every view is made from: the catalogue and the site's way of writing addresses. */
export interface ViewContext {
  catalogue: Catalogue;
  /** The site's charts in their order. */
  charts: ReadonlyMap<string, ChartSpec>;
  /** A site path as a link inside the site, base included. */
  href: (path: string) => string;
  /** A site path as a full address. */
  absolute: (path: string) => string;
  entryHref: (kind: LinkableKind, id: string) => string;
}

export function buildViewContext(catalogue: Catalogue): ViewContext {
  const { url } = catalogue.site;
  const base = basePath(url);
  const href = (path: string): string => withBase(base, path);
  return {
    catalogue,
    charts: new Map(buildChartSpecs(catalogue).map((spec) => [spec.id, spec])),
    href,
    absolute: (path) => absoluteUrl(url, path),
    entryHref: (kind, id) => href(entryPath(kind, id)),
  };
}

export interface Link {
  label: string;
  href: string;
}
