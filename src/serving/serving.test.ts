import { describe, expect, it } from 'vitest';
import { formatCaddy } from './caddy.ts';
import { embedPolicy, hashSource, PAGE_POLICY, policyHeader } from './content-security.ts';
import { headersOf } from './headers.ts';
import { contentTypeOf } from './media-types.ts';
import { formatNginx } from './nginx.ts';
import type { ServedSite } from './settings.ts';
import { formatStaticHost } from './static-host.ts';
import { zoneOf } from './zones.ts';

const SCRIPT = 'tell();';
const site: ServedSite = {
  host: 'example.org',
  base: '/jiangce/',
  redirects: [{ from: '/jiangce/craftsmen/old/', to: '/jiangce/craftsmen/new/' }],
  embedScript: SCRIPT,
};

describe('policies', () => {
  it('let pages run files of the site and nothing else', () => {
    const header = policyHeader('page', SCRIPT);
    expect(header).toContain("default-src 'none'");
    expect(header).toContain("script-src 'self';");
    expect(header).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(header).toContain("frame-ancestors 'none'");
    expect(header).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`);
  });

  it('allow no eval and no WebAssembly anywhere', () => {
    const names = ['page', 'embed', 'clipping', 'worker', 'file', 'document'] as const;
    for (const name of names) {
      expect(policyHeader(name, SCRIPT)).not.toContain('eval');
      expect(policyHeader(name, SCRIPT)).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    }
  });

  it('let anyone frame embeds, also pages without an address, whose script and style are named by their hashes', () => {
    expect(policyHeader('embed', SCRIPT)).not.toContain('frame-ancestors');
    const policy = embedPolicy({ script: SCRIPT, style: 'p{}' });
    expect(policy).toContain(`script-src ${hashSource(SCRIPT)}`);
    expect(policy).toContain(`style-src ${hashSource('p{}')}`);
    expect(policy).not.toContain('unsafe-inline');
  });
});

it.each([
  ['craftsmen/guo-lei/index.html', 'pages'],
  ['_assets/page.abc.css', 'assets'],
  ['pagefind/fragment/x.pf_fragment', 'search-index'],
  ['pagefind/pagefind.unknown_1.pf_meta', 'search-index'],
  ['pagefind/pagefind-entry.json', 'search-names'],
  ['search/aids.0a1b2c3d4e.json', 'search-aids'],
  ['search/index.0a1b2c3d4e.bundle', 'search-aids'],
  ['search/manifest.json', 'search-names'],
  ['search/', 'pages'],
  ['embed/talent/oembed.json', 'embeds'],
  ['press/talent/wechat.html', 'clippings'],
  ['press/talent/', 'pages'],
  ['reports/2023/report-2023.pdf', 'documents'],
  ['favicon.svg', 'pictures'],
  ['favicon.ico', 'pictures'],
  ['robots.txt', 'notices'],
  ['.well-known/security.txt', 'notices'],
  ['craftsmen/robots.txt', 'pages'],
  ['datapackage.json', 'data'],
  ['my-favicon.svg', 'pages'],
])('%s is of the zone %s', (path, name) => {
  expect(zoneOf(path).name).toBe(name);
});

it('texts say their encoding, and what is unknown is bytes', () => {
  expect(contentTypeOf('a/site.webmanifest')).toBe('application/manifest+json; charset=utf-8');
  expect(contentTypeOf('x.PNG')).toBe('image/png');
  expect(contentTypeOf('x.pf_index')).toBe('application/octet-stream');
  expect(headersOf('index.html', SCRIPT)['X-Content-Type-Options']).toBe('nosniff');
});

it.each([
  ['index.html', 'same-origin', 'same-origin'],
  ['_assets/page.abc.js', 'unsafe-none', 'same-origin'],
  ['embed/talent/index.html', 'unsafe-none', 'cross-origin'],
  ['charts/talent.png', 'unsafe-none', 'cross-origin'],
  ['media/lin-mo.jpg', 'unsafe-none', 'cross-origin'],
  ['press/talent/wechat.html', 'unsafe-none', 'same-origin'],
])('%s has the opener policy %s and the resource policy %s', (path, opener, resource) => {
  expect(headersOf(path, SCRIPT)).toMatchObject({
    'Cross-Origin-Opener-Policy': opener,
    'Cross-Origin-Resource-Policy': resource,
  });
});

describe('printed settings', () => {
  const options = { root: '/srv/www', listen: '80', hasBrotli: true };
  const HSTS = 'Strict-Transport-Security';

  it('of nginx with https send on who comes by http, and say where the certificate lies', () => {
    const https = { certificate: '/etc/a.pem', key: '/etc/a.key', plain: '80' };
    const text = formatNginx(site, { ...options, listen: '443', https });
    expect(text).toContain('return 301 https://example.org$request_uri;');
    expect(text).toContain('listen 443 ssl http2;');
    expect(text).toContain('ssl_certificate "/etc/a.pem";');
    expect(formatNginx(site, options)).not.toContain('ssl');
  });

  it('bind browsers to https only when asked, in every answer and with a warning', () => {
    const bound = { ...site, httpsOnlyDays: 30 };
    const printed = (of: ServedSite): string[] => [
      formatNginx(of, options),
      formatCaddy(of, { root: '/srv/www', address: 'example.org' }),
      formatStaticHost(of, ['craftsmen/'])._headers,
    ];
    for (const text of printed(site)) expect(text).not.toContain(HSTS);
    for (const text of printed(bound)) {
      expect(text).toContain('max-age=2592000');
      expect(text).toContain('# 注意：来过的浏览器会记住 30 天');
    }
    const nginx = formatNginx(bound, options);
    expect(nginx.split(HSTS).length).toBe(nginx.split('X-Content-Type-Options').length);
  });

  it('lead to the files of the host that lie below the base path, and not where it is the root', () => {
    const root = { ...site, base: '/' };
    const caddy = { root: '/srv/www', address: 'example.org' };
    for (const name of ['robots.txt', 'favicon.ico', '.well-known/security.txt']) {
      expect(formatNginx(site, options)).toContain(`location = /${name} { return 301 /jiangce/${name}; }`);
      expect(formatCaddy(site, caddy)).toContain(`redir /${name} /jiangce/${name} permanent`);
      expect(formatStaticHost(site, [])._redirects).toContain(`/${name} /jiangce/${name} 301`);
      expect(formatNginx(root, options)).not.toContain(`return 301 /${name}`);
      expect(formatStaticHost(root, [])._redirects).not.toContain(name);
    }
  });

  it('of nginx stand under the base path, and name no module that is not there', () => {
    const text = formatNginx(site, options);
    expect(text).toContain('location = / { return 301 /jiangce/; }');
    expect(text).toContain('location = /jiangce/craftsmen/old/ { return 301 /jiangce/craftsmen/new/; }');
    expect(text).toContain('location /jiangce/_assets/ {');
    expect(text).toContain('brotli_static on;');
    expect(formatNginx(site, { ...options, hasBrotli: false })).not.toContain('brotli');
    expect(text.split('{').length).toBe(text.split('}').length);
  });

  it('of Caddy try the nearest place first', () => {
    const text = formatCaddy(site, { root: '/srv/www', address: 'example.org' });
    expect(text).toContain('redir /jiangce/craftsmen/old/ /jiangce/craftsmen/new/ permanent');
    expect(text.indexOf(String.raw`^/jiangce/search/manifest\.json$`)).toBeGreaterThan(0);
    expect(text.indexOf('^/jiangce/pagefind/index/')).toBeLessThan(text.indexOf('^/jiangce/pagefind/"'));
  });

  it('of static hosts name pages section by section', () => {
    const { _headers, _redirects } = formatStaticHost(site, ['index.html', 'craftsmen/', 'press/', 'embed/']);
    expect(_headers).toContain('/jiangce/craftsmen/*\n');
    expect(_headers).toContain('/jiangce/press/:id/\n');
    expect(_headers).not.toContain('/jiangce/press/*');
    expect(_headers).toMatch(/\/jiangce\/404\.html\n(?: {2}.*\n)* {2}Cache-Control: no-cache\n/);
    expect(_redirects).toContain('/jiangce/craftsmen/old/ /jiangce/craftsmen/new/ 301');
  });
});
