/** What results are shown under. */
export const GROUPS = {
  people: { label: '工匠', kinds: ['craftsmen'] },
  studios: { label: '工作室与团队', kinds: ['studios', 'teams'] },
  outcomes: { label: '创新成果', kinds: ['outcomes'] },
  data: { label: '数据', kinds: ['statistics', 'charts'] },
  pages: { label: '页面', kinds: [] },
} as const satisfies Record<string, { label: string; kinds: readonly string[] }>;
export type Group = keyof typeof GROUPS;
const groups = Object.keys(GROUPS) as Group[];

/** The group of a kind; what has none of its own is a page. */
export function groupOf(kind: string): Group {
  return groups.find((group) => (GROUPS[group].kinds as readonly string[]).includes(kind)) ?? 'pages';
}
