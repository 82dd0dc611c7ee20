import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectBody, printBody, type PaperNames } from '../authoring/paper.ts';
import { entryKinds } from '../schemas/kinds.ts';
import { addEntry, readEntry, writeEntry } from './entry-file.ts';
import { DESK_KINDS, findDeskKind } from './kinds.ts';

const NAMES: PaperNames = {
  nameOf: (target) => target,
  find: (name) => [name],
  figureOf: ({ id, at }) => `${id} ${at}`,
};

describe('an entry on the desk', () => {
  it('may be of every kind that a content folder holds', () => {
    const known = DESK_KINDS.map(({ kind }) => kind);
    expect(entryKinds.filter((kind) => !known.includes(kind))).toEqual([]);
  });

  it('changes no byte of its file when nothing was changed, in both cities', () => {
    let count = 0;
    for (const site of ['qingdao', 'weifang']) {
      const folder = path.join('content', site);
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const [kind = '', ...rest] = file.split(path.sep);
        const desk = DESK_KINDS.find((one) => one.kind === kind && one.place.type === 'folder');
        if (!desk || rest.length === 0 || desk.place.type !== 'folder' || !file.endsWith(`.${desk.place.format}`))
          continue;
        const text = readFileSync(path.join(folder, file), 'utf8');
        const read = readEntry(desk, '', text);
        if (!read) throw new Error(`${file} cannot be read.`);
        const body =
          read.body === undefined ? undefined : printBody(projectBody(read.body, NAMES), read.body, NAMES).source;
        expect(writeEntry(desk, '', text, { data: structuredClone(read.data), body })).toBe(text);
        count += 1;
      }
      for (const desk of DESK_KINDS) {
        if (desk.place.type !== 'list') continue;
        const text = readFileSync(path.join(folder, `${desk.place.document}.json`), 'utf8');
        const items = (JSON.parse(text) as Record<string, { id: string }[]>)[desk.place.list] ?? [];
        for (const { id } of items) {
          const read = readEntry(desk, id, text);
          expect(writeEntry(desk, id, text, { data: { ...read?.data }, body: undefined })).toBe(text);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(500);
  });

  it('keeps line ends, mark and the blank line before its text', () => {
    const text = '\uFEFF---\r\nname: 林墨\r\nhonours: []\r\n---\r\n\r\n\r\n钳工。\r\n';
    const desk = findDeskKind('craftsmen');
    const read = readEntry(desk, 'lin-mo', text);
    expect(read).toEqual({ data: { name: '林墨', honours: [] }, body: '钳工。\n' });
    expect(writeEntry(desk, 'lin-mo', text, { data: read?.data ?? {}, body: '钳工。\n\n技师。' })).toBe(
      text.replace('钳工。\r\n', '钳工。\r\n\r\n技师。\r\n'),
    );
  });

  it('begins with a blank line before its first text', () => {
    const desk = findDeskKind('craftsmen');
    const text = addEntry(desk, undefined, { name: '林墨', honours: [], citations: [] });
    expect(
      writeEntry(desk, 'lin-mo', text, { data: { name: '林墨', honours: [], citations: [] }, body: '钳工。' }),
    ).toBe('---\nname: 林墨\nhonours: []\ncitations: []\n---\n\n钳工。\n');
  });
});
