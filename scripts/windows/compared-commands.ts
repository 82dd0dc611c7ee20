/** A command that is run on both systems, on a copy of one city each; what it prints and what it leaves has to be the same. */
export interface ComparedCommand {
  title: string;
  /** The script and its arguments. `@` stands for the folder of the trial, where the city lies in `海城 甲`. */
  args: readonly string[];
  /** The city for commands that take it from the environment. */
  site?: string;
  code?: number;
}

const CITY = '@/海城 甲/';
const ON_CITY = ['--site', CITY];

/** The folder of a city whose path is longer than Windows' old limit of 260 characters. */
export const LONG_FOLDER = Array.from({ length: 6 }, (_, at) => `${'很长的文件夹名'.repeat(6)}${String(at)}`).join('/');

/** Files that stand beside the city in the folder of the trial. */
export const TRIAL_FILES: Readonly<Record<string, string>> = {
  '新人.csv':
    '\uFEFF姓名,编号,单位,工种,来源1,来源1位置\r\n陈河,chen-he,海城港机厂,钳工,daily-2023,第3段\r\n王小山,wang-xiaoshan,海城港机厂,钳工,daily-2023,第4段\r\n',
  '写错的.csv': '姓名,单位,工种\n陈河,海城港机厂,钳工\n',
};

/** In their order: each finds what those before it left. */
export const COMPARED_COMMANDS: readonly ComparedCommand[] = [
  { title: 'check', args: ['check', CITY] },
  { title: 'check，换行是 CRLF', args: ['check', '@/crlf/'] },
  { title: 'check，路径超过 260 个字符', args: ['check', `@/${LONG_FOLDER}/`] },
  { title: 'check，没有这个城市', args: ['check', '@/没有/'], code: 1 },
  { title: 'import，写错的表', args: ['import', ...ON_CITY, '--kind', 'craftsmen', '--yes', '@/写错的.csv'], code: 1 },
  { title: 'import，只看', args: ['import', ...ON_CITY, '--kind', 'craftsmen', '--dry-run', '@/新人.csv'] },
  { title: 'import', args: ['import', ...ON_CITY, '--kind', 'craftsmen', '--yes', '@/新人.csv'] },
  { title: 'export', args: ['export', ...ON_CITY, '--out', '@/导出 甲.xlsx'] },
  { title: 'import，导出的', args: ['import', ...ON_CITY, '--yes', '@/导出 甲.xlsx'] },
  { title: 'template', args: ['template', 'craftsmen', ...ON_CITY, '--out', '@/模板.xlsx'] },
  { title: 'rename', args: ['rename', 'craftsmen/lin-mo', 'lin-mo-2', ...ON_CITY] },
  { title: 'rename，换行是 CRLF', args: ['rename', 'craftsmen/lin-mo', 'lin-mo-2', '--site', '@/crlf/'] },
  { title: 'new', args: ['new', 'organization', '--name', '海城船厂', '--kind', '企业', ...ON_CITY] },
  {
    title: 'new，Windows 不收的编号',
    args: ['new', 'organization', '--id', 'con', '--name', '康厂', '--kind', '企业', ...ON_CITY],
    code: 1,
  },
  { title: 'delete', args: ['delete', 'craftsmen/chen-he', ...ON_CITY] },
  { title: 'freeze', args: ['freeze', 'talent'], site: CITY },
  { title: 'check，有错的', args: ['check', '@/有错的/'], code: 1 },
  { title: 'serve-config', args: ['serve-config', 'nginx'], site: CITY },
];
