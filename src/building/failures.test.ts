import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildFailure, describeFailure, describeLog } from './failures.ts';

const CONTENT = { folder: path.resolve('content/haicheng'), label: 'content/haicheng' };
const inContent = (file: string): string => path.join(CONTENT.folder, file);

function systemError(code: string, file?: string): Error {
  const what = file === undefined ? 'write' : `open '${file}'`;
  return Object.assign(new Error(`${code}: something, ${what}`), { code, path: file });
}

describe('a failure that the person can put right', () => {
  it.each<[string, Error, string]>([
    ['a full disk', systemError('ENOSPC', '/x/index.html'), '磁盘满了，网站写不下。请腾出空间再试。'],
    [
      'a read-only folder',
      systemError('EROFS', path.resolve('dist.new')),
      '没有写入权限：dist.new。请检查文件夹权限，或用 OUT_DIR 换个地方。',
    ],
    [
      'a folder that another program holds',
      systemError('EBUSY', path.resolve('dist')),
      '别的程序正用着 dist。请关掉预览、编辑器和开着那个文件夹的窗口，再构建一次。',
    ],
    [
      'a file of the content that is gone',
      systemError('ENOENT', inContent('media/a.jpg')),
      '构建途中 content/haicheng/media/a.jpg 不见了，可能被删掉、移走或改了名。把它放回去，再构建一次。',
    ],
    [
      'a file of the content that may not be read',
      systemError('EACCES', inContent('media/a.jpg')),
      '读不了 content/haicheng/media/a.jpg。请关掉正在用它的程序，看看有没有读取权限，再构建一次。',
    ],
    [
      'too few file handles',
      systemError('EMFILE', '/x/index.html'),
      '打开的文件太多，系统不让再开。请关掉别的程序，或者把系统的限制（ulimit -n）调到 1024 以上，再试。',
    ],
    [
      'too little memory',
      Object.assign(new Error('Worker terminated due to reaching memory limit: JS heap out of memory'), {
        code: 'ERR_WORKER_OUT_OF_MEMORY',
      }),
      '内存不够，网站没有生成完。请关掉别的程序，再构建一次。',
    ],
    ['one that the build itself found', new BuildFailure('有 2 处错误。'), '有 2 处错误。'],
  ])('is one sentence: %s', (_name, error, text) => {
    expect(describeFailure(error, CONTENT)).toBe(text);
  });

  it.each<[string, string, string | undefined]>([
    ['Node in the middle of a line', '├─ /data/index.htmlENOSPC: no space left on device, write\n  at x', '磁盘满了'],
    ['a program that is not Node', 'Caused by:\n    No space left on device (os error 28)', '磁盘满了'],
    ['sharp', `Error: Input file is missing: ${inContent('media/a.jpg')}\n    at x`, 'media/a.jpg 不见了'],
    [
      'what is no picture',
      `Error: Input file is no picture: ${inContent('media/a.jpg')}\n    at x`,
      'media/a.jpg 打不开',
    ],
    ['a defect', "TypeError: x is not a function\n    at file '/x/y.ts'", undefined],
    ['a file of the project that is gone', "ENOENT: no such file, open '/elsewhere/font.ttf'", undefined],
  ])('is found in a log: %s', (_name, log, part) => {
    const text = describeLog(log, CONTENT);
    if (part === undefined) expect(text).toBeUndefined();
    else expect(text).toContain(part);
  });
});

it('a defect keeps its stack', () => {
  expect(describeFailure(new TypeError('x is not a function'), CONTENT)).toMatch(/\n\s+at /);
});
