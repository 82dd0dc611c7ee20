import { buildIssue, type Issue } from '../issues/issue.ts';
import { findNearest } from '../lib/nearest.ts';
import type { ComponentRules } from './body.ts';

/** What a content folder may hold; given by the schemas. */
export interface SiteLayout {
  /** Single files at the top: `site.json`. `required` ones are missed when absent. */
  documents: Readonly<Record<string, { required: boolean }>>;
  /** Folders of entries and the format of their files. */
  folders: Readonly<Record<string, 'json' | 'mdx'>>;
  /** Of these, the ones whose entries stand a folder deeper: `reports/2023/03-talent.mdx` has the id `2023/03-talent`. */
  nested?: readonly string[];
  /** Of the JSON ones, those whose entries may have a text beside them: `2023.mdx`, a body without fields, belongs to `2023.json`. */
  texts?: readonly string[];
  /** Where the site lists telephone numbers and addresses that are meant to be public: fields of a single file. */
  contacts?: { kind: string; fields: readonly string[] };
  /** Folders whose files are not read here (media). */
  passive: readonly string[];
  components: ComponentRules;
  /** What an entry's id, the file name, must look like. */
  idPattern: RegExp;
  /** The same for folders whose ids are of another kind, with what to tell the author of a wrong one. */
  idRules?: Readonly<Record<string, { pattern: RegExp; hint: string }>>;
}

export interface Place {
  kind: string;
  id: string;
  /** `text` is the body of a JSON entry. */
  format: 'json' | 'mdx' | 'text';
}

/** What a file of a content folder is by its path; undefined where no such file belongs. */
export function findPlace(path: string, layout: SiteLayout): Place | 'passive' | undefined {
  const parts = path.split('/');
  const [folder = ''] = parts;
  if (parts.length === 1) {
    const name = folder.replace(/\.json$/, '');
    return Object.hasOwn(layout.documents, folder) ? { kind: name, id: name, format: 'json' } : undefined;
  }
  if (layout.passive.includes(folder)) return 'passive';
  const format = folderFormat(folder, layout);
  if (format === undefined || parts.length !== (isNested(folder, layout) ? 3 : 2)) return undefined;
  const rest = parts.slice(1).join('/');
  if (rest.endsWith(`.${format}`)) return { kind: folder, id: rest.slice(0, -format.length - 1), format };
  const isText = layout.texts?.includes(folder) === true && rest.endsWith('.mdx');
  return isText ? { kind: folder, id: rest.slice(0, -'.mdx'.length), format: 'text' } : undefined;
}

function folderFormat(folder: string, layout: SiteLayout): 'json' | 'mdx' | undefined {
  return Object.hasOwn(layout.folders, folder) ? layout.folders[folder] : undefined;
}

function isNested(folder: string, layout: SiteLayout): boolean {
  return layout.nested?.includes(folder) === true;
}

/** `zhou qing` → `zhou-qing`; a name in Han characters, which only a person can read aloud, gets an example. */
function suggestId(id: string): string {
  const slug = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return /^[\x20-\x7e]+$/.test(id) && slug !== '' ? slug : 'ning-yunzhan';
}

/** An id that its folder does not allow. */
export function checkId({ kind, id, file }: { kind: string; id: string; file: string }, layout: SiteLayout): Issue[] {
  const own = layout.idRules?.[kind];
  if ((own?.pattern ?? layout.idPattern).test(id)) return [];
  if (own)
    return [buildIssue('JC105', { file, message: `文件名「${id}」不合 ${kind} 文件夹的规则。`, hint: own.hint })];
  return [
    buildIssue('JC105', {
      file,
      message: `文件名「${id}」不能用作编号：编号只能有小写英文字母、数字和连字符。`,
      hint: `改文件名，例如 ${suggestId(id)}；编号会成为网址，用拼音最好。`,
    }),
  ];
}

const SPREADSHEET = /\.(?:xlsx?|et|csv)$/i;

/** A file that has no place in a content folder, with where it may have been meant to go. */
export function describeUnexpected(path: string, file: string, layout: SiteLayout): Issue {
  const [first = '', ...rest] = path.split('/');
  const names = rest.length === 0 ? Object.keys(layout.documents) : [...Object.keys(layout.folders), ...layout.passive];
  const format = folderFormat(first, layout);
  if (format !== undefined && rest.length > 0) {
    const nested = isNested(first, layout);
    const depth = nested ? '而且要放在下一级的文件夹里' : '而且不分下级文件夹';
    return buildIssue('JC103', {
      file,
      message: `${first} 文件夹里只认 .${format} 文件，${depth}；这个文件没有用上。`,
      hint: nested
        ? (layout.idRules?.[first]?.hint ?? `把它改成 ${first}/文件夹/编号.${format}，或者移走。`)
        : SPREADSHEET.test(path)
          ? '移到内容文件夹外面；要把名单导入，用 npm run import。'
          : `把它改成 ${first}/编号.${format}，或者移走。`,
    });
  }
  const nearest = findNearest(first, names);
  return buildIssue('JC103', {
    file,
    message: `内容文件夹里没有「${first}」这一项，这个文件没有用上。`,
    hint: nearest.length > 0 ? `是不是想放到 ${nearest.join('、')}？` : `能放的有：${names.join('、')}。`,
  });
}
