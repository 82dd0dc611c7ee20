import { describe, expect, test } from 'vitest';
import { chapter, reportFiles } from '../tests/report-fixture.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import type { ViewContext } from './context.ts';
import { buildChapterPage, buildReports, type ChapterPage, type Report } from './report.ts';

async function openReport(
  changes: Readonly<Record<string, string>> = {},
): Promise<{ site: ViewContext; report: Report }> {
  const site = await openHealthySite(reportFiles(changes));
  const [report] = buildReports(site);
  if (!report) throw new Error('The fixture has a report.');
  return { site, report };
}

async function openChapter(number: number, changes: Readonly<Record<string, string>> = {}): Promise<ChapterPage> {
  const { site, report } = await openReport(changes);
  const entry = report.entries[number - 1];
  if (!entry) throw new Error(`The report has no chapter ${String(number)}.`);
  return buildChapterPage(entry, report, site);
}

const TABLE = '| 指标 | 数字 |\n| --- | --- |\n| 人 | <Stat id="skilled-workers" at="2023" /> |';

describe('a report', () => {
  test('has its title, subtitle and abstract from the cover, and its chapters numbered in Chinese', async () => {
    const { report } = await openReport();

    expect(report.title).toBe('海城工匠年报');
    expect(report.subtitle).toBe('一年的人和数字');
    expect(report.lead).toBe('全市技能人才有58.15万人。');
    expect(report.chapters.map(({ ordinal, title, path }) => [ordinal, title, path])).toEqual([
      ['第一章', '人', '/reports/2023/people/'],
      ['第二章', '数字怎么来', '/reports/2023/figures/'],
    ]);
  });

  test('lists its tables with the number of their chapter and a link to the place', async () => {
    const { report } = await openReport();

    expect(report.tables.map(({ text, label, href }) => [text, label, href])).toEqual([
      ['表1-1', '一年的数字', '/jiangce/reports/2023/people/#table-year'],
      ['表2-1', '用到的指标', '/jiangce/reports/2023/figures/#table-definitions'],
    ]);
    expect(report.figures).toEqual([]);
  });

  test('counts tables anew in each chapter', async () => {
    const { report } = await openReport({
      'reports/2023/02-figures.mdx': chapter(
        '数字',
        `<Table id="one" caption="甲">\n\n${TABLE}\n\n</Table>\n\n<Table id="two" caption="乙">\n\n${TABLE}\n\n</Table>`,
      ),
    });

    expect(report.tables.map(({ text }) => text)).toEqual(['表1-1', '表2-1', '表2-2']);
  });
});

describe('a chapter', () => {
  test('prints a reference to what comes later, in this chapter or another', async () => {
    const { body } = await openChapter(1);

    expect(body.html).toContain('<a class="see" href="#table-year">表1-1</a>');
    expect(body.html).toContain('<a class="see" href="/jiangce/reports/2023/figures/">第二章</a>');
  });

  test('leads to the chapters beside it, the first to the cover', async () => {
    const [first, second] = [await openChapter(1), await openChapter(2)];

    expect(first.previous).toEqual({ label: '封面与目录', href: '/jiangce/reports/2023/' });
    expect(first.next).toEqual({ label: '第二章 数字怎么来', href: '/jiangce/reports/2023/figures/' });
    expect(second.previous.href).toBe('/jiangce/reports/2023/people/');
    expect(second.next).toBeUndefined();
  });

  test('numbers notes and sources in one row, and a note that is pointed at twice once', async () => {
    const { body } = await openChapter(1);

    expect(body.notes.map((note) => [note.number, 'html' in note ? note.html : note.citation.locator])).toEqual([
      [1, '按年末的人数。'],
      [2, '第2段'],
    ]);
    expect([...body.html.matchAll(/href="#note-(\d)"/g)].map(([, number]) => number)).toEqual(['1', '1', '2']);
  });

  test('gives a note that is pointed at before it is written the number of its first mark', async () => {
    const { body } = await openChapter(1, {
      'reports/2023/01-people.mdx': chapter(
        '人',
        '先看<Note id="later" />，再看<Note>另一条。</Note>，又看<Note id="later">写在后面。</Note>。',
      ),
      'reports/2023/02-figures.mdx': chapter('数字', '见报道。'),
    });

    expect(body.notes).toEqual([
      { number: 1, html: '写在后面。' },
      { number: 2, html: '另一条。' },
    ]);
    expect(body.html.match(/#note-1"/g)).toHaveLength(2);
  });

  test('numbers the sources of a note after the note', async () => {
    const { body } = await openChapter(1, {
      'reports/2023/01-people.mdx': chapter('人', '人<Note>有<Stat id="skilled-workers" at="2023" />。</Note>。'),
      'reports/2023/02-figures.mdx': chapter('数字', '见报道。'),
    });

    expect(body.notes.map((note) => ('html' in note ? '注' : '来源'))).toEqual(['注', '来源']);
  });

  test('lists every indicator and source that any chapter uses', async () => {
    const { body } = await openChapter(2);

    expect(body.html).toContain('<caption><span class="label">表2-1</span> 用到的指标</caption>');
    expect(body.html).toMatch(/<th scope="row"><a href="\/jiangce\/statistics\/skilled-workers\/">技能人才总量<\/a>/);
    expect(body.html.match(/<ol class="source-list"><li>/g)).toHaveLength(1);
  });
});
