import { buildIssue, type Issue } from '../issues/issue.ts';
import { type Body, EMPTY_BODY } from './body.ts';
import { fieldLocator, type WrittenFields } from './field-locator.ts';
import type { FileSystem } from './file-system.ts';
import { decodeForeign } from './foreign-encoding.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { findHiddenCharacters, findHiddenInValues } from './hidden-characters.ts';
import { parseJsonDocument } from './json-document.ts';
import { parseMdxBody } from './mdx-body.ts';
import { findOddOrdinals, type OddOrdinal } from './odd-ordinals.ts';
import { findPersonalNumbers, type PersonalNumber } from './personal-numbers.ts';
import { findSecrets } from './secrets.ts';
import type { Place, SiteLayout } from './site-layout.ts';

/** A file of a content folder and what it is. */
export interface FoundFile extends Place {
  /** Relative to the content folder. */
  path: string;
  /** Path shown to authors. */
  file: string;
}

/** What a file holds, as plain data: it may have been read by another process. */
export interface FileContent {
  /** Undefined when it could not be parsed. */
  value: Record<string, unknown> | undefined;
  body: Body;
  fields: WrittenFields | undefined;
  /** All that is wrong with the file as such. */
  issues: Issue[];
  /** Numbers of people; which of them may be there is known when all files are read. */
  numbers: PersonalNumber[];
  /** Ordinals that look misread; which of them are right is known then too. */
  ordinals: OddOrdinal[];
}

/**
 * Files written by hand are far smaller, and parsers are slow on larger ones. The limit of single files is higher, since they
 * list the entries of a whole city: ten thousand sources are 3 MB.
 */
const MOST_BYTES = { entry: 300_000, document: 8_000_000 } as const;

/** Reads files one after the other. Nothing an author writes makes it throw. */
export async function readFiles(
  files: readonly FoundFile[],
  { fileSystem, folder, layout }: { fileSystem: FileSystem; folder: string; layout: SiteLayout },
): Promise<FileContent[]> {
  const contents: FileContent[] = [];
  for (const found of files) {
    const bytes = await fileSystem
      .read(`${folder}/${found.path}`)
      .catch((error: unknown) => describeUnreadable(error, found.file));
    contents.push(bytes instanceof Uint8Array ? readBytes(bytes, found, layout) : withoutContent(bytes));
  }
  return contents;
}

function withoutContent(issue: Issue): FileContent {
  return { value: undefined, body: EMPTY_BODY, fields: undefined, issues: [issue], numbers: [], ordinals: [] };
}

/** Whoever saves a file while its characters look broken destroys them, so opening it rightly comes first. */
function describeEncoding(bytes: Uint8Array): { message: string; hint: string } {
  const found = decodeForeign(bytes);
  if (!found) {
    return {
      message: '文件不是 UTF-8 编码，里面的汉字读不出来。',
      hint: '用写它的程序重新打开，看到汉字正常了，再「另存为」，编码选 UTF-8。看到乱码时不要存盘，存了字就丢了。',
    };
  }
  const { encoding } = found;
  return {
    message: `文件是 ${encoding === 'GB18030' ? 'GBK' : encoding} 编码的，要用 UTF-8。`,
    hint: `运行 npm run check -- --fix 就会转好。自己改：在 VS Code 里点右下角的编码名，选「通过编码重新打开」→「${encoding}」；看到汉字正常了，再点一次，选「通过编码保存」→「UTF-8」。看到乱码时不要存盘，存了字就丢了。`,
  };
}

function readBytes(bytes: Uint8Array, found: FoundFile, layout: SiteLayout): FileContent {
  const { kind, file } = found;
  const most = Object.hasOwn(layout.folders, kind) ? MOST_BYTES.entry : MOST_BYTES.document;
  if (bytes.length > most) {
    const message = `文件太大，有 ${formatSize(bytes.length)}，最多 ${formatSize(most)}；没有读。`;
    const hint = '看看是不是把图片或别的文件的内容贴了进来，或者同一段内容重复了许多遍。';
    return withoutContent(buildIssue('JC110', { file, message, hint }));
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    return withoutContent(buildIssue('JC101', { file, ...describeEncoding(bytes) }));
  }
  if (text.trim() === '')
    return withoutContent(buildIssue('JC102', { file, message: '文件是空的。', hint: '写上内容，或者删掉这个文件。' }));
  const hidden = findHiddenCharacters(text, file);
  const { bodyLine, ...content } = parseText(text, found, layout);
  const ofFile = [...findSecrets(text, file), ...hidden, ...content.issues];
  // No second issue if it is reported for the text itself.
  const inValues =
    hidden.length > 0 ? [] : findHiddenInValues({ ...content, file, locator: fieldLocator(content.fields), bodyLine });
  const ordinals = layout.ordinals?.quotedIn.includes(kind) === true ? [] : findOddOrdinals(text);
  return { ...content, issues: [...ofFile, ...inValues], numbers: findPersonalNumbers(text, file), ordinals };
}

type ParsedText = Omit<FileContent, 'numbers' | 'ordinals'>;

/** A text by its format, with the line on which its body begins. */
function parseText(
  text: string,
  { format, id, file }: FoundFile,
  layout: SiteLayout,
): ParsedText & { bodyLine: number } {
  if (format === 'json') {
    const fields: WrittenFields = { format: 'json', text };
    return { ...parseJsonDocument(text, file), fields, body: EMPTY_BODY, bodyLine: 1 };
  }
  if (format === 'text') return { ...parseBodyAlone(text, { id, file }, layout), bodyLine: 1 };
  const { value, yaml, bodyLine, body, issues } = parseFrontmatter(text, file);
  const parsed = parseMdxBody({ text: body, file, firstLine: bodyLine }, layout.components);
  return {
    value,
    fields: yaml === undefined ? undefined : { format: 'yaml', text: yaml },
    body: parsed.body,
    bodyLine,
    issues: [...issues, ...parsed.issues],
  };
}

/** The text that stands beside a JSON entry. */
function parseBodyAlone(text: string, { id, file }: { id: string; file: string }, layout: SiteLayout): ParsedText {
  if (/^---[ \t]*$/m.test(text.split('\n', 1)[0] ?? '')) {
    const message = '这个文件只放正文，不写资料区。';
    const hint = `把 --- 之间的内容移到 ${id}.json，删掉这两行 ---。`;
    return withoutContent(buildIssue('JC124', { file, message, hint }));
  }
  return { ...parseMdxBody({ text, file, firstLine: 1 }, layout.components), value: undefined, fields: undefined };
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

function describeUnreadable(error: unknown, file: string): Issue {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '未知原因';
  return buildIssue('JC107', {
    file,
    message: `文件读不出来（${reason}）。`,
    hint: '看看文件是否还在、是否有读取权限，再试一次。',
  });
}
