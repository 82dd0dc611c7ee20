import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';

const MEDIA = 'media/';

/** Every portrait has its file, under the very name: a Windows or Mac disk finds it under another one, the web server does not. */
export function checkPortraits({ entries, files }: ValidatedSite): Issue[] {
  return entries.craftsmen.flatMap(({ data, file, locator }) =>
    data.portrait && !files.includes(`${MEDIA}${data.portrait.file}`)
      ? buildIssue('JC604', {
          file,
          ...locator.valueAt(['portrait', 'file']),
          path: 'portrait.file',
          message: `media 文件夹里没有照片「${data.portrait.file}」。`,
          hint: adviseName(data.portrait.file, files),
        })
      : [],
  );
}

function adviseName(wanted: string, files: readonly string[]): string {
  const alike = files.find((file) => fold(file) === fold(`${MEDIA}${wanted}`))?.slice(MEDIA.length);
  if (alike === undefined) return '把照片放进 media 文件夹，文件名要一模一样，包括大小写。';
  return alike.normalize('NFC') === wanted.normalize('NFC')
    ? '那里有一个看上去一样的，字母上的音调记法不同：给照片换一个只有英文字母和数字的名字，这里照着写。'
    : `那里的是「${alike}」，大小写不同：改成一样的。`;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
