import { compareIssues, buildIssue, type Issue } from '../issues/issue.ts';
import type { Body } from './body.ts';
import { EMPTY_BODY } from './body.ts';
import type { FileSystem } from './file-system.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { parseJsonDocument } from './json-document.ts';
import { type Locator, startLocator } from './located.ts';
import { parseMdxBody } from './mdx-body.ts';
import { findHiddenCharacters, findHiddenInValues } from './hidden-characters.ts';
import { findPersonalNumbers } from './personal-numbers.ts';
import { checkId, describeUnexpected, findPlace, type Place, type SiteLayout } from './site-layout.ts';

export type { SiteLayout } from './site-layout.ts';

/** One file as read: its value not yet validated. */
export interface RawEntry {
  /** Folder of the entry, or for a single file its name without `.json`. */
  kind: string;
  id: string;
  /** Path shown to authors. */
  file: string;
  /** Undefined when the file could not be parsed; its id still counts as taken, so that references to it are no second error. */
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
}

export interface ReadSiteOptions {
  fileSystem: FileSystem;
  /** The content folder. */
  folder: string;
  /** How the folder is named in messages: `content/qingdao`. */
  label: string;
  layout: SiteLayout;
}

/**
 * What is written by hand is far below; parsers take long over more. The single files list what a whole city has:
 * ten thousand sources are 3 MB.
 */
const MOST_BYTES = { entry: 300_000, document: 8_000_000 } as const;

/** Reads a content folder whole. All that is wrong with files as such is collected; nothing an author writes makes it throw. */
export async function readSite({ fileSystem, folder, label, layout }: ReadSiteOptions): Promise<RawSite> {
  const site: RawSite = { entries: [], files: [], issues: [] };
  const listed = await fileSystem.list(folder);
  const found: (Place & { path: string; file: string })[] = [];
  for (const { path, isFolder } of listed) {
    if (isFolder || isHidden(path)) continue;
    const place = findPlace(path, layout);
    const file = `${label}/${path}`;
    if (place === 'passive') site.files.push(path);
    else if (place === undefined) site.issues.push(describeUnexpected(path, file, layout));
    else found.push({ ...place, path, file });
  }
  for (const place of found) {
    const bytes = await fileSystem
      .read(`${folder}/${place.path}`)
      .catch((error: unknown) => describeUnreadable(error, place.file));
    if (bytes instanceof Uint8Array) readFile(site, { ...place, bytes }, layout);
    else site.issues.push(bytes);
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

function readFile(site: RawSite, source: Place & { file: string; bytes: Uint8Array }, layout: SiteLayout): void {
  const { kind, id, format, file, bytes } = source;
  const entry: RawEntry = { kind, id, file, value: undefined, body: EMPTY_BODY, locator: startLocator };
  if (format !== 'text') {
    site.entries.push(entry);
    if (Object.hasOwn(layout.folders, kind)) site.issues.push(...checkId(entry, layout));
  }
  const most = Object.hasOwn(layout.folders, kind) ? MOST_BYTES.entry : MOST_BYTES.document;
  if (bytes.length > most) {
    site.issues.push(
      buildIssue('JC110', {
        file,
        message: `文件太大，有 ${formatSize(bytes.length)}，最多 ${formatSize(most)}；没有读。`,
        hint: '看看是不是把图片或别的文件的内容贴了进来，或者同一段内容重复了许多遍。',
      }),
    );
    return;
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    site.issues.push(
      buildIssue('JC101', {
        file,
        message: '文件不是 UTF-8 编码，里面的汉字读不出来。',
        hint: '在编辑器里用「另存为」，编码选 UTF-8。',
      }),
    );
    return;
  }
  if (text.trim() === '') {
    site.issues.push(buildIssue('JC102', { file, message: '文件是空的。', hint: '写上内容，或者删掉这个文件。' }));
    return;
  }
  const hidden = findHiddenCharacters(text, file);
  site.issues.push(...findPersonalNumbers(text, file), ...hidden);
  const hasNone = hidden.length === 0;
  if (format === 'json') {
    const document = parseJsonDocument(text, file);
    entry.value = document.value;
    entry.locator = document.locator;
    site.issues.push(...document.issues, ...(hasNone ? findHiddenInValues(entry) : []));
    return;
  }
  if (format === 'text') {
    readText(site, { kind, id, file, text }, layout);
    return;
  }
  const frontmatter = parseFrontmatter(text, file);
  const parsed = parseMdxBody({ text: frontmatter.body, file, firstLine: frontmatter.bodyLine }, layout.components);
  entry.value = frontmatter.value;
  entry.locator = frontmatter.locator;
  entry.body = parsed.body;
  site.issues.push(...frontmatter.issues, ...parsed.issues);
  if (hasNone) site.issues.push(...findHiddenInValues({ ...entry, bodyLine: frontmatter.bodyLine }));
}

/** Gives a JSON entry the text that stands beside it. Files come in order of their paths, so the JSON was there before. */
function readText(
  site: RawSite,
  source: { kind: string; id: string; file: string; text: string },
  layout: SiteLayout,
): void {
  const { kind, id, file, text } = source;
  const owner = site.entries.find((entry) => entry.kind === kind && entry.id === id);
  if (!owner) {
    const json = `${id}.json`;
    site.issues.push(
      buildIssue('JC103', {
        file,
        message: `没有与它同名的 ${json}，这个文件没有用上。`,
        hint: `在同一个文件夹里写 ${json}，或者给它改名。`,
      }),
    );
    return;
  }
  if (/^---[ \t]*$/m.test(text.split('\n', 1)[0] ?? '')) {
    site.issues.push(
      buildIssue('JC124', {
        file,
        message: '这个文件只放正文，不写资料区。',
        hint: `把 --- 之间的内容移到 ${id}.json，删掉这两行 ---。`,
      }),
    );
    return;
  }
  const parsed = parseMdxBody({ text, file, firstLine: 1 }, layout.components);
  owner.body = parsed.body;
  owner.bodyFile = file;
  site.issues.push(...parsed.issues, ...findHiddenInValues({ ...owner, value: undefined, file, bodyLine: 1 }));
}

/** Text of a UTF-8 file without its byte-order mark and with plain line feeds; undefined for other encodings. */
function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

/** 1234567 → 1235 kB: in whole kilobytes, so that a file just above the limit is seen to be. */
function formatSize(bytes: number): string {
  return `${String(Math.ceil(bytes / 1000))} kB`;
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === 'Thumbs.db' || part.startsWith('~$'));
}

function describeUnreadable(error: unknown, file: string): Issue {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '未知原因';
  return buildIssue('JC107', {
    file,
    message: `文件读不出来（${reason}）。`,
    hint: '看看文件是否还在、是否有读取权限，再试一次。',
  });
}
