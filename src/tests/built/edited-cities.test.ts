import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { listSiteNames } from '../../../scripts/sites/built-site.ts';
import { openWorkshop } from './build-site.ts';
import { expectSameAfterEdits } from './edited-site.ts';

const LIMIT_MS = 600_000;

const workshop = openWorkshop();
afterAll(workshop.remove);

/** All cities but the first; see edited-first-city.test.ts. */
describe('a site that is built after each of many edits', () => {
  it.each(listSiteNames().slice(1))(
    'is the site that is built from nothing: %s',
    (name) => expectSameAfterEdits(name, join(workshop.folder, name), 45),
    LIMIT_MS,
  );
});
