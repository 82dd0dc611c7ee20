/** The version of Pagefind in whose form the index is. */
export const FORM = '1.6.0';
/** Where it lies in a site. */
export const FOLDER = 'pagefind';
/** Words are cut by us (search-tokens.ts), and the browser must take them as they are. */
export const LANGUAGE = 'unknown';
/** Stands before the content of each file. */
export const SIGNATURE = Buffer.from('pagefind_dcd');

/** The file that lists the others. */
export function metaFile(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}
