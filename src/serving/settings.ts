import { FILES_OF_HOST } from './zones.ts';

/** A site as the settings of a web host have to know it. */
export interface ServedSite {
  /** Host name: example.org. */
  host: string;
  /** With a slash at each end: `/` or `/jiangce/`. */
  base: string;
  /** Addresses that moved, base included; the old ones in order. */
  redirects: readonly { from: string; to: string }[];
  /** Text of the script that stands in embeds. */
  embedScript: string;
  /** For how many days browsers that were here come by https only. Undefined: they may come as they like. */
  httpsOnlyDays?: number;
}

/** Lines in front of printed settings. */
export function describeOrigin({ host, base, httpsOnlyDays }: ServedSite, command: string): string[] {
  return [
    `${host}${base}：由 npm run serve-config -- ${command} 印出，不要手改。`,
    '网站升级（换了新版的匠册）、改了网址或写了新的曾用编号以后，重新印一份。',
    ...(httpsOnlyDays === undefined ? [] : describeHttpsOnly(host, httpsOnlyDays)),
  ];
}

/** What whoever runs the server must know before browsers are told to come by https only: nobody can take it back from here. */
export function describeHttpsOnly(host: string, days: number): string[] {
  if (days === 0) return ['叫浏览器不再记住只走 https。来过的人都再来一次以后，才能停用 https。'];
  return [
    `注意：来过的浏览器会记住 ${String(days)} 天，这段时间里 ${host} 上的一切（别的网站也在内）只能用 https 打开。`,
    '那时证书过期或停了 https，读者就打不开，也点不过去，这里改设置也没有用。先用 --hsts 1 试几个星期，证书能自动续期了，再写 --hsts 365。',
    '要收回，趁 https 还好的时候用 --hsts 0 再印一份。',
  ];
}

/** Addresses that lead on: former ones of the site, and what is asked for at the top of the host. */
export function allRedirects({ base, redirects }: ServedSite): ServedSite['redirects'] {
  const atTop = base === '/' ? [] : FILES_OF_HOST.map((name) => ({ from: `/${name}`, to: `${base}${name}` }));
  return [...atTop, ...redirects];
}
