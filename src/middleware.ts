import type { MiddlewareHandler } from 'astro';
import type { RequestLocals } from './outputs/receive.ts';

/** Keeps what a template throws for whoever asked for the page; Astro would answer with an error page and its own log. */
export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  try {
    return await next();
  } catch (error) {
    // The first counts: Astro looks for a page that tells of errors, and finds one that takes any address and cannot be made either.
    (locals as Partial<RequestLocals>).failure ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  }
};
