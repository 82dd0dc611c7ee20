import type { Person } from '../catalogue/person.ts';
import type { SealRequest } from '../renderers/seal.ts';

/** A person's seal: white on red for honours of the nation, red on paper for all others. */
export function sealOf(person: Person): SealRequest {
  return { id: person.id, name: person.name, isRelief: isNational(person) };
}

export interface MiniSeal {
  character: string;
  isRelief: boolean;
}

/** The surname, cut small, for lists: one character is all that can be read at that size. */
export function miniSealOf(person: Person): MiniSeal {
  return { character: [...person.name][0] ?? '', isRelief: isNational(person) };
}

function isNational({ honours }: Person): boolean {
  return honours.some(({ honour }) => honour.level === 'nation' || honour.level === 'international');
}
