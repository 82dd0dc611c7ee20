import { type Catalogue, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Person } from '../catalogue/person.ts';
import type { SealRequest } from '../renderers/seal.ts';
import { SEAL_FALLBACK } from '../renderers/seal-text.ts';

/** A person's seal: white on red for honours of the nation, red on paper for all others. */
export function sealOf(person: Person): SealRequest {
  return { id: person.id, name: person.name, isRelief: isNational(person) };
}

/** What a studio's or team's name ends with besides who it is named after. */
const STUDIO_WORDS = /(?:劳模)?(?:工匠人才)?(?:创新|技能大师)?(?:工作室|团队|班组)$/u;

/** The round seal of a studio or team: its leader's name, or its own. White on red where it is a national one. */
export function studioSealOf({ id, data }: Entry<'studios' | 'teams'>, catalogue: Catalogue): SealRequest {
  const leader = data.lead === undefined ? undefined : getById(catalogue.person, data.lead);
  const name = leader?.name ?? data.title.replace(STUDIO_WORDS, '');
  return { id, name, isRelief: data.level === 'nation', isRound: true };
}

export interface MiniSeal {
  character: string;
  isRelief: boolean;
}

/**
 * The surname, cut small, for lists: one character is all that can be read at that size. It is set in the reader's fonts, and where
 * they lack a rare one the seal would be empty.
 */
export function miniSealOf(person: Person): MiniSeal {
  const surname = [...person.name][0] ?? '';
  return { character: surname > '\uffff' ? SEAL_FALLBACK : surname, isRelief: isNational(person) };
}

function isNational({ honours }: Person): boolean {
  return honours.some(({ honour }) => honour.level === 'nation' || honour.level === 'international');
}
