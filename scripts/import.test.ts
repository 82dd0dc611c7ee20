import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/spreadsheet/read-workbook.ts';
import type { CellValue } from '../src/spreadsheet/table.ts';
import { writeWorkbook } from '../src/spreadsheet/write-workbook.ts';
import { finishInterrupted } from '../src/authoring/writing/commit-files.ts';
import { COMMAND_MS, openCommandWorkshop } from '../src/tests/command-workshop.ts';

const { folder: workshop, site, reset, remove, contents, run } = openCommandWorkshop();
const onSite = ['--site', `${site}/`];
const importFile = (file: string, ...args: string[]): ReturnType<typeof run> =>
  run('import', [file, ...args, ...onSite]);

beforeEach(reset);
afterAll(remove);

async function writeList(name: string, rows: readonly (readonly CellValue[])[]): Promise<string> {
  const file = join(workshop, name);
  writeFileSync(file, await writeWorkbook([{ name: 'Sheet1', rows: rows.map((row) => [...row]) }]));
  return file;
}

const HEAD = ['姓名', '单位', '来源', '来源位置'];
const person = (name: string): string[] => [name, '海城港机厂', '工匠日报道', '第3段'];

describe('npm run import', () => {
  it(
    'says what will change and writes it',
    async () => {
      const file = await writeList('名单.xlsx', [HEAD, person('王芳'), person('林墨')]);
      expect(await importFile(file)).toEqual({
        code: 0,
        output:
          '新增 1 位工匠：王芳（wang-fang）\n1 个条目与现在的内容一样，不用改。\n写好了，…/haicheng 里改了 1 个文件。\n',
        errors: '· 读表格\n· 读内容\n· 对照\n· 检查\n· 写入\n',
      });
      expect(contents()['craftsmen/wang-fang.mdx']).toContain('name: 王芳\nemployer: harbour-works\n');
    },
    COMMAND_MS,
  );

  it(
    'writes nothing when it is only tried',
    async () => {
      const before = contents();
      const result = await importFile(await writeList('名单.xlsx', [HEAD, person('王芳')]), '--dry-run');
      expect([result.code, result.output]).toEqual([
        0,
        '新增 1 位工匠：王芳（wang-fang）\n这是试运行，什么也没有写入。去掉 --dry-run 就会写入。\n',
      ]);
      expect(contents()).toEqual(before);
    },
    COMMAND_MS,
  );

  it(
    'writes nothing when a single row is wrong, but a copy of the sheet that says why and can be imported once it is right',
    async () => {
      const before = contents();
      const file = await writeList('名单.xlsx', [HEAD, person('王芳'), ['李强', '没有的厂', '工匠日报道', '第3段']]);
      expect(await importFile(file)).toEqual({
        code: 1,
        output: '',
        errors:
          '· 读表格\n· 读内容\n· 对照\n· 检查\nB3  「单位」：没有叫「没有的厂」的单位。先添加这个单位，或者改成已有的名称。\n'.replace(
            '的单位。先',
            '的单位。\n    → 先',
          ) +
          '\n「Sheet1」读作「工匠」表，列名在第 1 行。\n网站上还没有的单位 1 个：没有的厂（1 行）。\n核对这些名称没有写错，再加上 --create，就连同工种、行业、单位、荣誉一起新建。' +
          '\n名单.xlsx 有 1 处要改，什么也没有写入。\n意见写在了 …/名单-检查意见.xlsx 里：A 列是意见，红色的格子要改。改好后直接导入这个文件就行。\n',
      });
      expect(contents()).toEqual(before);
      const copy = join(workshop, '名单-检查意见.xlsx');
      const [table] = await readWorkbook(readFileSync(copy), copy, { looksRight: () => true });
      const mended = (table?.rows ?? []).map((row) => row.map((cell) => (cell === '没有的厂' ? '海城港机厂' : cell)));
      const second = await importFile(await writeList('名单-检查意见.xlsx', mended));
      expect([second.code, second.output.split('\n')[0]]).toEqual([
        0,
        '新增 2 位工匠：王芳（wang-fang）、李强（li-qiang）',
      ]);
    },
    COMMAND_MS,
  );

  it(
    'tried on a sheet with mistakes leaves no copy, and a copy with mistakes is written over itself',
    async () => {
      const rows = [HEAD, ['李强', '没有的厂', '工匠日报道', '第3段']];
      const tried = await importFile(await writeList('试.xlsx', rows), '--dry-run');
      expect([tried.code, tried.errors.split('\n').at(-2)]).toEqual([
        1,
        '这是试运行，意见也没有写进文件。去掉 --dry-run 就会写出一份带意见的表格。',
      ]);
      expect(existsSync(join(workshop, '试-检查意见.xlsx'))).toBe(false);
      const again = await importFile(await writeList('试-检查意见.xlsx', rows));
      expect(again.errors).toContain('意见写在了 …/试-检查意见.xlsx 里');
      expect(existsSync(join(workshop, '试-检查意见2.xlsx'))).toBe(false);
    },
    COMMAND_MS,
  );

  it(
    'of an export leaves every byte as it was',
    async () => {
      const before = contents();
      const file = join(workshop, '导出.xlsx');
      const exported = await run('export', ['--out', file, ...onSite]);
      expect(exported.output).toBe(
        '写好了 …/导出.xlsx：工匠 2 位、统计 1 个、创新成果 0 项。改好后运行 npm run import -- …/导出.xlsx\n',
      );
      expect((await importFile(file)).output).toBe('3 个条目与现在的内容一样，不用改。\n');
      expect(contents()).toEqual(before);
    },
    COMMAND_MS,
  );

  it(
    'takes back a template that was filled in',
    async () => {
      const template = join(workshop, '工匠表.xlsx');
      expect((await run('template', ['craftsman', '--out', template, ...onSite])).code).toBe(0);
      const [table] = await readWorkbook(readFileSync(template), template, { looksRight: () => true });
      const rows = (table?.rows ?? []).map((row) => [...row]);
      const headings = rows[1] ?? [];
      const filled: CellValue[] = headings.map(() => null);
      for (const [heading, value] of Object.entries({
        '姓名*': '王芳',
        单位: '海城港机厂',
        荣誉1: '海城大工匠',
        '来源1*': '工匠日报道',
        '来源1位置*': '第3段',
        简介: '带徒20余名。',
      })) {
        filled[headings.indexOf(heading)] = value;
      }
      rows[3] = filled;
      expect((await importFile(await writeList('填好.xlsx', rows))).output.split('\n')[0]).toBe(
        '新增 1 位工匠：王芳（wang-fang）',
      );
    },
    COMMAND_MS,
  );

  it(
    'killed while it writes leaves everything or nothing, and the next run completes it',
    async () => {
      const rows = [HEAD, ...Array.from({ length: 400 }, (_, at) => person(`王${String.fromCodePoint(0x4e00 + at)}`))];
      const file = await writeList('四百人.xlsx', rows);
      const before = contents();
      for (const delay of [0, 3, 8, 20, 50]) {
        let isWriting = false;
        await run('import', [file, ...onSite], (text, kill) => {
          if (isWriting || !text.includes('· 写入')) return;
          isWriting = true;
          setTimeout(kill, delay);
        });
        await finishInterrupted(site, { by: 'npm run import' });
        const after = contents();
        const added = Object.keys(after).length - Object.keys(before).length;
        expect([0, 400]).toContain(added);
        for (const [path, text] of Object.entries(before)) expect(after[path]).toBe(text);
        expect(existsSync(join(site, '.changes'))).toBe(false);
        rmSync(join(site, 'craftsmen'), { recursive: true });
        cpSync(
          join(import.meta.dirname, '..', 'src', 'tests', 'fixtures', 'healthy', 'content', 'craftsmen'),
          join(site, 'craftsmen'),
          { recursive: true },
        );
      }
    },
    3 * COMMAND_MS,
  );

  it(
    'three at once lose nothing',
    async () => {
      const before = Object.keys(contents()).length;
      const lists = await Promise.all(
        [0, 1, 2].map((list) =>
          writeList(`名单${String(list)}.xlsx`, [
            HEAD,
            ...Array.from({ length: 60 }, (_, at) => person(`李${String.fromCodePoint(0x4e00 + list * 60 + at)}`)),
          ]),
        ),
      );
      const runs = await Promise.all(lists.map((file) => importFile(file)));
      const written = runs.filter(({ code }) => code === 0).length;
      expect(Object.keys(contents()).length - before).toBe(written * 60);
      for (const { code, errors } of runs) if (code !== 0) expect(errors).toContain('什么也没有写入。');
      expect(written).toBeGreaterThan(0);
    },
    COMMAND_MS,
  );

  it(
    'does not follow what a folder from elsewhere brings along',
    async () => {
      mkdirSync(join(site, '.changes', 'new'), { recursive: true });
      writeFileSync(join(site, '.changes', 'manifest.json'), '{"files":["../PWNED"]}');
      writeFileSync(join(site, '.changes', 'new', '0'), 'x');
      const file = await writeList('名单.xlsx', [HEAD, person('王芳')]);
      const before = contents();
      expect(await importFile(file, '--dry-run')).toEqual({
        code: 1,
        output: '',
        errors: '有一次改动还没有写完，试运行不动它。先运行 npm run finish 补完，再试。\n',
      });
      expect(await importFile(file)).toEqual({
        code: 1,
        output: '',
        errors:
          '内容文件夹的 .changes 里有一次没写完的改动，不是这里的命令留下的，没有动它。先看看内容对不对，再删掉 .changes 文件夹，重新运行。\n',
      });
      expect(contents()).toEqual(before);
      expect(existsSync(join(workshop, 'PWNED'))).toBe(false);
    },
    COMMAND_MS,
  );

  it.each([
    [[], '请写一个表格文件的名字；文件名里有空格时用英文双引号括起来。'],
    [['没有.xlsx'], '找不到文件 没有.xlsx。'],
    [['src'], 'src 不是文件，是文件夹或别的东西。请写表格文件的名字。'],
    [['package.json', '--king', '工匠'], '参数 --king 写得不对，或者没有这个参数。'],
    [['package.json', '--kind', '猫'], '没有「猫」这一类。'],
  ])(
    'says what is wrong with its arguments: %j',
    async (args, message) => {
      const result = await run('import', [...args, ...onSite]);
      expect([result.code, result.errors.startsWith(message)]).toEqual([2, true]);
    },
    COMMAND_MS,
  );
});
