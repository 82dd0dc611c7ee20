import type { z } from 'zod';
import type { AcademySchema } from '../../src/schemas/academy.ts';
import type { CompetitionSchema } from '../../src/schemas/competition.ts';
import type { DistrictSchema } from '../../src/schemas/district.ts';
import type { EditionSchema } from '../../src/schemas/edition.ts';
import type { OutcomeSchema } from '../../src/schemas/outcome.ts';
import type { PageSchema } from '../../src/schemas/page.ts';
import type { PolicySchema } from '../../src/schemas/policy.ts';
import type { ProposalSchema } from '../../src/schemas/proposal.ts';
import type { ServiceSchema } from '../../src/schemas/service.ts';
import type { StudioSchema } from '../../src/schemas/studio.ts';
import type { SyntheticCraftsman } from './craftsmen.ts';
import { FICTIONAL, ROSTER_SOURCE } from './documents.ts';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';
import { DISTRICTS } from './vocabulary.ts';

/** A Markdown entry before it is written: folder and id, frontmatter, body. */
export interface SyntheticEntry {
  path: string;
  data: object;
  body: string;
}

const citations = [{ source: ROSTER_SOURCE, locator: '正文' }];
const NOTICE = `${FICTIONAL}。这一条由程序编成。\n`;

/** One person in fifty leads a studio, one in thirty has an outcome of their own. */
const PEOPLE_A_STUDIO = 50;
const PEOPLE_AN_OUTCOME = 30;

export function buildStudios(people: readonly SyntheticCraftsman[], random: SeededRandom): SyntheticEntry[] {
  return everyNth(people, PEOPLE_A_STUDIO).map(({ id, name, firm }) => {
    const part = random.pick(firm.family.parts);
    const members = people.filter((person) => person.firm === firm && person.id !== id).slice(0, 6);
    const data: z.input<typeof StudioSchema> = {
      title: `${name}创新工作室`,
      lead: id,
      members: members.map((member) => member.id),
      host: firm.id,
      district: firm.district,
      level: random.pick(['firm', 'county', 'city', 'province'] as const),
      field: part,
      citations,
    };
    const links = members.slice(0, 2).map((member) => `<Ref to="craftsmen/${member.id}" />`);
    const team = links.length > 0 ? `成员里有${links.join('和')}。` : '';
    return {
      path: `studios/${id}`,
      data,
      body: `<Ref to="craftsmen/${id}" />领办的工作室，专攻${part}。${team}\n\n${NOTICE}`,
    };
  });
}

export function buildOutcomes(people: readonly SyntheticCraftsman[], random: SeededRandom): SyntheticEntry[] {
  return everyNth(people, PEOPLE_AN_OUTCOME).map(({ id, firm }, at) => {
    const part = random.pick(firm.family.parts);
    const data: z.input<typeof OutcomeSchema> = {
      title: `${part}改进之${String(at + 1)}`,
      creators: [id],
      host: firm.id,
      citations,
    };
    const fact = `<Fact source="${ROSTER_SOURCE}" locator="成果篇">${String(random.integer(3, 90))}%</Fact>`;
    const body = `<Ref to="craftsmen/${id}" />和班组一起改了${part}，${random.pick(firm.family.troubles)}的毛病少了${fact}。\n\n${NOTICE}`;
    return { path: `outcomes/fictional-${String(at + 1).padStart(4, '0')}`, data, body };
  });
}

export function buildDistricts(): SyntheticEntry[] {
  return DISTRICTS.map(({ id, name, category }) => {
    const data: z.input<typeof DistrictSchema> = { name, category, citations };
    return { path: `districts/${id}`, data, body: NOTICE };
  });
}

/** Generates a few entries of every other kind, so that there is a page of each type. */
export function buildOtherEntries(people: readonly SyntheticCraftsman[]): SyntheticEntry[] {
  const proposer = people[0];
  const entry = (path: string, data: object): SyntheticEntry => ({ path, data, body: NOTICE });
  return [
    entry('academies/fictional-academy', {
      title: '虚构工匠学院',
      category: 'academy',
      level: 'city',
      citations,
    } satisfies z.input<typeof AcademySchema>),
    entry('competitions/fictional-contest', {
      title: '虚构技能比赛',
      level: 'city',
      date: '2024',
      results: people.slice(0, 20).map((person, at) => ({ craftsman: person.id, result: `第${String(at + 1)}名` })),
      citations,
    } satisfies z.input<typeof CompetitionSchema>),
    entry('policies/fictional-policy', {
      title: '《虚构办法》',
      category: 'document',
      issuers: ['fictional-union'],
      citations,
    } satisfies z.input<typeof PolicySchema>),
    entry('services/fictional-service', {
      title: '虚构驿站',
      category: 'place',
      provider: 'fictional-union',
      citations,
    } satisfies z.input<typeof ServiceSchema>),
    ...(proposer
      ? [
          entry('proposals/fictional-proposal', {
            title: '虚构的建议',
            theme: 'training',
            proposers: [{ craftsman: proposer.id }],
            meeting: '虚构的会议',
            date: '2025-05',
            answered: true,
            citations,
          } satisfies z.input<typeof ProposalSchema>),
        ]
      : []),
    ...[
      ['about-data', '数据说明'],
      ['innovation-system', '创新体系'],
      ['ladders', '工匠阶梯'],
    ].map(([id = '', title = '']) => entry(`pages/${id}`, { title, citations } satisfies z.input<typeof PageSchema>)),
  ];
}

export function buildEdition(): z.input<typeof EditionSchema> {
  return {
    title: '虚构的工匠日',
    year: 2025,
    theme: FICTIONAL,
    date: '2025-04-28',
    status: 'held',
    summary: `${FICTIONAL}。没有举行过这样的活动。`,
    citations,
  };
}

function everyNth<Item>(items: readonly Item[], step: number): Item[] {
  return items.filter((_item, at) => at % step === 0);
}
