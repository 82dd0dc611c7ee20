import { findNameFaults, tidyName } from '../schemas/person-name.ts';
import type { CellProblem } from './cell-text.ts';

/**
 * A person's name from a cell: what is certain is mended (blanks, dots, radicals, a line break inside a name), anything else is a
 * problem for a person to decide.
 */
export function readPersonName(written: string): { name: string; problems: CellProblem[] } {
  const joined = joinBrokenName(written);
  const problems = findNameFaults(joined)
    .filter(({ mended }) => mended === undefined)
    .map(({ message, hint }): CellProblem => ({ type: 'problem', message, hint: withoutKeys(hint) }));
  return { name: tidyName(joined), problems };
}

/** 张⏎伟 is one name that a narrow cell was broken for; 张伟⏎李强 are two. */
function joinBrokenName(name: string): string {
  const parts = name.split(/\s*\n\s*/);
  const isBroken = parts.some((part) => /^\p{Script=Han}$/u.test(part) || /^[·・•]|[·・•]$/u.test(part));
  return isBroken ? parts.join('') : name;
}

/** 「别名」（otherNames） → 「别名」: people who fill in tables do not see keys. */
function withoutKeys(hint: string): string {
  return hint.replaceAll(/（[A-Za-z]+）/g, '');
}
