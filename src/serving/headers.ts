import { policyHeader } from './content-security.ts';
import { CACHING, type Zone, zoneOf } from './zones.ts';

/** Headers that every answer has. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  /** Nothing here asks for any of it, and no frame in it may. */
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
} as const;

/** Headers that differ from zone to zone. `embedScript` is the text of the script that stands in embeds. */
export function headersIn(zone: Zone, embedScript: string): Record<string, string> {
  return {
    'Content-Security-Policy': policyHeader(zone.policy, embedScript),
    'Cache-Control': CACHING[zone.caching],
    ...(zone.isOpen ? { 'Access-Control-Allow-Origin': '*' } : {}),
  };
}

/** All headers of an answer, but for its type. The path stands below the base, without a slash at its start. */
export function headersOf(path: string, embedScript: string): Record<string, string> {
  return { ...COMMON_HEADERS, ...headersIn(zoneOf(path), embedScript) };
}
