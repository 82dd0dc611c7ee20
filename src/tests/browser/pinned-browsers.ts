export { type BrowserVersion, browserVersions, hasPinnedBrowsers } from '../../../scripts/browser/pinned-browsers.ts';
