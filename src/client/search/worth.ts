import { foldText } from '../../lib/folding.ts';
import type { Query } from './query.ts';
import type { Matches } from './segment-match.ts';

export interface PageWorth {
  page: number;
  worth: number;
}

/** A little for what people mostly look for; less than any real difference in how well a page answers. */
const KIND_WORTH: Readonly<Record<string, number>> = {
  craftsmen: 9,
  studios: 6,
  teams: 6,
  outcomes: 5,
  editions: 4,
  statistics: 3,
  services: 2,
  competitions: 2,
  academies: 2,
  districts: 2,
  charts: -4,
  reports: -8,
  sources: -12,
  lists: -14,
};
/** Who types a firm, a trade or an honour looks for its people first, then for what else bears the name. */
const RELATED_PERSON_WORTH = 110;
/** Who asks how many gets the figure before the people it counts. */
const ASKED_NUMBER_WORTH = 120;

/** Pages by how well they answer and what they are, best first. */
export function orderByWorth(pages: Matches, kindOf: (page: number) => string, { asksNumber }: Query): PageWorth[] {
  return [...pages]
    .map(([page, { score, related = 0 }]) => {
      const kind = kindOf(page);
      const asked =
        (kind === 'craftsmen' ? related * RELATED_PERSON_WORTH : 0) +
        (kind === 'statistics' && asksNumber ? ASKED_NUMBER_WORTH : 0);
      return { page, worth: score + (KIND_WORTH[kind] ?? 0) + asked };
    })
    .sort((a, b) => b.worth - a.worth || a.page - b.page);
}

const TITLE_WORTH = { equal: 60, person: 64, partOfName: 24, named: 40, share: 10 };

/** What a title adds: that it stands in the query (王京京 in 青特集团王京京), or how much of it the query makes up. */
export function titleWorth(title: string, isPerson: boolean, { segments, plain }: Query): number {
  const bare = foldText(title).replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (bare.length < 2) return 0;
  return Math.max(0, ...[...segments, ...plain].map(({ text }) => segmentTitleWorth(bare, text, isPerson)));
}

function segmentTitleWorth(title: string, text: string, isPerson: boolean): number {
  const share = (TITLE_WORTH.share * text.length) / title.length;
  if (text === title) return TITLE_WORTH.equal + share;
  if (text.includes(title)) return isPerson ? TITLE_WORTH.person : (TITLE_WORTH.named * title.length) / text.length + 4;
  if (title.includes(text)) return share + (isPerson ? TITLE_WORTH.partOfName : 0);
  return 0;
}
