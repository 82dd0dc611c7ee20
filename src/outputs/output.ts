import type { ViewContext } from '../views/context.ts';
import type { DisplayGlyphs } from '../views/display-glyphs.ts';
import type { Link } from '../views/context.ts';
import type { SectionPath } from '../views/navigation.ts';
import type { PictureFile } from '../views/share.ts';
import type { StructuredData } from '../views/structured-data.ts';

/**
 * One file of the site. Its model is everything that it shows, as plain data: templates are given the model and the site's frame,
 * and nothing else. So a file whose model, frame and templates are the same as in the last build is the same file.
 */
export interface RenderedOutput<Model extends object = object> {
  /** Site path. That of a page ends with a slash; a file is named whole. */
  path: string;
  /** Made when it is asked for: of ten thousand profiles no two need to be held at a time. */
  model: () => Model;
}

/** A file that needs no template. */
export interface TextOutput {
  path: string;
  text: () => string;
}

export type Output = RenderedOutput | TextOutput;

/** A picture of the content folder as far as pages need to know it. */
export interface MediaFile {
  /** Of its bytes. */
  digest: string;
  /** In pixels, upright. */
  width: number;
  height: number;
}

/** A report's PDF in the content folder. */
export interface PrintedReport {
  /** Of its bytes. */
  digest: string;
  bytes: number;
  pages: number;
}

/** What outputs are listed from: the joined site and what is known of its binary files. */
export interface OutputContext extends ViewContext {
  glyphs: DisplayGlyphs;
  /** By name in `media/`. */
  media: ReadonlyMap<string, MediaFile>;
  /** By year: the PDFs that show the reports as they now are. */
  printed: ReadonlyMap<string, PrintedReport>;
}

/** What stands in a page's head and around its content. */
export interface PageHead {
  title: string;
  description: string;
  /** Site path of this page. */
  path: string;
  section?: SectionPath | undefined;
  /** From the home page down, this page left out. */
  breadcrumb?: Link[];
  /** This page's name at the end of the breadcrumb, where it is not the title. */
  crumb?: string;
  structuredData?: StructuredData[];
  ogType?: 'website' | 'article' | 'profile';
  noIndex?: boolean;
  /** The picture a shared link shows. */
  picture?: PictureFile;
  /** Up to when the page's content speaks. */
  contentDate?: string | undefined;
}

/** What a page's template is given. */
export type PageModel<Content extends object> = Content & {
  head: PageHead;
  /** Up to when the site's content speaks; of pages without a date of their own. */
  siteDate?: string | undefined;
};

/** Lists some of a site's outputs. */
export type OutputList = (site: OutputContext) => Iterable<Output>;
