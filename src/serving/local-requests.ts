import type { IncomingMessage } from 'node:http';

/** A request that a server on this machine may answer. */
export interface LocalRequest {
  /** Decoded, with a slash at the start; leads nowhere up. */
  path: string;
  /** With its question mark; empty if there is none. */
  search: string;
  /** Only the headers are wanted. */
  isHead: boolean;
}

/** What is answered to a request that is not to be followed. */
export interface Refusal {
  status: 400 | 403 | 405;
  text: string;
}

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/**
 * Reads a request to a server of ours. Pages open in the same browser can send any request, so it answers its own addresses only:
 * a page of another site that has its name lead to this machine must not read what is being edited.
 */
export function readLocalRequest({
  method,
  url = '/',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): LocalRequest | Refusal {
  if (!LOCAL_HOST.test(headers.host ?? '')) return { status: 403, text: '只在本机上看。' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: '只能看，不能写。' };
  const [, written = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  const path = decodePath(written);
  const isSound =
    path?.startsWith('/') === true &&
    !/[\p{Cc}\\]|\/\//u.test(path) &&
    !path.split('/').some((part) => part === '..' || part === '.');
  return isSound ? { path, search, isHead: method === 'HEAD' } : { status: 400, text: '网址不对。' };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
