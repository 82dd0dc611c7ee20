import { CACHING, zoneOf } from '../serving/zones.ts';
import { contentTypeOf } from '../serving/media-types.ts';
import type { PublishTarget } from '../schemas/publish.ts';
import { plainName } from './order.ts';
import { digestOf, type PublishedFile } from './site-files.ts';

/** Where a file's bytes come from, and what is sent with them. */
export interface FileSource {
  /** In the built site. */
  file: string;
  headers?: Readonly<Record<string, string>>;
}

/** A built site in the form in which a kind of target takes it. */
export interface ShapedSite {
  files: PublishedFile[];
  sourceOf: (name: string) => FileSource;
}

/**
 * Servers choose between a file and its compressed copies. An object storage sends what it has, so there each file lies once; an
 * archive that somebody unpacks by hand is smaller without copies.
 */
export function shapeSite(kind: PublishTarget['kind'], files: readonly PublishedFile[]): ShapedSite {
  switch (kind) {
    case 's3':
      return shapeObjects(files);
    case 'zip':
      return { files: withoutCopies(files), sourceOf: (file) => ({ file }) };
    default:
      return { files: [...files], sourceOf: (file) => ({ file }) };
  }
}

function withoutCopies(files: readonly PublishedFile[]): PublishedFile[] {
  const names = new Set(files.map(({ name }) => name));
  return files.filter(({ name }) => plainName(name) === name || !names.has(plainName(name)));
}

function shapeObjects(files: readonly PublishedFile[]): ShapedSite {
  const byName = new Map(files.map((file) => [file.name, file]));
  const isPacked = (name: string): boolean => byName.has(`${name}.gz`) && !isForPrograms(name);
  const sourceOf = (name: string): FileSource => ({
    file: isPacked(name) ? `${name}.gz` : name,
    headers: {
      'Content-Type': contentTypeOf(name),
      'Cache-Control': CACHING[zoneOf(name).caching],
      ...(isPacked(name) ? { 'Content-Encoding': 'gzip' } : {}),
    },
  });
  return {
    files: withoutCopies(files).map((file) => {
      const { file: source, headers } = sourceOf(file.name);
      const { digest, size } = byName.get(source) ?? file;
      return { name: file.name, size, digest: digestOf(digest, JSON.stringify(headers)) };
    }),
    sourceOf,
  };
}

/** Open data is fetched by programs, of which not all unpack what they get. Every browser does. */
function isForPrograms(name: string): boolean {
  const { isOpen, policy } = zoneOf(name);
  return isOpen && policy === 'file';
}
