import type { SiteFrame } from '../views/frame.ts';

/** What a template is given with the request for its page. */
export interface Received {
  site: SiteFrame;
  model: object;
  /** Where pictures and printed reports lie, whose bytes are in no model. */
  contentFolder: string;
  /** What the template threw. */
  failure?: unknown;
}

/** The site's frame and the page's own model, typed by the list of outputs that made it. */
export function receive<Model extends object>({
  locals,
}: {
  locals: object;
}): Pick<Received, 'site' | 'contentFolder'> & { page: Model } {
  const { site, model, contentFolder } = locals as Received;
  return { site, contentFolder, page: model as Model };
}
