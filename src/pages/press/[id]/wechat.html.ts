import type { APIRoute } from 'astro';
import type { WechatModel } from '../../../outputs/press.ts';
import { receive, type Received } from '../../../outputs/receive.ts';
import { buildPalette } from '../../../renderers/palette.ts';
import { renderWechatPage } from '../../../renderers/wechat.ts';

/** The article body as a page of its own; a chart that breaks a rule of the article editor stops the build. */
export const GET: APIRoute = (context) => {
  const { site, page }: Received<WechatModel> = receive(context);
  return new Response(renderWechatPage(page.spec, { palette: buildPalette(site.colours), url: page.url }));
};
