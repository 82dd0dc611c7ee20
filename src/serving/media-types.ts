/** Types of the files of a site, by the end of their names. Texts are UTF-8. */
export const MEDIA_TYPES = {
  html: 'text/html',
  css: 'text/css',
  csv: 'text/csv',
  txt: 'text/plain',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, string>;

/** Pagefind's files, compressed in their own way, have no type; nor has anything unknown. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const TEXTS: ReadonlySet<string> = new Set([
  'application/json',
  'application/manifest+json',
  'application/xml',
  'image/svg+xml',
]);

/** Whether a type is text: it names its encoding, and compresses well. */
export function isTextType(type: string): boolean {
  return type.startsWith('text/') || TEXTS.has(type);
}

/** The type of a file by its name, without its encoding. */
export function mediaTypeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending as keyof typeof MEDIA_TYPES] : UNKNOWN_TYPE;
}

/** The Content-Type header of a file. */
export function contentTypeOf(name: string): string {
  const type = mediaTypeOf(name);
  return isTextType(type) ? `${type}; charset=utf-8` : type;
}
