import { describe } from 'vitest';
import { readTestSites } from '../../../scripts/sites/built-site.ts';
import { auditSite } from './audit-site.ts';
import { WHOLE } from './axe.ts';

// Of all sites the one with most pages is looked at whole; its templates are those of the others (page-audit-cities.test.ts).
describe.each(readTestSites().slice(0, 1))('pages of $name', (site) => {
  auditSite(site, WHOLE);
});
