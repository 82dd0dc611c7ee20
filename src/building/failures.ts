import path from 'node:path';

/** Something the person at the keyboard can act on; anything else is a defect and keeps its stack. */
export class BuildFailure extends Error {}

/** What the system refused, and of which file where it says so. */
interface Refusal {
  code: string;
  file?: string | undefined;
}

const CODES = 'ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EBUSY|ENOENT';
/** Node's words, with the file at their end. */
const NODE_REFUSAL = new RegExp(String.raw`(${CODES}):[^\n]*?'([^'\n]+)'`, 'g');
/** A photograph that cannot be opened. */
const NO_PICTURE = 'no picture';
/** Those of sharp, and of programs that are not Node's. */
const OTHERS: readonly [RegExp, string][] = [
  [/Input file is missing: ([^\n]+)/g, 'ENOENT'],
  [/Input file is no picture: ([^\n]+)/g, NO_PICTURE],
  [/no space left on device|disk quota exceeded/gi, 'ENOSPC'],
  [/read-only file system/gi, 'EROFS'],
  [/\bE[MN]FILE\b/g, 'EMFILE'],
  [/ERR_WORKER_OUT_OF_MEMORY|reaching memory limit|heap out of memory|\bENOMEM\b/g, 'ENOMEM'],
];

/** What most often ends a part of a build without a word. */
export const OUT_OF_MEMORY = '内存不够，网站没有生成完。请关掉别的程序，再构建一次。';

/** The folder of the content, and what it is called in messages. */
export interface ContentPlace {
  folder: string;
  label: string;
}

/** What to tell of something that went wrong while a site was built. */
export function describeFailure(error: unknown, content: ContentPlace): string {
  if (error instanceof BuildFailure) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return describeLog(text, content) ?? text;
}

/** The same of a program's output: one sentence if the system refused something that the person can put right. */
export function describeLog(log: string, content: ContentPlace): string | undefined {
  const refusals = findRefusals(log);
  return refusals.map((refusal) => describeRefusal(refusal, content)).find((text) => text !== undefined);
}

function findRefusals(log: string): Refusal[] {
  return [
    ...[...log.matchAll(NODE_REFUSAL)].map(([, code = '', file]) => ({ code, file })),
    ...OTHERS.flatMap(([pattern, code]) => [...log.matchAll(pattern)].map(([, file]) => ({ code, file }))),
  ];
}

function describeRefusal({ code, file }: Refusal, { folder, label }: ContentPlace): string | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘满了，网站写不下。请腾出空间再试。';
    case 'EMFILE':
      return '打开的文件太多，系统不让再开。请关掉别的程序，或者把系统的限制（ulimit -n）调到 1024 以上，再试。';
    case 'ENOMEM':
      return OUT_OF_MEMORY;
    case 'EROFS':
    case 'EBUSY':
    case 'EACCES':
    case 'EPERM': {
      const inside = file === undefined ? undefined : findInside(folder, file);
      if (inside !== undefined)
        return `读不了 ${label}/${inside}。请关掉正在用它的程序，看看有没有读取权限，再构建一次。`;
      if (code === 'EBUSY')
        return `别的程序正用着${file === undefined ? '那里的文件' : ` ${shorten(file)}`}。请关掉预览、编辑器和开着那个文件夹的窗口，再构建一次。`;
      return `没有写入权限${file === undefined ? '' : `：${shorten(file)}`}。请检查文件夹权限，或用 OUT_DIR 换个地方。`;
    }
    case NO_PICTURE:
      return `${label}/${file === undefined ? '' : (findInside(folder, file) ?? file)} 打不开：不是 JPG、PNG 之类的图片，或者文件坏了。换一张，再构建一次。`;
    default: {
      const inside = file === undefined ? undefined : findInside(folder, file);
      if (inside === undefined) return undefined;
      return `构建途中 ${label}/${inside} 不见了，可能被删掉、移走或改了名。把它放回去，再构建一次。`;
    }
  }
}

/** A file's path inside a folder, with forward slashes; undefined when it lies elsewhere. */
function findInside(folder: string, file: string): string | undefined {
  const inside = path.relative(folder, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined;
  return inside.replaceAll(path.sep, '/');
}

/** As seen from where the command was typed, if it lies there. */
export function shorten(target: string): string {
  const name = path.relative(process.cwd(), target);
  return name.startsWith('..') || path.isAbsolute(name) ? target : name || '.';
}
