import { createApp } from 'astro/app/entrypoint';
import type { RequestLocals } from '../outputs/receive.ts';
import { buildFrame, type FrameData } from '../views/frame.ts';

/** What the compiled templates offer. */
export interface Renderer {
  /**
   * The bytes of a page or file.
   *
   * @param path site path
   * @param model what the page shows, as its output says
   * @throws what the template throws, and when no template takes the path
   */
  render: (path: string, model: object) => Promise<Uint8Array>;
}

/** Anything will do: pages know their addresses from their models. */
const ORIGIN = 'http://localhost';
/** A page for hosts to send with this status; Astro knows it by its name. */
const NOT_FOUND = { path: '/404.html', route: '/404/', status: 404 } as const;

export type CreateRenderer = typeof createRenderer;

const app = createApp({ streaming: false });

/**
 * @param frame what stands around every page of the site
 * @param contentFolder where pictures and printed reports lie
 */
export function createRenderer(frame: FrameData, contentFolder: string): Renderer {
  const site = buildFrame(frame);
  return {
    async render(path, model) {
      const isNotFound = path === NOT_FOUND.path;
      const address = new URL(site.href(isNotFound ? NOT_FOUND.route : path), ORIGIN);
      const locals: RequestLocals = { site, page: model, contentFolder };
      const response = await app.render(new Request(address), { locals });
      if (locals.failure !== undefined) throw locals.failure;
      if (response.status !== (isNotFound ? NOT_FOUND.status : 200)) {
        throw new Error(`No template renders ${path} (status ${String(response.status)}).`);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
