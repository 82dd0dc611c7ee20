import type { MiddlewareHandler } from 'astro';
import type { Received } from './outputs/receive.ts';

/** Keeps what a template throws for whoever asked for the page; Astro would answer with an error page and its own log. */
export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  try {
    return await next();
  } catch (error) {
    (locals as Partial<Received>).failure = error;
    throw error;
  }
};
