import type { SiteFrame } from './frame.ts';

/** Widths in pixels that a portrait is offered in; the page shows it at most 480 px wide, sharp screens want twice that. */
export const PORTRAIT_WIDTHS_PX = [320, 480, 960] as const;
/** Newest first: a browser takes the first it knows. JPEG is the fallback. */
export const PORTRAIT_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type PortraitFormat = (typeof PORTRAIT_FORMATS)[number];

/** Site path of one size and format of a portrait. */
export function portraitPath(id: string, width: number, format: PortraitFormat): string {
  return `/media/${id}-${String(width)}.${format}`;
}

/** Value of a `srcset` for one format. */
export function portraitSrcset(id: string, format: PortraitFormat, { href }: Pick<SiteFrame, 'href'>): string {
  return PORTRAIT_WIDTHS_PX.map((width) => `${href(portraitPath(id, width, format))} ${String(width)}w`).join(', ');
}
