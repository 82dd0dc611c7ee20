import { isDeviceName } from '../lib/device-name.ts';
import { buildIssue, type Issue } from '../issues/issue.ts';
import { findNearest } from '../lib/nearest.ts';
import { personPinyin, toSyllables } from '../lib/pinyin.ts';
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
  /** Where the site lists telephone numbers and addresses that are meant to be public: fields of a single file, `security.contact` one within another. */
  contacts?: { kind: string; fields: readonly string[] };
  /**
   * Where the site lists ordinals that look misread and are right, and folders in which what was wrong is quoted.
   */
  ordinals?: { kind: string; field: string; quotedIn: readonly string[] };
  /** Folders whose files are not read here (media). */
  passive: readonly string[];
  components: ComponentRules;
  /** What an entry's id, the file name, must look like. */
  idPattern: RegExp;
  /** The same for folders whose ids are of another kind, with what to tell the author of a wrong one. */
  idRules?: Readonly<Record<string, { pattern: RegExp; hint: string }>>;
  /** Ids that are taken by other addresses of the site: `craftsmen/page/2/` is the second page of the directory. */
  takenIds?: Readonly<Record<string, readonly string[]>>;
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

/** What a program adds to the name of a copy: `lin-mo - 副本`, `lin-mo (2)`, `副本 lin-mo`. */
const COPY = /(?:\s*[-－–]?\s*(?:副本|复制|拷贝|copy)\s*|\s*[(（]\d+[)）])/giu;

/** `zhou qing` → `zhou-qing`, 张三 → zhang-san. */
function suggestId(kind: string, id: string): string {
  const spelled = kind === 'craftsmen' ? personPinyin(id).spaced : toSyllables(id).join('-');
  const slug = spelled
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? 'ning-yunzhan' : slug;
}

function describeWrongId(kind: string, id: string): { message: string; hint: string } {
  const bare = id.replaceAll(COPY, '').trim();
  if (bare !== id && bare !== '') {
    return {
      message: `文件名「${id}」像是复制出来的副本，不能用作编号。`,
      hint: `不要它就删掉；要用它写另一条，就改名，例如 ${suggestId(kind, bare)}-2。`,
    };
  }
  return {
    message: `文件名「${id}」不能用作编号：编号只能有小写英文字母、数字和连字符。`,
    hint: `改文件名，例如 ${suggestId(kind, id)}；编号会成为网址，用拼音最好。`,
  };
}

/** An id that its folder does not allow. */
export function checkId({ kind, id, file }: { kind: string; id: string; file: string }, layout: SiteLayout): Issue[] {
  const own = layout.idRules?.[kind];
  if ((own?.pattern ?? layout.idPattern).test(id)) return checkTakenId({ kind, id, file }, layout);
  if (own)
    return [buildIssue('JC105', { file, message: `文件名「${id}」不合 ${kind} 文件夹的规则。`, hint: own.hint })];
  return [buildIssue('JC105', { file, ...describeWrongId(kind, id) })];
}

/** An id that is well formed and cannot be used all the same. */
function checkTakenId({ kind, id, file }: { kind: string; id: string; file: string }, layout: SiteLayout): Issue[] {
  const name = id.split('/').at(-1) ?? '';
  if (isDeviceName(name))
    return [
      buildIssue('JC105', {
        file,
        message: `「${name}」是 Windows 保留的名称，这样的文件在 Windows 上打不开。`,
        hint: `换一个编号，例如 ${name}-1。`,
      }),
    ];
  if (layout.takenIds?.[kind]?.includes(id) !== true) return [];
  return [
    buildIssue('JC105', {
      file,
      message: `「${id}」这个编号的网址，网站自己要用。`,
      hint: `换一个编号，例如 ${id}-1。`,
    }),
  ];
}

/** What files of other programs are for, by their ending. */
const ADVICE: readonly { ending: RegExp; hint: (format: string) => string }[] = [
  {
    ending: /\.(?:xlsx?|et|ods|csv)$/i,
    hint: () => '移到内容文件夹外面；要把名单导入，用 npm run import。',
  },
  {
    ending: /\.(?:docx?|wps|rtf|pdf|odt)$/i,
    hint: (format) =>
      `改扩展名没有用。打开它，把文字复制到一个新的 .${format} 文件里（npm run new 会写好开头），再把它移走。`,
  },
  {
    ending: /\.(?:jpe?g|png|heic|heif|webp|avif|gif|bmp|tiff?)$/i,
    hint: () => '照片放进 media 文件夹，再在工匠的文件里用 portrait 写上文件名。',
  },
];

/** Notepad adds .txt, and Explorer does not show it: the editor sees `lin-mo.mdx`, and the site does not. */
function describeTextEnding(path: string, file: string, layout: SiteLayout): Issue | undefined {
  const place = /\.txt$/i.test(path) ? findPlace(path.replace(/\.txt$/i, ''), layout) : undefined;
  if (place === undefined || place === 'passive') return undefined;
  const name = path.split('/').at(-1) ?? '';
  return buildIssue('JC105', {
    file,
    message: `文件名「${name}」多了 .txt，这个文件没有用上。记事本存盘时会自己加上它，资源管理器又不显示。`,
    hint: '在资源管理器的「查看」里勾上「文件扩展名」，再把文件名末尾的 .txt 删掉。',
  });
}

/** A file that has no place in a content folder, with where it may have been meant to go. */
export function describeUnexpected(path: string, file: string, layout: SiteLayout): Issue {
  const withTextEnding = describeTextEnding(path, file, layout);
  if (withTextEnding) return withTextEnding;
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
        : (ADVICE.find(({ ending }) => ending.test(path))?.hint(format) ??
          `把它改成 ${first}/编号.${format}，或者移走。`),
    });
  }
  const nearest = findNearest(first, names);
  return buildIssue('JC103', {
    file,
    message: `内容文件夹里没有「${first}」这一项，这个文件没有用上。`,
    hint: nearest.length > 0 ? `是不是想放到 ${nearest.join('、')}？` : `能放的有：${names.join('、')}。`,
  });
}
