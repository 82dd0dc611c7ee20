import { describe, expect, it } from 'vitest';
import { openSite } from '../opening/open-site.ts';
import { entryKinds } from '../schemas/kinds.ts';
import { FIXTURE_LABEL, FIXTURE_TODAY, readFixture } from '../tests/content-fixtures.ts';
import { buildMemoryFileSystem } from '../tests/memory-file-system.ts';
import type { ContentPlace } from './check-changes.ts';
import { withChanges } from './changed-files.ts';
import { planDelete } from './delete-entry.ts';
import { type EditableSite, readEditableSite } from './editable-site.ts';
import { listIds } from './find-target.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { planRename } from './rename-entry.ts';

type Changes = Readonly<Record<string, string | Uint8Array>>;

function placeOf(changes: Changes = {}): ContentPlace {
  const encoder = new TextEncoder();
  const changed = Object.entries(changes).map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? encoder.encode(content) : content,
  ]);
  const fileSystem = buildMemoryFileSystem(FIXTURE_LABEL, new Map([...readFixture('healthy'), ...changed]));
  return { fileSystem, folder: FIXTURE_LABEL, label: FIXTURE_LABEL, today: FIXTURE_TODAY };
}

const openEditable = (changes?: Changes): Promise<EditableSite> => readEditableSite(placeOf(changes));

/** Each change in a line, with the lines of a text that differ. */
async function describePlan({ place }: EditableSite, planned: PlannedEdit): Promise<string[]> {
  if (planned.type === 'refused') return planned.reasons.map((reason) => `refused: ${reason}`);
  const lines: string[] = [];
  for (const change of planned.changes) {
    if (change.type !== 'write') {
      lines.push(`${change.type} ${change.file}${change.type === 'move' ? ` ${change.to}` : ''}`);
      continue;
    }
    const before = await place.fileSystem.read(`${place.folder}/${change.file}`).catch(() => undefined);
    const old = before === undefined ? [] : new TextDecoder().decode(before).split('\n');
    const fresh = String(change.content).split('\n');
    lines.push(`write ${change.file}`);
    if (before === undefined) continue;
    lines.push(...fresh.filter((line) => !old.includes(line)).map((line) => `  ${line}`));
  }
  return lines;
}

