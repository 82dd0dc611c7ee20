import path from 'node:path';

/**
 * The content folder to work on: an argument, else SITE, else qingdao. A bare name is a folder under content/; anything with a
 * slash is a path.
 */
export function contentFolder(argument: string | undefined = process.env['SITE']): string {
  const site = argument === undefined || argument === '' ? 'qingdao' : argument;
  return path.resolve(/[\\/]/.test(site) || site === '.' ? site : path.join('content', site));
}

/** Where the site is written: OUT_DIR, else dist. */
export function outputFolder(): string {
  return path.resolve(process.env['OUT_DIR'] ?? 'dist');
}

/** Today's date where the editors are. */
export function todayInChina(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}

/** How a content folder is named in messages: as seen from where the command was typed. */
export function contentLabel(folder: string): string {
  return path.relative(process.cwd(), folder).replaceAll(path.sep, '/') || '.';
}
