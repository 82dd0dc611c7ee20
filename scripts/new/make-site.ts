import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { intro, outro } from '@clack/prompts';
import {
  buildStarterSite,
  STARTER_COLOURS,
  type StarterSiteOptions,
  toShortCity,
  toSiteId,
} from '../../src/authoring/starter-site.ts';
import { contentFolder, contentLabel, todayInChina } from '../../src/integrations/settings.ts';
import { UsageError } from '../command-line/arguments.ts';
import type { Flag } from './flags.ts';
import { NotWritten, prompts } from './prompts.ts';
import { toTypedWord } from '../../src/lib/typed-word.ts';

const FLAGS = ['id', 'city', 'shortCity', 'title', 'url', 'publisher', 'colours'] as const;
const USAGE = `写法：npm run new -- site --city 威海市 [--id weihai] [--title 威海匠册] [--url https://…] [--publisher 威海市总工会] [--colours ${Object.keys(STARTER_COLOURS).join('|')}]`;
const DEFAULT_URL = 'https://example.org/';

/** Writes the content folder of a new city, which passes the check and can be built at once. Gives the exit code. */
export async function makeSite(flags: readonly Flag[]): Promise<number> {
  const given = readFlags(flags);
  const answers = given.size > 0 ? fillIn(given) : await ask();
  const folder = contentFolder(answers.id);
  const label = contentLabel(folder);
  const inTheWay = await readdir(folder).catch(() => []);
  if (inTheWay.length > 0) throw new UsageError(`${label} 已经有了。请换一个编号，或者先移走那个文件夹。`);
  await writeFolder(folder, buildStarterSite({ ...answers.options, today: todayInChina() }));
  const setSite = process.platform === 'win32' ? `set SITE=${answers.id}&& ` : `SITE=${answers.id} `;
  const message = `写好了：${label}。\n看样子：${setSite}npm run dev\n检查：npm run check -- ${toTypedWord(label)}`;
  if (given.size > 0) process.stdout.write(`${message}\n`);
  else outro(message);
  return 0;
}

interface SiteAnswers {
  id: string;
  options: Omit<StarterSiteOptions, 'today'>;
}

function readFlags(flags: readonly Flag[]): Map<string, string> {
  const unknown = flags.find(({ name }) => !FLAGS.some((known) => known === name));
  if (unknown) throw new UsageError(`没有 --${unknown.name} 这个参数。\n${USAGE}`);
  const given = new Map(flags.map(({ name, value }) => [name, value]));
  if (given.size === 0 && !process.stdin.isTTY) throw new UsageError(`这里不能提问，请用参数写明。\n${USAGE}`);
  return given;
}

function fillIn(given: ReadonlyMap<string, string>): SiteAnswers {
  const city = given.get('city');
  if (city === undefined) throw new UsageError(`没有写 --city：哪个城市。\n${USAGE}`);
  const shortCity = given.get('shortCity') ?? toShortCity(city);
  const id = given.get('id') ?? toSiteId(shortCity);
  const url = given.get('url') ?? DEFAULT_URL;
  const colours = given.get('colours') ?? 'red';
  const wrong = checkId(id) ?? checkUrl(url) ?? (isColours(colours) ? undefined : `没有「${colours}」这种颜色。`);
  if (wrong !== undefined || !isColours(colours)) throw new UsageError(`${wrong ?? ''}\n${USAGE}`);
  return {
    id,
    options: {
      city,
      shortCity,
      title: given.get('title') ?? `${shortCity}匠册`,
      url,
      publisher: given.get('publisher') ?? `${shortCity}匠册编辑部`,
      colours,
    },
  };
}

async function ask(): Promise<SiteAnswers> {
  intro('新建一个城市的站。随时按 Ctrl+C 退出，不会写入。');
  const required = (answer: string): string | undefined => (answer === '' ? '这一项必须填。' : undefined);
  const city = await prompts.text({ message: '城市的全称', placeholder: '例如 威海市', validate: required });
  const shortCity = await prompts.text({ message: '简称', initial: toShortCity(city), validate: required });
  const id = await prompts.text({
    message: '编号（content 里的文件夹名）',
    initial: toSiteId(shortCity),
    validate: checkId,
  });
  const title = await prompts.text({ message: '网站名称', initial: `${shortCity}匠册`, validate: required });
  const publisher = await prompts.text({ message: '发布者', initial: `${title}编辑部`, validate: required });
  const url = await prompts.text({ message: '网址（还没有就先用这个）', initial: DEFAULT_URL, validate: checkUrl });
  const options = Object.entries(STARTER_COLOURS).map(([value, { label }]) => ({ value, label }));
  const chosen = await prompts.choose('颜色', options);
  const colours = isColours(chosen) ? chosen : 'red';
  if (!(await prompts.confirm(`在 content/${id} 里写一个新站吗？`, '写入', '不写'))) throw new NotWritten();
  return { id, options: { city, shortCity, title, url, publisher, colours } };
}

function isColours(word: string): word is keyof typeof STARTER_COLOURS {
  return Object.hasOwn(STARTER_COLOURS, word);
}

/** What is wrong with an id or path: a name is a folder under content/, a path is used as it is. */
function checkId(id: string): string | undefined {
  if (/[\\/]/.test(id) || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return undefined;
  return '编号只能用小写英文字母、数字和连字符，例如 weihai。';
}

function checkUrl(url: string): string | undefined {
  return URL.canParse(url) && url.startsWith('https://')
    ? undefined
    : '网址要以 https:// 开头，例如 https://example.org/jiangce/。';
}

/** Writes all files or none: into a folder beside the target, which is then renamed. */
async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const staging = `${folder}.new-${String(process.pid)}`;
  try {
    for (const [file, text] of files) {
      await mkdir(path.dirname(path.join(staging, file)), { recursive: true });
      await writeFile(path.join(staging, file), text);
    }
    if (existsSync(folder)) await rm(folder, { recursive: true });
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
