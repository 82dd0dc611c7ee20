import type { SiteFrame } from '../views/frame.ts';

/** What a template is given with the request for its page. */
export interface Received<Model> {
  site: SiteFrame;
  /** The page's own model, as the list of outputs made it. */
  page: Model;
  /** Where pictures and printed reports lie, whose bytes are in no model. */
  contentFolder: string;
}

/** What goes with a request through Astro. */
export interface RequestLocals extends Received<object> {
  /** What the template threw. */
  failure?: Error;
}

/** The site's frame and the page's model; a template says which one it takes: `const { page }: Received<ProfilePage>`. */
export function receive({ locals }: { locals: object }): Received<never> {
  return locals as Received<never>;
}
