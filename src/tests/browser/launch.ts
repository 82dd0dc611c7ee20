/** The browsers of the tests are those that print the reports. */
export { launchBrowser } from '../../../scripts/browser/launch.ts';
