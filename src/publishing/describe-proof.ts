import type { Difference, Proof } from './prove.ts';

const MEANING: Readonly<Record<Difference['what'], string>> = {
  missing: '打不开',
  other: '看到的不是新的这一版。前面有 CDN 的，把这些网址交给它「刷新」；没有的，看看公开网址指的是不是发布到的文件夹',
  home: '看到的是首页。对象存储要打开「子目录首页」（阿里云在静态页面里），不然 /people/ 这样的网址送出首页',
  'still-there': '应该没有了，还看得到。马上到 CDN 那里刷新这些网址',
  'not-found-page': '没有的网址应该回答 404，送出 404.html；看看服务器或对象存储的「错误页」设置',
  caching: '缓存时间和设置的不一样。改正的数字可能要过很久才看得到；重新印一份服务器设置（npm run serve-config）',
  type: '文件类型送错了，浏览器可能打不开；重新印一份服务器设置（npm run serve-config）',
};
const MOST_LISTED = 20;

/** What was found out at the public address, in lines. */
export function describeProof({ asked, differences, isUnreachable }: Proof): string {
  if (isUnreachable) return '公开网址现在打不开，没有核对。';
  if (differences.length === 0) return `从公开网址取了 ${String(asked)} 处来核对，都对。`;
  const groups = Map.groupBy(differences, ({ what }) => what);
  return [...groups]
    .map(([what, found]) => {
      const listed = found.slice(0, MOST_LISTED).map(({ url }) => `  ${url}`);
      const more = found.length > listed.length ? [`  ……共 ${String(found.length)} 处`] : [];
      return [`${MEANING[what]}：`, ...listed, ...more].join('\n');
    })
    .join('\n');
}