describe('planRename', () => {
  it('changes every place that names the entry, notes the old id, and leaves the rest', async () => {
    const site = await openEditable();
    const planned = await planRename(site, 'craftsmen/lin-mo', 'lin-mo-2');
    expect(await describePlan(site, planned)).toMatchInlineSnapshot(`
      [
        "write site.json",
        "    "home": { "figures": ["skilled-workers"], "featured": ["shan-yu", "lin-mo-2"] }",
        "write competitions/fitter-contest.mdx",
        "    - craftsman: lin-mo-2",
        "write craftsmen/shan-yu.mdx",
        "  师从<Ref to="craftsmen/lin-mo-2" />。",
        "write proposals/night-school.mdx",
        "    - craftsman: lin-mo-2",
        "write proposals/shift-buses.mdx",
        "    - craftsman: lin-mo-2",
        "write studios/lin-mo.mdx",
        "  lead: lin-mo-2",
        "write craftsmen/lin-mo-2.mdx",
        "delete craftsmen/lin-mo.mdx",
      ]
    `);
    expect(planned.type === 'ready' ? planned.notes : []).toMatchInlineSnapshot(`
      [
        "工匠「林墨」（craftsmen/lin-mo）的编号改成 lin-mo-2，别处提到它的 6 处（6 个文件）一起改。",
        "旧网址 /craftsmen/lin-mo/ 会转到 /craftsmen/lin-mo-2/。",
        "studios/lin-mo 用的是同一个编号，没有跟着改；要改就再运行一次：npm run rename -- studios/lin-mo lin-mo-2",
      ]
    `);
  });

  it('keeps line ends, quotes, comments and the mark at the start of a file', async () => {
    const file = 'craftsmen/shan-yu.mdx';
    const text =
      "\uFEFF---\r\nname: 单宇 # 徒弟\r\npinyin: \"shan yu\"\r\nhonours:   []\r\ncitations:\r\n  - {source: 'daily-2024', locator: 第2段}\r\naliases:\r\n  # 旧的\r\n  - shan\r\n---\r\n\r\n师从<Ref  to = 'craftsmen/lin-mo'>林师傅</Ref>，见[他的页](/craftsmen/lin-mo/#top)和[林墨](/craftsmen/lin-mo)、[别人](/craftsmen/shan-yu/)。\r\n";
    const changed = async (word: string, id: string): Promise<unknown> => {
      const planned = await planRename(await openEditable({ [file]: text }), word, id);
      const change =
        planned.type === 'ready' &&
        planned.changes.find((each) => each.type === 'write' && each.file.startsWith('craftsmen/shan'));
      return change && 'content' in change ? change.content : planned;
    };
    expect(await changed('craftsmen/lin-mo', 'lin')).toBe(text.replaceAll('craftsmen/lin-mo', 'craftsmen/lin'));
    expect(await changed('sources/daily-2024', 'paper')).toBe(text.replace('daily-2024', 'paper'));
    expect(await changed('craftsmen/shan-yu', 'shan-yu-2')).toBe(
      text
        .replace('/craftsmen/shan-yu/', '/craftsmen/shan-yu-2/')
        .replace('aliases:\r\n  # 旧的\r\n  - shan\r\n', 'aliases:\r\n  # 旧的\r\n  - shan\r\n  - shan-yu\r\n'),
    );
  });

  it('moves the picture that is named after a person', async () => {
    const portrait =
      'portrait:\n  file: shan-yu.jpg\n  alt: 单宇在车间\n  credit: 海城日报\n  consent: 2024-01-01 书面同意\n';
    const file = 'craftsmen/shan-yu.mdx';
    const site = await openEditable({
      [file]: new TextDecoder().decode(readFixture('healthy').get(file)).replace('honours', `${portrait}honours`),
      'media/shan-yu.jpg': readFixture('portrait').get('media/lin-mo.jpg') ?? '',
    });
    const planned = await planRename(site, 'craftsmen/shan-yu', 'shan-yu-2');
    expect(planned.type === 'ready' ? planned.notes : planned.reasons).toContain(
      '照片 media/shan-yu.jpg 改名为 media/shan-yu-2.jpg。',
    );
    expect(await describePlan(site, planned)).toContain('move media/shan-yu.jpg media/shan-yu-2.jpg');
  });

  it('takes an id back that the entry had before', async () => {
    const file = 'craftsmen/shan-yu.mdx';
    const text = new TextDecoder()
      .decode(readFixture('healthy').get(file))
      .replace('honours', 'aliases: [yu]\nhonours');
    const planned = await planRename(await openEditable({ [file]: text }), 'craftsmen/shan-yu', 'yu');
    const [change] =
      planned.type === 'ready' ? planned.changes.filter(({ file: name }) => name === 'craftsmen/yu.mdx') : [];
    expect(change && 'content' in change && change.content).toBe(text.replace('[yu]', '[shan-yu]'));
  });

  it('works for every entry and list item of the test city', async () => {
    const site = await openEditable();
    const kinds = [...entryKinds, 'honours', 'organizations', 'sources', 'trades', 'industries', 'themes'];
    const words = kinds
      .filter((kind) => !['frozen', 'reports', 'editions', 'pages'].includes(kind))
      .flatMap((kind) => listIds(site.validated, kind).map((id) => `${kind}/${id}`));
    expect(words.length).toBeGreaterThan(15);
    for (const word of words) {
      const planned = await planRename(site, word, 'renamed');
      if (planned.type === 'refused') throw new Error(`${word}: ${planned.reasons.join('\n')}`);
      const fileSystem = withChanges(site.place.fileSystem, FIXTURE_LABEL, planned.changes);
      const { raw, content } = await openSite(FIXTURE_LABEL, { ...site.place, fileSystem });
      expect(content, word).toBeDefined();
      const [kind, id = ''] = word.split('/');
      const texts = await Promise.all(
        raw.entries.map(async ({ file }) => new TextDecoder().decode(await fileSystem.read(file))),
      );
      if (kind === 'sources') expect(texts.join('\n').split(`"${id}"`).length, word).toBe(2);
    }
  });

  it.each([
    ['craftsmen/lin-mo', 'lin-mo', '新旧编号一样，不用改。'],
    ['craftsmen/lin-mo', 'Lin Mo', '「Lin Mo」不能用作编号：编号只能有小写英文字母、数字和连字符。'],
    ['craftsmen/lin-mo', 'shan-yu', 'craftsmen/shan-yu 已经有了。换一个编号。'],
    ['craftsmen/lin-ma', 'x', '没有 craftsmen/lin-ma。最接近的：lin-mo。'],
    [
      'people/lin-mo',
      'x',
      '写成 类别/编号，例如 craftsmen/ning-yunzhan；「people/lin-mo」不是这样写的，或者没有这个类别。',
    ],
    ['editions/2023', '2024', '工匠日的文件名不由人取，不能这样改。'],
  ])('is refused in words: %s → %s', async (word, newId, reason) => {
    expect(await planRename(await openEditable(), word, newId)).toEqual({ type: 'refused', reasons: [reason] });
  });

  it('is refused while the content has errors, since references in a broken file are not found', async () => {
    const site = await openEditable({ 'craftsmen/x.mdx': '---\nname: [\n---\n' });
    expect(await planRename(site, 'craftsmen/lin-mo', 'lin')).toEqual({
      type: 'refused',
      reasons: ['content/haicheng 有错误，写错的文件里找不全引用。先运行 npm run check 改好，再改编号。'],
    });
  });

  it('is refused where the address of the new id is taken by a former one', async () => {
    const file = 'craftsmen/shan-yu.mdx';
    const text = new TextDecoder()
      .decode(readFixture('healthy').get(file))
      .replace('honours', 'aliases: [yu]\nhonours');
    const planned = await planRename(await openEditable({ [file]: text }), 'craftsmen/lin-mo', 'yu');
    expect(planned.type === 'refused' ? planned.reasons[0] : planned).toBe('这样改了以后内容会有错误，没有改：');
  });
});

