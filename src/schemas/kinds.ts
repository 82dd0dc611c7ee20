import type { z } from 'zod';
import type { SiteLayout } from '../reader/site-layout.ts';
import { AcademySchema } from './academy.ts';
import { AUTHOR_COMPONENTS } from './author-components.ts';
import { ChartSchema } from './chart.ts';
import { FROZEN_ID_PATTERN, FrozenChartSchema } from './chart-spec.ts';
import { ID_PATTERN } from './common.ts';
import { CompetitionSchema } from './competition.ts';
import { CorrectionSchema } from './correction.ts';
import { CraftsmanSchema } from './craftsman.ts';
import { DistrictSchema } from './district.ts';
import { EditionSchema } from './edition.ts';
import { HonoursFileSchema } from './honour.ts';
import { LedgerSchema } from './ledger.ts';
import { OrganizationsFileSchema } from './organization.ts';
import { OutcomeSchema } from './outcome.ts';
import { PageSchema } from './page.ts';
import { PolicySchema } from './policy.ts';
import { ProposalSchema } from './proposal.ts';
import { PublishSchema } from './publish.ts';
import type { ReferableKind } from './referable-kinds.ts';
import { REPORT_ID_PATTERN, ReportChapterSchema } from './report.ts';
import { ServiceSchema } from './service.ts';
import { SiteSchema } from './site.ts';
import { SourcesFileSchema } from './source.ts';
import { StatisticSchema } from './statistic.ts';
import { StudioSchema } from './studio.ts';
import { TaxonomySchema } from './taxonomy.ts';

/** The folders of a content folder, with one file per entry. */
export const ENTRY_KINDS = {
  academies: { schema: AcademySchema, format: 'mdx', label: '学院与基地' },
  charts: { schema: ChartSchema, format: 'json', label: '图表' },
  competitions: { schema: CompetitionSchema, format: 'mdx', label: '竞赛' },
  corrections: { schema: CorrectionSchema, format: 'json', label: '更正' },
  craftsmen: { schema: CraftsmanSchema, format: 'mdx', label: '工匠' },
  districts: { schema: DistrictSchema, format: 'mdx', label: '区市' },
  editions: { schema: EditionSchema, format: 'json', label: '工匠日' },
  frozen: { schema: FrozenChartSchema, format: 'json', label: '冻结的图表' },
  outcomes: { schema: OutcomeSchema, format: 'mdx', label: '创新成果' },
  pages: { schema: PageSchema, format: 'mdx', label: '页面' },
  policies: { schema: PolicySchema, format: 'mdx', label: '政策' },
  proposals: { schema: ProposalSchema, format: 'mdx', label: '建议' },
  reports: { schema: ReportChapterSchema, format: 'mdx', label: '年度报告' },
  services: { schema: ServiceSchema, format: 'mdx', label: '服务' },
  statistics: { schema: StatisticSchema, format: 'json', label: '统计' },
  studios: { schema: StudioSchema, format: 'mdx', label: '工作室' },
  teams: { schema: StudioSchema, format: 'mdx', label: '团队' },
} as const satisfies Record<string, { schema: z.ZodType; format: 'json' | 'mdx'; label: string }>;

/** Single files at the top of a content folder. */
export const DOCUMENT_KINDS = {
  honours: HonoursFileSchema,
  ledger: LedgerSchema,
  organizations: OrganizationsFileSchema,
  publish: PublishSchema,
  site: SiteSchema,
  sources: SourcesFileSchema,
  taxonomy: TaxonomySchema,
} as const satisfies Record<string, z.ZodType>;

/** Of these, the ones that a content folder may lack. */
const OPTIONAL_DOCUMENTS = ['ledger', 'publish'] as const satisfies (keyof typeof DOCUMENT_KINDS)[];

export type EntryKind = keyof typeof ENTRY_KINDS;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;
export type OptionalDocument = (typeof OPTIONAL_DOCUMENTS)[number];
export type EntryData<Kind extends EntryKind> = z.output<(typeof ENTRY_KINDS)[Kind]['schema']>;
export type DocumentData<Kind extends DocumentKind> = z.output<(typeof DOCUMENT_KINDS)[Kind]>;

export const entryKinds = Object.keys(ENTRY_KINDS) as EntryKind[];
export const documentKinds = Object.keys(DOCUMENT_KINDS) as DocumentKind[];

/** Whether a folder or a part of a path names a kind of entry. */
export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_KINDS, kind);
}

/** The same for single files. */
export function isDocumentKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(DOCUMENT_KINDS, kind);
}

/** The lists of single files whose items others refer to. */
export const DOCUMENT_LISTS = [
  { kind: 'honours', document: 'honours', list: 'honours' },
  { kind: 'organizations', document: 'organizations', list: 'organizations' },
  { kind: 'sources', document: 'sources', list: 'sources' },
  { kind: 'trades', document: 'taxonomy', list: 'trades' },
  { kind: 'industries', document: 'taxonomy', list: 'industries' },
  { kind: 'themes', document: 'taxonomy', list: 'themes' },
] as const satisfies readonly { kind: ReferableKind; document: DocumentKind; list: string }[];

/** The above for the reader. */
export const SITE_LAYOUT: SiteLayout = {
  documents: Object.fromEntries(
    documentKinds.map((kind) => [
      `${kind}.json`,
      { required: !(OPTIONAL_DOCUMENTS as readonly string[]).includes(kind) },
    ]),
  ),
  folders: Object.fromEntries(entryKinds.map((kind) => [kind, ENTRY_KINDS[kind].format])),
  nested: ['reports'],
  texts: ['editions'],
  passive: ['media', 'printed'],
  contacts: { kind: 'site', fields: ['publicContacts', 'feedback', 'security.contact'] },
  ordinals: { kind: 'site', field: 'checkedOrdinals', quotedIn: ['corrections'] },
  components: AUTHOR_COMPONENTS,
  idPattern: ID_PATTERN,
  takenIds: {
    charts: ['explore'],
    craftsmen: ['by', 'page'],
    // Pages stand at the top of the site, beside its sections and files. Those of other sections may introduce them.
    pages: [
      ...[
        'api',
        'charts',
        'corrections',
        'craftsmen',
        'data',
        'design',
        'editions',
        'embed',
        'feeds',
        'fonts',
        'frozen',
      ],
      ...['media', 'pagefind', 'press', 'reports', 'search', 'share', 'sources', 'statistics', 'teams'],
    ],
  },
  idRules: {
    frozen: { pattern: FROZEN_ID_PATTERN, hint: '这里的文件由命令写出，名字不能改；改回原来的名字，或移走这个文件。' },
    reports: {
      pattern: REPORT_ID_PATTERN,
      hint: '写成 reports/年份/两位章号-英文名.mdx，例如 reports/2023/03-talent.mdx。',
    },
  },
};
