import { entryTitle, getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { resolveHonours } from '../catalogue/person.ts';
import { formatPartialDate } from '../lib/partial-date.ts';
import { LEVEL_LABELS } from '../schemas/common.ts';
import type { EntryKind } from '../schemas/kinds.ts';
import type { ViewContext } from './context.ts';

/** A value in a table of facts; linked where there is a page about it. */
export interface FactItem {
  text: string;
  href?: string | undefined;
}

export interface FactRow {
  label: string;
  items: FactItem[];
}

export const CATEGORY_LABELS = {
  academies: {
    academy: '工匠学院',
    league: '学院联盟',
    school: '劳模工匠学校',
    base: '基地与中心',
    matrix: '学院体系',
  },
  policies: { document: '文件', mechanism: '机制', incentive: '奖励资助', treatment: '礼遇待遇' },
  proposals: {
    institution: '组织与立法',
    culture: '社会风尚',
    innovation: '创新平台',
    training: '教育培训',
    career: '职业发展',
    pay: '薪酬',
    housing: '住房与配套',
    rights: '权益与精神文化',
  },
  services: {
    place: '阵地',
    employment: '就业创业',
    health: '健康',
    childcare: '托育',
    aid: '帮扶互助',
    legal: '法律',
    mind: '心理',
    culture: '文化',
  },
  districts: { district: '市辖区', 'county-city': '县级市', county: '县', 'new-area': '新区' },
} as const;

/** The rows of facts of an entry, in reading order. What is not known has no row. */
export function buildFacts(entry: Entry, context: ViewContext): FactRow[] {
  const { data } = entry;
  const rows: FactRow[] = [];
  const add = (label: string, ...items: (FactItem | undefined)[]): void => {
    const present = items.filter((item) => item !== undefined);
    if (present.length > 0) rows.push({ label, items: present });
  };
  const link = (kind: EntryKind, id: string | undefined): FactItem | undefined => entryItem(kind, id, context);
  const organization = (id: string | undefined): FactItem | undefined => organizationItem(id, context);
  const plain = (text: string | undefined): FactItem | undefined => (text === undefined ? undefined : { text });

  if ('category' in data) add('类别', plain(categoryLabel(entry)));
  if ('theme' in data && entry.kind === 'proposals') add('主题', plain(categoryLabel(entry)));
  if ('level' in data && entry.kind !== 'statistics' && data.level !== undefined)
    add('级别', plain(LEVEL_LABELS[data.level as keyof typeof LEVEL_LABELS]));
  if ('lead' in data) add('领办人', link('craftsmen', data.lead));
  if ('members' in data && (entry.kind === 'studios' || entry.kind === 'teams'))
    add('成员', ...(data.members ?? []).map((id) => link('craftsmen', id)));
  if ('creators' in data) add('创造者', ...data.creators.map((id) => link('craftsmen', id)));
  if ('team' in data) add('团队', link('teams', data.team));
  if ('studio' in data) add('工作室', link('studios', data.studio));
  if ('host' in data) add('单位', organization(data.host));
  if ('field' in data) add('领域', plain(data.field));
  if ('industry' in data && data.industry !== undefined)
    add('行业', plain(getById(context.catalogue.industries, data.industry).label));
  if ('proposers' in data) {
    add(
      '提出者',
      ...data.proposers.map((proposer) =>
        'craftsman' in proposer
          ? link('craftsmen', proposer.craftsman)
          : { text: `${proposer.name}（${proposer.title}）` },
      ),
    );
  }
  if ('meeting' in data) add('场合', plain(data.meeting));
  if ('issuers' in data) add('出台', ...(data.issuers ?? []).map(organization));
  if ('organizer' in data) add('主办', organization(data.organizer));
  if ('provider' in data) add('提供', organization(data.provider));
  if ('founded' in data && data.founded !== undefined) add('成立', plain(formatPartialDate(data.founded)));
  if ('date' in data && data.date !== undefined) add('时间', plain(formatPartialDate(data.date)));
  if ('place' in data && entry.kind === 'competitions') add('地点', plain(data.place));
  if ('results' in data) {
    add(
      '成绩',
      ...(data.results ?? []).map(({ craftsman, result }) => ({
        text: `${getById(context.catalogue.person, craftsman).name} ${result}`,
        href: context.entryHref('craftsmen', craftsman),
      })),
    );
  }
  if ('members' in data && entry.kind === 'academies')
    add('成员', ...(data.members ?? []).map((id) => organization(id)));
  if ('district' in data) add('区市', link('districts', data.district));
  if (entry.kind === 'studios' || entry.kind === 'teams') {
    const held = (data as Entry<'studios'>['data']).honours ?? [];
    add('荣誉', ...resolveHonours(held, context.catalogue.honours).map(({ honour }) => ({ text: honour.title })));
  }
  return rows;
}

/** The facts of a profile. */
export function buildPersonFacts(id: string, context: ViewContext): FactRow[] {
  const person = getById(context.catalogue.person, id);
  const { data } = person.entry;
  const rows: FactRow[] = [];
  const add = (label: string, item: FactItem | undefined): void => {
    if (item) rows.push({ label, items: [item] });
  };
  const byPath = (facet: string, value: string): string => context.href(`/craftsmen/by/${facet}/${value}/`);
  add('单位', person.employer && { text: person.employer.name, href: byPath('employer', person.employer.id) });
  add('岗位', data.position === undefined ? undefined : { text: data.position });
  add('工种', person.trade && { text: person.trade.label, href: byPath('trade', person.trade.id) });
  add('行业', person.industry && { text: person.industry.label, href: byPath('industry', person.industry.id) });
  add(
    '区市',
    person.district && { text: person.district.data.name, href: context.entryHref('districts', person.district.id) },
  );
  return rows;
}

export function categoryLabel({ kind, data }: Entry): string | undefined {
  if (!(kind in CATEGORY_LABELS)) return undefined;
  const key = 'category' in data ? data.category : 'theme' in data ? data.theme : '';
  return (CATEGORY_LABELS[kind as keyof typeof CATEGORY_LABELS] as Readonly<Record<string, string>>)[key];
}

function entryItem(kind: EntryKind, id: string | undefined, context: ViewContext): FactItem | undefined {
  if (id === undefined) return undefined;
  const entry = getById(context.catalogue.entries[kind] as ReadonlyMap<string, Entry>, id);
  return { text: entryTitle(entry), href: context.entryHref(kind, id) };
}

/** A firm links to its people where it has any on this site. */
function organizationItem(id: string | undefined, { catalogue, href }: ViewContext): FactItem | undefined {
  if (id === undefined) return undefined;
  const { name } = getById(catalogue.organizations, id);
  const hasPeople = (catalogue.referrers.get(`organizations/${id}`) ?? []).some(({ kind }) => kind === 'craftsmen');
  return { text: name, href: hasPeople ? href(`/craftsmen/by/employer/${id}/`) : undefined };
}
