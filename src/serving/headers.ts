import { policyHeader } from './content-security.ts';
import type { ServedSite } from './settings.ts';
import { CACHING, type Zone, zoneOf } from './zones.ts';

/** Headers that every answer has. */
const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  /** Nothing here asks for any of it, and no frame in it may. */
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
} as const;

const DAY_S = 86_400;

/** The same of a site whose server has its settings printed, which may have browsers come by https only. */
export function commonHeaders({ httpsOnlyDays }: Pick<ServedSite, 'httpsOnlyDays'>): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    ...(httpsOnlyDays === undefined ? {} : { 'Strict-Transport-Security': `max-age=${String(httpsOnlyDays * DAY_S)}` }),
  };
}

/** Headers that differ from zone to zone. `embedScript` is the text of the script that stands in embeds. */
export function headersIn(zone: Zone, embedScript: string): Record<string, string> {
  return {
    'Content-Security-Policy': policyHeader(zone.policy, embedScript),
    'Cache-Control': CACHING[zone.caching],
    // A page that opened ours, or that ours opens, has no hold of it. Chart frames stand in pages and are not asked.
    'Cross-Origin-Opener-Policy': zone.policy === 'page' ? 'same-origin' : 'unsafe-none',
    'Cross-Origin-Resource-Policy': zone.isShown ? 'cross-origin' : 'same-origin',
    ...(zone.isOpen ? { 'Access-Control-Allow-Origin': '*' } : {}),
  };
}

/** All headers of an answer, but for its type. The path stands below the base, without a slash at its start. */
export function headersOf(path: string, embedScript: string): Record<string, string> {
  return { ...COMMON_HEADERS, ...headersIn(zoneOf(path), embedScript) };
}
