import { getById } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { DISTRICT_CATEGORY_LABELS } from '../schemas/district.ts';
import type { EntryData, EntryKind } from '../schemas/kinds.ts';
import { POLICY_CATEGORY_LABELS } from '../schemas/policy.ts';
import { PROPOSAL_THEME_LABELS } from '../schemas/proposal.ts';
import { SERVICE_CATEGORY_LABELS } from '../schemas/service.ts';
import type { ViewContext } from './context.ts';
import {
  date,
  each,
  entryOf,
  type FactItem,
  heldHonours,
  industry,
  level,
  organization,
  plain,
  proposer,
  result,
  type ShowValue,
} from './fact-values.ts';

export interface FactRow {
  label: string;
  items: FactItem[];
}

/** What pages call the categories of a kind. */
const CATEGORY_LABELS = {
  academies: {
    academy: '工匠学院',
    league: '学院联盟',
    school: '劳模工匠学校',
    base: '基地与中心',
    matrix: '学院体系',
  },
  policies: POLICY_CATEGORY_LABELS,
  proposals: PROPOSAL_THEME_LABELS,
  services: SERVICE_CATEGORY_LABELS,
  districts: DISTRICT_CATEGORY_LABELS,
} as const satisfies Partial<Record<EntryKind, Readonly<Record<string, string>>>>;

/** A row of the table: its label, the field that it shows, and how. */
type FactRule<Kind extends EntryKind> = {
  [Field in keyof EntryData<Kind>]-?: {
    label: string;
    field: Field;
    show: ShowValue<NonNullable<EntryData<Kind>[Field]>>;
  };
}[keyof EntryData<Kind>];

const category =
  <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (value: Value): FactItem => ({ text: labels[value] });

const DISTRICT = { label: '区市', field: 'district', show: entryOf('districts') } as const;
const LEVEL = { label: '级别', field: 'level', show: level } as const;

const STUDIO_FACTS: readonly FactRule<'studios' | 'teams'>[] = [
  LEVEL,
  { label: '领办人', field: 'lead', show: entryOf('craftsmen') },
  { label: '成员', field: 'members', show: each(entryOf('craftsmen')) },
  { label: '单位', field: 'host', show: organization },
  { label: '领域', field: 'field', show: plain },
  DISTRICT,
  { label: '荣誉', field: 'honours', show: heldHonours },
];

/** Which facts a kind shows, in reading order. */
const FACTS: { readonly [Kind in EntryKind]?: readonly FactRule<Kind>[] } = {
  academies: [
    { label: '类别', field: 'category', show: category(CATEGORY_LABELS.academies) },
    LEVEL,
    { label: '单位', field: 'host', show: organization },
    { label: '成立', field: 'founded', show: date },
    { label: '成员', field: 'members', show: each(organization) },
    DISTRICT,
  ],
  competitions: [
    LEVEL,
    { label: '主办', field: 'organizer', show: organization },
    { label: '时间', field: 'date', show: date },
    { label: '地点', field: 'place', show: plain },
    { label: '成绩', field: 'results', show: each(result) },
    DISTRICT,
  ],
  districts: [{ label: '类别', field: 'category', show: category(CATEGORY_LABELS.districts) }],
  outcomes: [
    { label: '创造者', field: 'creators', show: each(entryOf('craftsmen')) },
    { label: '团队', field: 'team', show: entryOf('teams') },
    { label: '工作室', field: 'studio', show: entryOf('studios') },
    { label: '单位', field: 'host', show: organization },
    { label: '行业', field: 'industry', show: industry },
  ],
  policies: [
    { label: '类别', field: 'category', show: category(CATEGORY_LABELS.policies) },
    LEVEL,
    { label: '出台', field: 'issuers', show: each(organization) },
    { label: '时间', field: 'date', show: date },
    DISTRICT,
  ],
  proposals: [
    { label: '主题', field: 'theme', show: category(CATEGORY_LABELS.proposals) },
    { label: '提出者', field: 'proposers', show: each(proposer) },
    { label: '场合', field: 'meeting', show: plain },
    { label: '时间', field: 'date', show: date },
  ],
  services: [
    { label: '类别', field: 'category', show: category(CATEGORY_LABELS.services) },
    { label: '提供', field: 'provider', show: organization },
    DISTRICT,
  ],
  studios: STUDIO_FACTS,
  teams: STUDIO_FACTS,
};

/** The rows of facts of an entry, in reading order. What is not known has no row; a kind that shows no facts has none. */
export function buildFacts<Kind extends EntryKind>({ kind, data }: Entry<Kind>, context: ViewContext): FactRow[] {
  const rules = (FACTS[kind] ?? []) as readonly { label: string; field: string; show: ShowValue<unknown> }[];
  return rules.flatMap(({ label, field, show }) => {
    const value = (data as Readonly<Record<string, unknown>>)[field];
    const items = value === undefined ? [] : [show(value, context)].flat();
    return items.length > 0 ? [{ label, items }] : [];
  });
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
  const otherNames = data.otherNames ?? [];
  if (otherNames.length > 0) rows.push({ label: '别名', items: otherNames.map((text) => ({ text })) });
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

/** What pages call the category of an entry, or the theme of a proposal; undefined for a kind without categories. */
export function categoryLabel({ kind, data }: Entry): string | undefined {
  if (!(kind in CATEGORY_LABELS)) return undefined;
  const key = 'category' in data ? data.category : 'theme' in data ? data.theme : '';
  return (CATEGORY_LABELS[kind as keyof typeof CATEGORY_LABELS] as Readonly<Record<string, string>>)[key];
}
