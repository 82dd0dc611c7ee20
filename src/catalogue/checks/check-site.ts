import type { Issue } from '../../issues/issue.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';
import { checkAliases } from './aliases.ts';
import { checkBodies } from './bodies.ts';
import { checkDuplicateIds } from './duplicates.ts';
import { checkEditions } from './editions.ts';
import { findKnownIds } from './known-ids.ts';
import { checkLabels } from './labels.ts';
import { checkNames } from './names.ts';
import { findUnknownReferences } from './references.ts';
import { checkPortraits } from './portraits.ts';
import { checkReports } from './reports.ts';
import { checkSecurityContact } from './security-contact.ts';
import { checkStatistics } from './statistics.ts';
import { describeUnknownIds } from './unknown-ids.ts';

/** All that can only be seen with the whole site in view. */
export function checkSite(site: ValidatedSite, { today }: { today: string }): Issue[] {
  const ids = findKnownIds(site);
  const bodies = checkBodies(site, ids);
  return [
    ...checkDuplicateIds(site),
    ...checkAliases(site, ids),
    ...describeUnknownIds([...findUnknownReferences(site, ids), ...bodies.unknown], ids),
    ...bodies.issues,
    ...checkStatistics(site, today),
    ...checkPortraits(site),
    ...checkEditions(site),
    ...checkReports(site),
    ...checkLabels(site),
    ...checkNames(site),
    ...checkSecurityContact(site, today),
  ];
}
