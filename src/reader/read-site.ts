import { compareIssues, buildIssue, type Issue } from '../issues/issue.ts';
import { findNearest } from '../lib/nearest.ts';
import type { Body, ComponentRules } from './body.ts';
import { EMPTY_BODY } from './body.ts';
import type { FileSystem } from './file-system.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { parseJsonDocument } from './json-document.ts';
import { type Locator, startLocator } from './located.ts';
import { parseMdxBody } from './mdx-body.ts';
import { findPersonalNumbers } from './personal-numbers.ts';

/** What a content folder may hold; given by the schemas. */
export interface SiteLayout {
  /** Single files at the top: `site.json`. `required` ones are missed when absent. */
  documents: Readonly<Record<string, { required: boolean }>>;
  /** Folders of entries and the format of their files. */
  folders: Readonly<Record<string, 'json' | 'mdx'>>;
  /** Folders whose files are not read here (media). */
  passive: readonly string[];
  components: ComponentRules;
  /** What an entry's id, the file name, must look like. */
  idPattern: RegExp;
}

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

/** Reads a content folder whole. All that is wrong with files as such is collected; nothing an author writes makes it throw. */
export async function readSite({ fileSystem, folder, label, layout }: ReadSiteOptions): Promise<RawSite> {
  const site: RawSite = { entries: [], files: [], issues: [] };
  const listed = await fileSystem.list(folder);
  const seen = new Set<string>();
  for (const { path, isFolder } of listed) {
    if (isFolder || isHidden(path)) continue;
    const place = placeOf(path, layout);
    const file = `${label}/${path}`;
    if (place === 'passive') site.files.push(path);
    else if (place === undefined) site.issues.push(describeUnexpected(path, file, layout));
    else {
      seen.add(path);
      const bytes = await fileSystem.read(`${folder}/${path}`).catch((error: unknown) => describeUnreadable(error, file));
      if (bytes instanceof Uint8Array) readFile(site, { ...place, file, bytes }, layout);
      else site.issues.push(bytes);
    }
  }
  for (const [name, { required }] of Object.entries(layout.documents)) {
    if (!required || seen.has(name)) continue;
    const message = listed.length === 0 ? `没有 ${label} 这个内容文件夹，或者它是空的。` : `内容文件夹里缺少 ${name}。`;
    site.issues.push(
      buildIssue('JC104', { file: `${label}/${name}`, message, hint: `照别的城市的 ${name} 写一份；EDITING.md 里有说明。` }),
    );
  }
  site.issues.sort(compareIssues);
  return site;
}

interface Place {
  kind: string;
  id: string;
  format: 'json' | 'mdx';
}

function placeOf(path: string, layout: SiteLayout): Place | 'passive' | undefined {
  const parts = path.split('/');
  const [folder = '', name = ''] = parts;
  if (parts.length === 1) {
    return folder in layout.documents ? { kind: folder.replace(/\.json$/, ''), id: folder.replace(/\.json$/, ''), format: 'json' } : undefined;
  }
  if (layout.passive.includes(folder)) return 'passive';
  const format = layout.folders[folder];
  if (format === undefined || parts.length !== 2 || !name.endsWith(`.${format}`)) return undefined;
  return { kind: folder, id: name.slice(0, -format.length - 1), format };
}

function readFile(site: RawSite, source: Place & { file: string; bytes: Uint8Array }, layout: SiteLayout): void {
  const { kind, id, format, file, bytes } = source;
  const entry: RawEntry = { kind, id, file, value: undefined, body: EMPTY_BODY, locator: startLocator };
  site.entries.push(entry);
  if (format === 'mdx' || layout.folders[kind] === 'json') checkId(site, entry, layout);
  const text = decodeText(bytes);
  if (text === undefined) {
    site.issues.push(
      buildIssue('JC101', { file, message: '文件不是 UTF-8 编码，里面的汉字读不出来。', hint: '在编辑器里用「另存为」，编码选 UTF-8。' }),
    );
    return;
  }
  if (text.trim() === '') {
    site.issues.push(buildIssue('JC102', { file, message: '文件是空的。', hint: '写上内容，或者删掉这个文件。' }));
    return;
  }
  site.issues.push(...findPersonalNumbers(text, file));
  if (format === 'json') {
    const document = parseJsonDocument(text, file);
    entry.value = document.value;
    entry.locator = document.locator;
    site.issues.push(...document.issues);
    return;
  }
  const frontmatter = parseFrontmatter(text, file);
  const parsed = parseMdxBody({ text: frontmatter.body, file, firstLine: frontmatter.bodyLine }, layout.components);
  entry.value = frontmatter.value;
  entry.locator = frontmatter.locator;
  entry.body = parsed.body;
  site.issues.push(...frontmatter.issues, ...parsed.issues);
}

/** Text of a UTF-8 file without its byte-order mark and with plain line feeds; undefined for other encodings. */
function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function checkId(site: RawSite, entry: RawEntry, layout: SiteLayout): void {
  if (layout.idPattern.test(entry.id)) return;
  site.issues.push(
    buildIssue('JC105', {
      file: entry.file,
      message: `文件名「${entry.id}」不能用作编号：编号只能有小写英文字母、数字和连字符。`,
      hint: '改文件名，例如 ning-yunzhan；编号会成为网址，用拼音最好。',
    }),
  );
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === 'Thumbs.db' || part.startsWith('~$'));
}

function describeUnexpected(path: string, file: string, layout: SiteLayout): Issue {
  const [first = '', ...rest] = path.split('/');
  const names = rest.length === 0 ? Object.keys(layout.documents) : [...Object.keys(layout.folders), ...layout.passive];
  const format = layout.folders[first];
  if (format !== undefined && rest.length > 0) {
    return buildIssue('JC103', {
      file,
      message: `${first} 文件夹里只认 .${format} 文件，而且不分下级文件夹；这个文件没有用上。`,
      hint: `把它改成 ${first}/编号.${format}，或者移走。`,
    });
  }
  const nearest = findNearest(first, names);
  return buildIssue('JC103', {
    file,
    message: `内容文件夹里没有「${first}」这一项，这个文件没有用上。`,
    hint: nearest.length > 0 ? `是不是想放到 ${nearest.join('、')}？` : `能放的有：${names.join('、')}。`,
  });
}

function describeUnreadable(error: unknown, file: string): Issue {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '未知原因';
  return buildIssue('JC107', { file, message: `文件读不出来（${reason}）。`, hint: '看看文件是否还在、是否有读取权限，再试一次。' });
}
