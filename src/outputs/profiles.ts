import type { Person } from '../catalogue/person.ts';
import { entryPath } from '../catalogue/paths.ts';
import type { SealRequest } from '../renderers/seal.ts';
import type { Link } from '../views/context.ts';
import { PORTRAIT_FORMATS, PORTRAIT_WIDTHS_PX, type PortraitFormat, portraitPath } from '../views/portrait.ts';
import { buildProfile, type Profile } from '../views/profile.ts';
import { sealOf } from '../views/seal.ts';
import {
  buildPersonPicture,
  buildSitePicture,
  hasOwnPictures,
  personPictureFile,
  SITE_PICTURE,
} from '../views/share.ts';
import type { MediaFile, Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export interface PortraitView {
  id: string;
  alt: string;
  credit: string;
  /** In pixels, of the original. */
  width: number;
  height: number;
}

export type ProfilePage = PageModel<{
  profile: Omit<Profile, 'structuredData' | 'contentDate' | 'lead' | 'path'>;
  name: string;
  pinyin: string;
  seal: SealRequest;
  /** Whether the headings' web font has all of the name's characters. */
  isCovered: boolean;
  portrait: PortraitView | undefined;
  url: string;
  previous: Link | undefined;
  next: Link | undefined;
}>;

/** A portrait in one size and format. */
export interface PortraitFile {
  /** In `media/`. */
  file: string;
  digest: string;
  width: number;
  format: PortraitFormat;
}

/** People's pages, their share pictures and portraits. */
export function* listProfiles(site: OutputContext): Generator<Output> {
  const { people } = site.catalogue;
  for (const [at, person] of people.entries()) {
    const neighbours = { previous: people[at - 1], next: people[at + 1] };
    yield pageOutput<ProfilePage>(site, entryPath('craftsmen', person.id), () =>
      buildProfilePage(person, neighbours, site),
    );
  }
  if (hasOwnPictures(site)) {
    for (const person of people) {
      yield { path: `/share/craftsmen/${person.id}.png`, model: () => buildPersonPicture(person, site) };
    }
  }
  yield { path: SITE_PICTURE.path, model: () => buildSitePicture(site) };
  for (const person of people) yield* listPortraits(person, site);
}

function* listPortraits({ id, entry }: Person, site: OutputContext): Generator<Output> {
  const { portrait } = entry.data;
  if (!portrait) return;
  const { digest } = getMedia(portrait.file, site);
  for (const width of PORTRAIT_WIDTHS_PX) {
    for (const format of PORTRAIT_FORMATS) {
      yield {
        path: portraitPath(id, width, format),
        model: (): PortraitFile => ({ file: portrait.file, digest, width, format }),
      };
    }
  }
}

function buildProfilePage(
  person: Person,
  { previous, next }: { previous: Person | undefined; next: Person | undefined },
  site: OutputContext,
) {
  const { structuredData, contentDate, lead, ...profile } = buildProfile(person, site);
  const { portrait } = person.entry.data;
  const toLink = (other: Person | undefined): Link | undefined =>
    other && { label: other.name, href: site.entryHref('craftsmen', other.id) };
  return {
    head: {
      title: person.name,
      description: lead,
      section: '/craftsmen/' as const,
      breadcrumb: [{ label: '工匠', href: site.href('/craftsmen/') }],
      structuredData,
      ogType: 'profile' as const,
      picture: personPictureFile(person, site),
      contentDate,
    },
    profile,
    name: person.name,
    pinyin: person.pinyin.spaced,
    seal: sealOf(person),
    isCovered: site.glyphs.covers(person.name),
    portrait: portrait && buildPortraitView(person.id, portrait, getMedia(portrait.file, site)),
    url: site.absolute(profile.path),
    previous: toLink(previous),
    next: toLink(next),
  };
}

function buildPortraitView(
  id: string,
  { alt, credit }: { alt: string; credit: string },
  { width, height }: MediaFile,
): PortraitView {
  return { id, alt, credit, width, height };
}

function getMedia(file: string, { media }: OutputContext): MediaFile {
  const known = media.get(file);
  if (!known) throw new Error(`Input file is missing: media/${file}`);
  return known;
}
