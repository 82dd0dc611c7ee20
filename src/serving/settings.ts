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
}

/** Lines in front of printed settings. */
export function describeOrigin({ host, base }: ServedSite, command: string): string[] {
  return [
    `${host}${base}：由 npm run serve-config -- ${command} 印出，不要手改。`,
    '网站升级（换了新版的匠册）、改了网址或写了新的曾用编号以后，重新印一份。',
  ];
}