describe('planDelete', () => {
  it('names who refers to an entry and offers the withdrawal', async () => {
    expect(await planDelete(await openEditable(), 'craftsmen/lin-mo')).toMatchInlineSnapshot(`
      {
        "reasons": [
          "工匠「林墨」（craftsmen/lin-mo）不能删，还有 6 处提到它：",
          "  content/haicheng/site.json:15:69",
          "  content/haicheng/competitions/fitter-contest.mdx:5:16",
          "  content/haicheng/craftsmen/shan-yu.mdx:10:3",
          "  content/haicheng/proposals/night-school.mdx:5:16",
          "  content/haicheng/proposals/shift-buses.mdx:5:16",
          "  content/haicheng/studios/lin-mo.mdx:3:7",
          "先改掉这些地方，再删。本人要求撤下的，不用删文件，用 npm run delete -- craftsmen/lin-mo --withdraw，全站一次撤干净。",
        ],
        "type": "refused",
      }
    `);
  });

  it('deletes what nobody names', async () => {
    const site = await openEditable();
    const planned = await planDelete(site, 'proposals/shift-buses');
    expect(await describePlan(site, planned)).toEqual(['delete proposals/shift-buses.mdx']);
    expect(planned.type === 'ready' ? planned.notes : []).toMatchInlineSnapshot(`
      [
        "删掉建议「开通夜班公交」（proposals/shift-buses）。",
        "网址 /proposals/shift-buses/ 以后打不开；已经发布过的，别处的链接会断。",
      ]
    `);
  });

  it('takes an unused item out of its list and leaves the others', async () => {
    const organizations = new TextDecoder().decode(readFixture('healthy').get('organizations.json'));
    const more = organizations.replace(
      '"kind": "union" }',
      '"kind": "union" },\n    { "id": "idle", "name": "闲置厂", "aliases": [], "kind": "union" }',
    );
    const planned = await planDelete(await openEditable({ 'organizations.json': more }), 'organizations/idle');
    const [change] = planned.type === 'ready' ? planned.changes : [];
    expect(change && 'content' in change ? change.content : planned).toBe(organizations);
  });

  it('withdraws a person by one field', async () => {
    const site = await openEditable();
    const planned = await planDelete(site, 'craftsmen/shan-yu', { isWithdrawal: true });
    expect(await describePlan(site, planned)).toEqual(['write craftsmen/shan-yu.mdx', '  withdrawn: true']);
    expect(planned.type === 'ready' ? planned.notes[0] : '').toBe(
      '撤下工匠「单宇」（craftsmen/shan-yu）：下次构建后从全站消失。',
    );
  });

  it('withdraws nothing but people', async () => {
    expect(await planDelete(await openEditable(), 'studios/lin-mo', { isWithdrawal: true })).toEqual({
      type: 'refused',
      reasons: ['只有工匠可以撤下；别的条目删文件就行，去掉 --withdraw。'],
    });
  });
});
