import type { Catalogue } from '../catalogue/catalogue.ts';
import { hasCraftsmanDay } from '../catalogue/editions.ts';

/** A directory of the site. */
export interface Section {
  path: string;
  label: string;
  /** One line for the table of contents. */
  summary: string;
  isPresent: (catalogue: Catalogue) => boolean;
}

const always = (): boolean => true;

/** All sections in the order a reader is shown them. A section without entries is left out. */
export const SECTIONS = [
  {
    path: '/craftsmen/',
    label: '工匠',
    summary: '按姓名、工种、单位和区市找人',
    isPresent: (c) => c.people.length > 0,
  },
  {
    path: '/editions/',
    label: '工匠日',
    summary: '当天的荣誉榜、板块、展览和宣传',
    isPresent: (c) => hasCraftsmanDay(c.entries.editions.values()),
  },
  {
    path: '/studios/',
    label: '工作室与团队',
    summary: '谁领办，在哪里，做什么',
    isPresent: (c) => c.entries.studios.size + c.entries.teams.size > 0,
  },
  {
    path: '/outcomes/',
    label: '创新成果',
    summary: '谁做的，用在哪里，省了多少',
    isPresent: (c) => c.entries.outcomes.size > 0,
  },
  {
    path: '/innovation-system/',
    label: '创新体系',
    summary: '职工创新怎样组织，做出了什么',
    isPresent: (c) => c.entries.pages.has('innovation-system'),
  },
  {
    path: '/ladders/',
    label: '工匠阶梯',
    summary: '从企业到国家，一级一级怎么走',
    isPresent: (c) => c.ladders.length > 0,
  },
  { path: '/academies/', label: '学院与基地', summary: '在哪里学手艺', isPresent: (c) => c.entries.academies.size > 0 },
  {
    path: '/competitions/',
    label: '竞赛',
    summary: '比过什么，谁拿了名次',
    isPresent: (c) => c.entries.competitions.size > 0,
  },
  {
    path: '/policies/',
    label: '政策',
    summary: '文件、机制、奖励和礼遇',
    isPresent: (c) => c.entries.policies.size > 0,
  },
  {
    path: '/proposals/',
    label: '建议',
    summary: '谁提了什么，怎么回应',
    isPresent: (c) => c.entries.proposals.size > 0,
  },
  {
    path: '/services/',
    label: '服务',
    summary: '工会为职工和企业办的事',
    isPresent: (c) => c.entries.services.size > 0,
  },
  { path: '/districts/', label: '区市', summary: '各区市的人和数字', isPresent: (c) => c.entries.districts.size > 0 },
  {
    path: '/reports/',
    label: '年度报告',
    summary: '一年的人、事和数字，分章写成，可以打印',
    isPresent: (c) => c.entries.reports.size > 0,
  },
  { path: '/data/', label: '图表', summary: '可以引用和嵌入的图', isPresent: (c) => c.entries.charts.size > 0 },
  {
    path: '/press/',
    label: '媒体素材',
    summary: '给编辑部的图、嵌入代码和文字',
    isPresent: (c) => c.entries.charts.size > 0,
  },
  {
    path: '/statistics/',
    label: '统计',
    summary: '每个数字的口径、时间和来源',
    isPresent: (c) => c.entries.statistics.size > 0,
  },
  {
    path: '/corrections/',
    label: '更正记录',
    summary: '写错过什么，哪天改的',
    isPresent: (c) => c.entries.corrections.size > 0,
  },
  { path: '/sources/', label: '来源', summary: '全部文献，和引用它们的页面', isPresent: always },
  {
    path: '/about-data/',
    label: '关于数据',
    summary: '数字怎么来，怎么读',
    isPresent: (c) => c.entries.pages.has('about-data'),
  },
] as const satisfies readonly Section[];

export type SectionPath = (typeof SECTIONS)[number]['path'];

export function presentSections(catalogue: Catalogue): Section[] {
  return SECTIONS.filter((section: Section) => section.isPresent(catalogue));
}

/** Label of a section's path. */
export function sectionLabel(path: SectionPath): string {
  return SECTIONS.find((section) => section.path === path)?.label ?? '';
}
