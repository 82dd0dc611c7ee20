import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { listSiteNames } from '../../../scripts/sites/built-site.ts';
import { openWorkshop } from './build-site.ts';
import { expectSameAfterEdits } from './edited-site.ts';

const LIMIT_MS = 600_000;

const workshop = openWorkshop();
afterAll(workshop.remove);

/** Of the cities in order of their names the first, which is also the largest; the others are edited in a test of their own, beside it. */
describe('a site that is built after each of many edits', () => {
  it.each(listSiteNames().slice(0, 1))(
    'is the site that is built from nothing: %s',
    (name) => expectSameAfterEdits(name, join(workshop.folder, name), 15),
    LIMIT_MS,
  );
});
