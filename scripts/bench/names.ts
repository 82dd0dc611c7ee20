import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nameKey } from '../../src/lib/folding.ts';
import { SeededRandom } from '../../src/lib/seeded-random.ts';
import type { CellValue } from '../../src/spreadsheet/table.ts';
import { writeWorkbook } from '../../src/spreadsheet/write-workbook.ts';
import { buildNames } from '../generate/names.ts';
import { listFiles } from '../sites/built-site.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { command } from './command.ts';
import { formatMemory, formatSeconds } from './figures.ts';
import { measureProcess, type ProcessRun } from './measure-process.ts';
import { writeStarterSite } from './starter.ts';

const SEED = 14;
const PEOPLE = 3000;
const WITHDRAWN = 30;
const FIRMS = 100;

/** Parts of names of several peoples. */
const PARTS = [
  ...'阿卜杜拉 买买提 艾力 居素甫 玛玛依 阿布都热木 麦麦提图尔荪 萨迪克 古丽娜尔 依布拉音 热合曼 托合提'.split(' '),
];
const WITHOUT_SURNAME = '次仁罗布 额日格吉德玛 那仁满都拉 巴特尔 扎西顿珠 斯琴高娃 旦增尼玛'.split(' ');
const RARE = [...'䶮㛃𠅤𪩘龘〇𠮷'];
const DOTS = [...'··・•．'];

/** Names of every shape that lists hold, as they are typed; most are plain. */
function buildShapes(count: number): string[] {
  const random = new SeededRandom(SEED);
  return buildNames(count, random).map(({ name }) => {
    const shape = random.integer(1, 100);
    if (shape <= 10)
      return Array.from({ length: random.integer(2, 4) }, () => random.pick(PARTS)).join(random.pick(DOTS));
    if (shape <= 14) return random.pick(WITHOUT_SURNAME);
    if (shape <= 18) return `${[...name][0] ?? ''}${random.pick(RARE)}`;
    if (shape <= 30) return [...name].join('　');
    return shape <= 32 ? name.replace(/^./u, (surname) => (surname === '方' ? '⽅' : surname)) : name;
  });
}

function buildList(names: readonly string[]): Promise<Uint8Array> {
  const rows = names.map((name, at): CellValue[] => [
    name,
    `海城第${String(at % FIRMS)}机械厂`,
    // Nobody is taken for another: those of one name differ in it.
    `岗位${String(at)}`,
    '海城工匠',
    '海城匠册编制说明',
    `第${String((at % 40) + 1)}段`,
    '车间里的一名工匠。',
  ]);
  return writeWorkbook([
    { name: '工匠', rows: [['姓名', '单位', '职务或岗位', '荣誉1', '来源1', '来源1位置', '简介'], ...rows] },
  ]);
}

/** Three thousand people with names of every shape: imported, checked, built, and some withdrawn. */
export const namesBench: Bench = {
  title: '各种写法的姓名',
  async run({ folder, report }: BenchOptions) {
    const site = path.join(folder, 'site');
    const out = path.join(folder, 'out');
    const list = path.join(folder, 'list.xlsx');
    const names = buildShapes(PEOPLE);
    await writeStarterSite(site);
    await writeFile(list, await buildList(names));
    const steps: { name: string; run: ProcessRun }[] = [];
    const measure = async (name: string, ...args: readonly [string, ...string[]]): Promise<void> => {
      const [script, ...rest] = args;
      const run = await measureProcess({ ...command(script, ...rest), env: { SITE: `${site}/`, OUT_DIR: out } });
      steps.push({ name, run });
      report(`${name}：${formatSeconds(run.seconds)}`);
    };
    await measure('导入', 'import', list, '--create', '--yes', '--site', `${site}/`);
    await measure('检查', 'check', `${site}/`);
    await measure('构建', 'build');
    const people = listFiles(path.join(site, 'craftsmen')).filter((file) => file.endsWith('.mdx'));
    const gone = await withdraw(path.join(site, 'craftsmen'), people);
    await measure('撤下后构建', 'build');
    const traces = await countTraces(out, gone);
    return {
      tables: [
        {
          title: `${String(PEOPLE)} 行，写成 ${String(people.length)} 位工匠，撤下 ${String(gone.length)} 位`,
          columns: ['做什么', '用时', '最大内存'],
          rows: steps.map(({ name, run }) => [name, formatSeconds(run.seconds), formatMemory(run.peakBytes)]),
          notes: [`撤下后还写着他们姓名的文件：${String(traces)} 个${traces > 0 ? ' ✗' : ''}。`],
        },
      ],
      data: {
        people: people.length,
        withdrawn: gone.length,
        traces,
        steps: steps.map(({ name, run: { seconds, peakBytes } }) => ({ name, seconds, peakBytes })),
      },
    };
  },
};

/** Withdraws people spread over the list whose name nobody else's holds. Gives their names. */
async function withdraw(folder: string, files: readonly string[]): Promise<string[]> {
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file, await readFile(path.join(folder, file), 'utf8'));
  const nameOf = (text: string): string => /^name: (?<name>.+)$/m.exec(text)?.groups?.['name'] ?? '';
  const keys = [...texts.values()].map((text) => nameKey(nameOf(text)));
  const alone = files.filter((file) => {
    const key = nameKey(nameOf(texts.get(file) ?? ''));
    return key.length > 2 && keys.filter((other) => other.includes(key)).length === 1;
  });
  const step = Math.max(1, Math.floor(alone.length / WITHDRAWN));
  const chosen = alone.filter((_, at) => at % step === 0).slice(0, WITHDRAWN);
  for (const file of chosen)
    await writeFile(path.join(folder, file), (texts.get(file) ?? '').replace('---\n', '---\nwithdrawn: true\n'));
  return chosen.map((file) => nameOf(texts.get(file) ?? ''));
}

async function countTraces(out: string, names: readonly string[]): Promise<number> {
  let count = 0;
  for (const file of listFiles(out).filter((name) => /\.(?:html|json|xml|csv|svg|txt|js)$/.test(name))) {
    const text = nameKey((await readFile(path.join(out, file), 'utf8')).replaceAll(/<[^<>]*>/g, ''));
    if (names.some((name) => text.includes(nameKey(name)))) count += 1;
  }
  return count;
}
