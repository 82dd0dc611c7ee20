import { compareIssues, buildIssue, type Issue } from '../issues/issue.ts';
import { appendAll } from '../lib/append-all.ts';
import type { Body } from './body.ts';
import { fieldLocator } from './field-locator.ts';
import type { FileSystem } from './file-system.ts';
import type { Locator } from './located.ts';
import { type FileContent, type FoundFile, readFiles } from './read-file.ts';
import { describeOddOrdinal } from './odd-ordinals.ts';
import { describePersonalNumber, toContactKey } from './personal-numbers.ts';
import { checkId, describeUnexpected, findPlace, type SiteLayout } from './site-layout.ts';
import { findUnfinishedChange } from './unfinished-change.ts';

/** One file as read: its value not yet validated. */
export interface RawEntry {
  /** Folder of the entry, or for a single file its name without `.json`. */
  kind: string;
  id: string;
  /** Path shown to authors. */
  file: string;
  /**
   * Undefined when the file could not be parsed; its id still counts as taken, so that references to it are no second error.
   */
  value: Record<string, unknown> | undefined;
  body: Body;
  /** The file the body stands in, where it is another one than the fields'. */
  bodyFile?: string;
  locator: Locator;
}

export interface RawSite {
  entries: RawEntry[];
  /** Files below passive folders, relative to the content folder. */
  files: string[];
  issues: Issue[];
  /** Telephone numbers and addresses that are meant to be public, as they are compared. */
  contacts: ReadonlySet<string>;
}

export interface ReadSiteOptions {
  fileSystem: FileSystem;
  /** The content folder. */
  folder: string;
  /** How the folder is named in messages: `content/qingdao`. */
  label: string;
  layout: SiteLayout;
  /** Public telephone numbers and addresses, where the file that lists them is not read. */
  contacts?: ReadonlySet<string>;
  /** Reads the files that were found, in their order; where it is not given, they are read here. */
  read?: ((files: readonly FoundFile[]) => Promise<FileContent[]>) | undefined;
}

/** Reads a content folder whole. All that is wrong with files as such is collected; nothing an author writes makes it throw. */
export async function readSite({
  fileSystem,
  folder,
  label,
  layout,
  contacts,
  read,
}: ReadSiteOptions): Promise<RawSite> {
  const listed = await fileSystem.list(folder);
  const site: RawSite = { entries: [], files: [], issues: findUnfinishedChange(listed, label), contacts: new Set() };
  const found: FoundFile[] = [];
  for (const { path, isFolder, isSpecial } of listed) {
    if (isFolder || isHidden(path)) continue;
    const place = findPlace(path, layout);
    const file = `${label}/${path}`;
    if (isSpecial === true) site.issues.push(describeSpecial(file));
    else if (place === 'passive') site.files.push(path);
    else if (place === undefined) site.issues.push(describeUnexpected(path, file, layout));
    else found.push({ ...place, path, file });
  }
  const contents = await (read ? read(found) : readFiles(found, { fileSystem, folder, layout }));
  for (const [at, content] of contents.entries()) {
    const file = found[at];
    if (file) addContent(site, file, content, layout);
  }
  site.contacts = contacts ?? findContacts(site, layout);
  const checked = findCheckedOrdinals(site, layout);
  for (const [at, { numbers, ordinals }] of contents.entries()) {
    const file = found[at]?.file ?? '';
    const others = numbers.filter(({ code, key }) => NEVER_PUBLIC.has(code) || !site.contacts.has(key));
    const odd = ordinals.filter(({ text }) => !checked.some((right) => text.startsWith(right)));
    appendAll(site.issues, [
      ...others.map((number) => describePersonalNumber(number, file)),
      ...odd.map((ordinal) => describeOddOrdinal(ordinal, file)),
    ]);
  }
  for (const [name, { required }] of Object.entries(layout.documents)) {
    if (!required || found.some(({ path }) => path === name)) continue;
    const message = listed.length === 0 ? `没有 ${label} 这个内容文件夹，或者它是空的。` : `内容文件夹里缺少 ${name}。`;
    site.issues.push(
      buildIssue('JC104', {
        file: `${label}/${name}`,
        message,
        hint: `照别的城市的 ${name} 写一份；EDITING.md 里有说明。`,
      }),
    );
  }
  site.issues.sort(compareIssues);
  return site;
}

/** No list makes these public. */
const NEVER_PUBLIC: ReadonlySet<string> = new Set(['JC601', 'JC117']);

/** What the site says of itself that anyone may know. */
function findContacts({ entries }: RawSite, { contacts }: SiteLayout): ReadonlySet<string> {
  const value = entries.find(({ kind }) => kind === contacts?.kind)?.value;
  const listed = (contacts?.fields ?? []).flatMap((field) => valueOf(value, field.split('.')) ?? []);
  return new Set(listed.filter((text) => typeof text === 'string').map(toContactKey));
}

/** Ordinals that somebody has looked up. */
function findCheckedOrdinals({ entries }: RawSite, { ordinals }: SiteLayout): string[] {
  const value = entries.find(({ kind }) => kind === ordinals?.kind)?.value;
  const listed: unknown = ordinals ? value?.[ordinals.field] : undefined;
  if (!Array.isArray(listed)) return [];
  return listed.filter((text: unknown): text is string => typeof text === 'string' && text !== '');
}

function valueOf(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  return typeof value === 'object' && value !== null && name in value
    ? valueOf(value[name as keyof typeof value], rest)
    : undefined;
}

function describeSpecial(file: string): Issue {
  return buildIssue('JC107', {
    file,
    message: '这不是普通的文件，是管道、设备之类，或者指到那里的链接；没有读。',
    hint: '删掉它；该有这个文件的，换成真的文件。',
  });
}

function addContent(site: RawSite, found: FoundFile, content: FileContent, layout: SiteLayout): void {
  const { kind, id, format, file } = found;
  appendAll(site.issues, content.issues);
  if (format === 'text') {
    giveText(site, found, content);
    return;
  }
  const entry = { kind, id, file, value: content.value, body: content.body, locator: fieldLocator(content.fields) };
  site.entries.push(entry);
  if (Object.hasOwn(layout.folders, kind)) appendAll(site.issues, checkId(entry, layout));
}

/** Gives a JSON entry the text that stands beside it. Files come in order of their paths, so the JSON was there before. */
function giveText(site: RawSite, { kind, id, file }: FoundFile, { body }: FileContent): void {
  const owner = site.entries.find((entry) => entry.kind === kind && entry.id === id);
  if (owner) {
    owner.body = body;
    owner.bodyFile = file;
    return;
  }
  site.issues.push(
    buildIssue('JC103', {
      file,
      message: `没有与它同名的 ${id}.json，这个文件没有用上。`,
      hint: `在同一个文件夹里写 ${id}.json，或者给它改名。`,
    }),
  );
}

/** Files that systems and office programs leave beside others. */
const LEFT_BESIDE = /^(?:\..*|~\$.*|~.*\.tmp|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i;

function isHidden(path: string): boolean {
  return path.split('/').some((part) => LEFT_BESIDE.test(part));
}
