/** Kinds that other entries may refer to, each with the file or folder that has its ids. */
export const REFERABLE_KINDS = {
  academies: 'academies 文件夹',
  charts: 'charts 文件夹',
  competitions: 'competitions 文件夹',
  craftsmen: 'craftsmen 文件夹',
  districts: 'districts 文件夹',
  honours: 'honours.json',
  industries: 'taxonomy.json',
  organizations: 'organizations.json',
  outcomes: 'outcomes 文件夹',
  pages: 'pages 文件夹',
  policies: 'policies 文件夹',
  proposals: 'proposals 文件夹',
  services: 'services 文件夹',
  sources: 'sources.json',
  statistics: 'statistics 文件夹',
  studios: 'studios 文件夹',
  teams: 'teams 文件夹',
  themes: 'taxonomy.json',
  trades: 'taxonomy.json',
} as const;

export type ReferableKind = keyof typeof REFERABLE_KINDS;
