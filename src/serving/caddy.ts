import { commonHeaders, headersIn } from './headers.ts';
import { contentTypeOf, isTextType, MEDIA_TYPES, mediaTypeOf, UNKNOWN_TYPE } from './media-types.ts';
import { allRedirects, describeOrigin, type ServedSite } from './settings.ts';
import { escapePattern, NOT_FOUND, PAGES, placePattern, PLACES, type Zone, ZONES } from './zones.ts';

export interface CaddyOptions {
  /** The server's folder of documents; the site lies in it under its base path. */
  root: string;
  /** The address of the site block: `example.org`, `:8080`. */
  address: string;
}

/** A Caddyfile. Certificates are Caddy's own business; slashes at the end too. */
export function formatCaddy(site: ServedSite, { root, address }: CaddyOptions): string {
  const { base, embedScript } = site;
  const lines = [
    ...describeOrigin(site, 'caddy').map((line) => `# ${line}`),
    `# 网站的文件放在 ${root}${base}。`,
    `${address} {`,
    `  root * ${quote(root)}`,
    ...(base === '/' ? [] : [`  redir / ${base} permanent`]),
    ...allRedirects(site).map(({ from, to }) => `  redir ${from} ${to} permanent`),
    '',
    ...Object.entries(commonHeaders(site)).map(([name, value]) => `  header ${name} ${quote(value)}`),
    ...formatZoneMap(site),
    ...headerNames(embedScript)
      .filter((name) => name !== OPEN)
      .map((name) => `  header ${name} {${placeholder(name)}}`),
    ...formatOpenZones(site),
    ...formatTypes(),
    `  header ?Content-Type ${UNKNOWN_TYPE}`,
    '',
    ...indent(formatRefusals(base)),
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '  handle_errors {',
    // Not those of the file that is missing, which may say a year and another type.
    ...Object.entries(headersIn(NOT_FOUND, embedScript)).map(([name, value]) => `    header ${name} ${quote(value)}`),
    `    header -${OPEN}`,
    ...indent(indent(formatErrors(base))),
    '  }',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const OPEN = 'Access-Control-Allow-Origin';

/** As nginx does by itself: only what reads is answered, and the page of missing addresses is no address. */
function formatRefusals(base: string): string[] {
  return [
    'route {',
    '  @writing not method GET HEAD',
    '  error @writing 405',
    '  @zero path_regexp \\x00',
    '  error @zero 400',
    `  @missing path ${base}404.html`,
    '  error @missing 404',
    '}',
  ];
}

/** A name too long for the system is one that is not there. Other faults are told by their number. */
function formatErrors(base: string): string[] {
  return [
    '@missing expression `{err.status_code} == 404 || {err.message}.contains("name too long")`',
    'handle @missing {',
    `  header Content-Type ${quote(contentTypeOf('404.html'))}`,
    `  rewrite * ${base}404.html`,
    '  file_server {',
    '    status 404',
    '    precompressed br gzip',
    '  }',
    '}',
    'handle {',
    '  header Content-Type text/plain',
    '  respond "{err.status_code} {err.status_text}"',
    '}',
  ];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function headerNames(embedScript: string): string[] {
  return [...new Set([...ZONES, PAGES].flatMap((zone) => Object.keys(headersIn(zone, embedScript))))];
}

function placeholder(header: string): string {
  return `jiangce_${header.toLowerCase().replaceAll('-', '_')}`;
}

/** The first row that fits counts, as in the table. */
function formatZoneMap({ base, embedScript }: ServedSite): string[] {
  const names = headerNames(embedScript).filter((name) => name !== OPEN);
  const row = (zone: Zone): string => names.map((name) => quote(headersIn(zone, embedScript)[name] ?? '')).join(' ');
  return [
    `  map {path} ${names.map((name) => `{${placeholder(name)}}`).join(' ')} {`,
    ...PLACES.map(({ place, zone }) => `    ${quote(`~^${escapePattern(base)}${placePattern(place)}`)} ${row(zone)}`),
    `    default ${row(PAGES)}`,
    '  }',
  ];
}

/** Caddy sends a header without a value too, so this one hangs on a condition. */
function formatOpenZones({ base }: ServedSite): string[] {
  const patterns = PLACES.filter(({ zone }) => zone.isOpen).map(({ place }) => placePattern(place));
  return [`  @open path_regexp ^${escapePattern(base)}(?:${patterns.join('|')})`, `  header @open ${OPEN} *`];
}

function formatTypes(): string[] {
  const endings = Map.groupBy(Object.keys(MEDIA_TYPES), (ending) => mediaTypeOf(`.${ending}`));
  return [...endings].flatMap(([type, list], at) => [
    `  @type${String(at)} path ${list.map((ending) => `*.${ending}`).join(' ')}`,
    `  header @type${String(at)} Content-Type ${quote(isTextType(type) ? `${type}; charset=utf-8` : type)}`,
  ]);
}

/** A word of Caddy's language, where a backslash escapes quotation marks and stands for itself before all else. */
function quote(text: string): string {
  return `"${text.replaceAll('"', String.raw`\"`)}"`;
}
