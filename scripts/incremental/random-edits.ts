import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';

/** What an editor did to a content folder; it can be taken back. */
export interface Edit {
  kind: EditKind;
  /** The file that was edited. */
  file: string;
  undo: () => void;
}

export type EditKind = keyof typeof EDITS;

/** Folders of entries that are text with fields before it. */
const TEXTS = ['craftsmen', 'studios', 'outcomes', 'policies', 'services', 'academies', 'competitions', 'pages'];

type Json = Record<string, unknown>;

/** A content folder whose former state can be put back. */
class Folder {
  readonly root: string;
  readonly random: SeededRandom;
  readonly #before = new Map<string, Uint8Array | undefined>();

  constructor(root: string, random: SeededRandom) {
    this.root = root;
    this.random = random;
  }

  list(folder: string, ending: string): string[] {
    const place = path.join(this.root, folder);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`)
      .sort();
  }

  /** Every file that may refer to another. */
  listAll(): string[] {
    return readdirSync(this.root, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll(path.sep, '/'))
      .filter((name) => /\.(?:mdx|json)$/.test(name) && !name.startsWith('frozen/'))
      .sort();
  }

  pickText(): string {
    return this.random.pick(TEXTS.flatMap((folder) => this.list(folder, '.mdx')));
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  write(file: string, content: string | Uint8Array): void {
    this.#keep(file);
    mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
    writeFileSync(path.join(this.root, file), content);
  }

  remove(file: string): void {
    this.#keep(file);
    rmSync(path.join(this.root, file));
  }

  /** Changes a JSON file. */
  change(file: string, edit: (json: Json) => void): string {
    const json = JSON.parse(this.read(file)) as Json;
    edit(json);
    this.write(file, `${JSON.stringify(json, null, 2)}\n`);
    return file;
  }

  #keep(file: string): void {
    const place = path.join(this.root, file);
    if (!this.#before.has(file)) this.#before.set(file, existsSync(place) ? readFileSync(place) : undefined);
  }

  undo(): void {
    for (const [file, content] of this.#before) {
      if (content === undefined) rmSync(path.join(this.root, file), { force: true });
      else writeFileSync(path.join(this.root, file), content);
    }
  }
}

/** Each gives the file that it edited. What it makes may be unsound; then it is a mistake, as editors make them. */
const EDITS = {
  /** A sentence more. */
  change: (folder: Folder): string => {
    const file = folder.pickText();
    folder.write(file, `${folder.read(file).trimEnd()}补写一句。\n`);
    return file;
  },
  /** A new person, like one who is there. */
  add: (folder: Folder): string => {
    const model = folder.read(folder.random.pick(folder.list('craftsmen', '.mdx')));
    const number = folder.random.integer(1, 1e6);
    const name = `试${folder.random.pick(['山', '川', '河', '林'])}${folder.random.pick(['甲', '乙', '丙', '丁'])}`;
    const file = `craftsmen/new-${String(number)}.mdx`;
    folder.write(
      file,
      model
        .replace(/^name: .*$/m, `name: ${name}`)
        .replace(/^pinyin: .*\n/m, '')
        .replace(/^aliases:.*(?:\n {2}.*)*\n/m, ''),
    );
    return file;
  },
  /** Mostly something that nothing refers to. */
  delete: (folder: Folder): string => {
    const files = TEXTS.flatMap((each) => folder.list(each, '.mdx'));
    const all = folder.listAll().map((file) => ({ file, text: folder.read(file) }));
    const isAlone = (file: string): boolean =>
      all.every((other) => other.file === file || !wordPattern(path.parse(file).name).test(other.text));
    const file = folder.random.pick(folder.random.chance(0.8) ? files.filter(isAlone) : files);
    folder.remove(file);
    return file;
  },
  /** A new id, by which it is found under the old one too. */
  rename: (folder: Folder): string => {
    const file = folder.random.pick([...folder.list('craftsmen', '.mdx'), ...folder.list('outcomes', '.mdx')]);
    const { dir, name } = path.posix.parse(file);
    const renamed = `${dir}/${name}-${String(folder.random.integer(2, 999))}.mdx`;
    const text = folder.read(file);
    folder.remove(file);
    folder.write(renamed, text);
    for (const other of folder.listAll()) {
      const before = folder.read(other);
      const after = before.replaceAll(wordPattern(name), path.posix.parse(renamed).name);
      if (after !== before) folder.write(other, after);
    }
    const own = folder.read(renamed);
    folder.write(renamed, own.includes('\naliases:') ? own : own.replace(/^---\n/, `---\naliases: [${name}]\n`));
    return renamed;
  },
  withdraw: (folder: Folder): string => {
    const file = folder.random.pick(folder.list('craftsmen', '.mdx'));
    folder.write(file, folder.read(file).replace(/^---\n/, '---\nwithdrawn: true\n'));
    return file;
  },
  /** Another figure, and the correction that a published one asks for. */
  figure: (folder: Folder): string => {
    const file = folder.random.pick(folder.list('statistics', '.json'));
    return folder.change(file, (json) => {
      const observation = folder.random.pick(
        json['observations'] as { period: string; value: number; display: string }[],
      );
      const { period, display } = observation;
      if (display !== String(observation.value)) return;
      observation.value += folder.random.integer(1, 9);
      observation.display = String(observation.value);
      const correction = {
        title: String(json['title']),
        date: '2026-01-01',
        since: '2025',
        was: display,
        now: observation.display,
        reason: '试改。',
        statistic: path.posix.parse(file).name,
        period,
      };
      const id = `edit-${String(folder.random.integer(1, 1e6))}`;
      folder.write(`corrections/${id}.json`, `${JSON.stringify(correction, null, 2)}\n`);
    });
  },
  chart: (folder: Folder): string =>
    folder.change(folder.random.pick(folder.list('charts', '.json')), (json) => {
      if (folder.random.chance(0.5)) json['title'] = `${String(json['title'])}，改`;
      else json['order'] = folder.random.integer(1, 99);
    }),
  source: (folder: Folder): string =>
    folder.change('sources.json', (json) => {
      const source = folder.random.pick(json['sources'] as Json[]);
      const field = folder.random.pick(['title', 'dateNote']);
      source[field] = `${String(source[field])}（校）`;
    }),
  site: (folder: Folder): string =>
    folder.change('site.json', (json) => {
      const colour = `#A8${folder.random.integer(0x1000, 0x2fff).toString(16).toUpperCase()}`;
      if (folder.random.chance(0.5)) json['tagline'] = `${String(json['tagline'])}改`;
      else Object.assign(json['colours'] as Json, { seal: colour });
    }),
  /** A portrait for someone, or another one in its place under the same name. */
  picture: (folder: Folder): string => {
    const file = folder.random.pick(folder.list('craftsmen', '.mdx'));
    const text = folder.read(file);
    const name = /^ {2}file: (.+)$/m.exec(text)?.[1] ?? `${path.parse(file).name}.png`;
    folder.write(`media/${name}`, makePicture(folder.random));
    const portrait = `portrait:\n  file: ${name}\n  alt: 在车间\n  credit: 试拍\n  consent: 2025-06-01 书面同意\n`;
    if (!text.includes('\nportrait:')) folder.write(file, text.replace(/^---\n/, `---\n${portrait}`));
    return file;
  },
  /** Half of a file, as an editor program leaves it for a moment. */
  broken: (folder: Folder): string => {
    const file = folder.random.chance(0.5) ? folder.pickText() : folder.random.pick(folder.list('statistics', '.json'));
    const text = folder.read(file);
    folder.write(file, text.slice(0, Math.floor(text.length * folder.random.next())));
    return file;
  },
} as const satisfies Record<string, (folder: Folder) => string>;

/** An id as a word of its own: not within another id, nor as the name of a picture. */
function wordPattern(id: string): RegExp {
  return new RegExp(String.raw`(?<![\w-])${id}(?![\w.-])`, 'g');
}

export const EDIT_KINDS = Object.keys(EDITS) as EditKind[];

/** Makes one edit of a content folder. */
export function makeEdit(root: string, kind: EditKind, random: SeededRandom): Edit {
  const folder = new Folder(root, random);
  return { kind, file: EDITS[kind](folder), undo: () => folder.undo() };
}

/** A small PNG of two colours. */
function makePicture(random: SeededRandom): Uint8Array {
  const size = 64;
  const colours = [0, 1].map(() => [0, 1, 2].map(() => random.integer(0, 255)));
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (__, x) => colours[(x + y) % 2] ?? []).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8);
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    frame.set(body, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]);
}
