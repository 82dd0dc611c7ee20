import type { EditableSite } from '../authoring/editable-site.ts';
import { freeId, personId, titleId } from '../authoring/entry-ids.ts';
import { findNamesIn } from '../authoring/name-index.ts';
import { nameKey } from '../lib/folding.ts';
import { ID_PATTERN } from '../schemas/common.ts';
import { type ParsedCell, parseCell } from './cell-values.ts';
import type { Column } from './columns.ts';
import type { TableLayout } from './layout.ts';
import { readPersonName } from './person-cell.ts';
import type { SheetDefinition } from './sheets.ts';
import {
  buildCellReader,
  cellName,
  type CellPlace,
  type CellReader,
  type CellValue,
  type Remark,
  type Table,
} from './table.ts';

/** An entry that a table mentions: its rows, and whether it is new. */
export interface Draft {
  layout: TableLayout;
  table: number;
  id: string;
  name: string;
  /** Undefined for a new entry. */
  before: Record<string, unknown> | undefined;
  rows: number[];
  /** The cell that names it. */
  home: CellPlace;
}

/** What stands in the row below a list. */
const TOTAL = /^(?:[合总共小]\s*计|总数|总人数|平均值?)(?:[:：\d\s].*)?$/;
/** The id of an example row, which is not imported. */
const EXAMPLE = /^（?示例）?$/;

/**
 * Finds out which entry each row of a table is about. New entries get their ids here, and later rows may refer to them by
 * name.
 */
export function identifyRows(
  table: Table,
  at: number,
  layout: TableLayout,
  site: EditableSite,
): { drafts: Draft[]; remarks: Remark[]; notices: string[] } {
  const identifier = new RowIdentifier(at, layout, site);
  const cells = buildCellReader(table, layout.headingRow);
  for (let row = layout.headingRow + 1; row < table.rows.length; row += 1) {
    const isBlank = [...layout.columns.keys()].every((column) => isBlankValue(cells.value(row, column)));
    if (!isBlank) identifier.add(row, cells);
  }
  const { drafts, remarks, notices } = identifier;
  return { drafts, remarks, notices };
}

function isBlankValue(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** 合计 where the first filled cell of a row is, or in place of a name: such a row lists nothing. */
export function isTotalRow({ columns, sheet }: TableLayout, row: number, cells: CellReader): boolean {
  const width = Math.max(0, ...columns.keys()) + 1;
  const values = Array.from({ length: width }, (_, column) => cells.value(row, column));
  const name = [...columns].find(([, { path }]) => path[0] === sheet.nameKey)?.[0];
  return [values.find((cell) => !isBlankValue(cell)), name === undefined ? null : values[name]].some(
    (cell) => typeof cell === 'string' && TOTAL.test(cell.trim()),
  );
}

/** True where both say something of one kind, and not the same. */
function areToldApart(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return [...one].some(([key, value]) => other.has(key) && other.get(key) !== value);
}

class RowIdentifier {
  readonly drafts: Draft[] = [];
  readonly remarks: Remark[] = [];
  readonly notices: string[] = [];
  readonly #table: number;
  readonly #layout: TableLayout;
  readonly #sheet: SheetDefinition;
  readonly #site: EditableSite;
  readonly #byId = new Map<string, Draft>();
  readonly #byName = new Map<string, { draft: Draft; telling: ReadonlyMap<string, string> }[]>();
  readonly #positions = new Map<string, number>();
  #people: ReadonlySet<string> | undefined;

  constructor(table: number, layout: TableLayout, site: EditableSite) {
    this.#table = table;
    this.#layout = layout;
    this.#sheet = layout.sheet;
    this.#site = site;
    for (const [position, { path }] of layout.columns)
      if (path.length === 1) this.#positions.set(String(path[0]), position);
  }

  add(row: number, cells: CellReader): void {
    const id = this.#text('id', row, cells);
    if (id !== undefined && EXAMPLE.test(id)) return;
    if (isTotalRow(this.#layout, row, cells)) {
      this.notices.push(`第 ${String(row + 1)} 行像是合计行，没有导入。`);
      return;
    }
    const name = this.#name(row, cells, id);
    if (name === undefined) return;
    if (id !== undefined) this.#addById(row, id, name, cells);
    else if (name === '')
      this.#remark(
        row,
        this.#sheet.nameKey,
        `这一行没有「${this.#label()}」。`,
        '补上；不是名单里的内容就删掉这一行。',
      );
    else this.#addByName(row, name, cells);
  }

  /** The name that a row states, empty for none; undefined when it is no name of a person, which is remarked. */
  #name(row: number, cells: CellReader, id: string | undefined): string | undefined {
    const { kind, nameKey: key } = this.#sheet;
    const written = this.#text(key, row, cells) ?? '';
    // What a file holds already is the matter of the check.
    const isKept = id !== undefined && this.#site.names.has(kind, id) && this.#site.names.name(kind, id) === written;
    if (kind !== 'craftsmen' || written === '' || isKept) return written;
    const { name, problems } = readPersonName(written);
    for (const { message, hint } of problems) this.#remark(row, key, message, hint);
    if (problems.length > 0) return undefined;
    if (name !== written)
      this.notices.push(`${cellName(this.#place(row, key))}：「${written.replaceAll('\n', '⏎')}」写成了「${name}」。`);
    return name;
  }

  #addById(row: number, id: string, name: string, cells: CellReader): void {
    const known = this.#byId.get(id);
    if (known) {
      this.#addRow(
        known,
        row,
        'id',
        `编号「${id}」在第 ${String(known.home.row + 1)} 行已经写过。`,
        '一个编号只写一行；是另一个条目就换编号。',
      );
      return;
    }
    if (!ID_PATTERN.test(id)) {
      this.#remark(
        row,
        'id',
        `编号「${id}」不合规则。`,
        '编号只能用小写英文字母、数字和连字符；新条目可以空着，自动生成。',
      );
      return;
    }
    const before = this.#find(id);
    if (before === undefined && this.#site.names.has(this.#sheet.kind, id)) {
      this.#remark(row, 'id', `「${id}」现有的文件写坏了，没法改。`, '先运行 npm run check，把那个文件改好。');
      return;
    }
    if (before === undefined && name === '') {
      this.#remark(
        row,
        'id',
        `没有编号是「${id}」的${this.#sheet.label}。`,
        `改成已有的编号；要新建就写上「${this.#label()}」。`,
      );
      return;
    }
    this.#start(
      row,
      'id',
      { id, name: name || this.#site.names.name(this.#sheet.kind, id), before },
      this.#telling(row, cells),
    );
  }

  #addByName(row: number, name: string, cells: CellReader): void {
    const { names } = this.#site;
    const { kind, label, identityKey } = this.#sheet;
    const telling = this.#telling(row, cells);
    const identity = identityKey === undefined ? undefined : telling.get(identityKey);
    const isSame = (other: unknown): boolean =>
      identityKey === undefined || (identity !== undefined && other === identity);
    // Where nothing tells namesakes apart, a row may mean any of them.
    const sameName = this.#byName.get(nameKey(name)) ?? [];
    const known = sameName.find((other) => !areToldApart(telling, other.telling));
    if (known) {
      const free = freeId(known.draft.id, this.#isTaken);
      const hint = `是同一个就合成一行；不是同一个就在这一行的「编号」栏写 ${free}。`;
      this.#addRow(
        known.draft,
        row,
        this.#sheet.nameKey,
        `第 ${String(known.draft.home.row + 1)} 行也是「${name}」。`,
        hint,
      );
      return;
    }
    const namesakes = names.findByName(kind, name).filter((id) => !this.#byId.has(id));
    const [only, ...others] = namesakes.filter((id) =>
      isSame(identityKey === undefined ? undefined : this.#find(id)?.[identityKey]),
    );
    const before = only === undefined || others.length > 0 ? undefined : this.#find(only);
    if (only !== undefined && before) {
      this.#start(row, this.#sheet.nameKey, { id: only, name, before }, telling);
      return;
    }
    if (namesakes.length > 0) {
      const ids = namesakes.map((id) => `「${id}」`).join('、');
      const hint = `是同一个就在「编号」栏写${ids}；不是同一个就写一个新编号，例如 ${freeId(namesakes[0] ?? '', this.#isTaken)}。`;
      this.#remark(row, this.#sheet.nameKey, `已经有叫「${name}」的${label}，不知道是不是同一个。`, hint);
      return;
    }
    const id = this.#newId(row, name, cells);
    if (id === '')
      this.#remark(
        row,
        this.#sheet.nameKey,
        `从「${name}」生成不了编号。`,
        '在「编号」栏写一个：小写英文字母、数字和连字符。',
      );
    else {
      const [first] = sameName;
      if (first) {
        this.notices.push(
          `第 ${String(row + 1)} 行与第 ${String(first.draft.home.row + 1)} 行都叫「${name}」，${this.#difference(telling, first.telling)}不同，当作两个人；这一位的编号是 ${id}。`,
        );
      }
      this.#start(row, this.#sheet.nameKey, { id, name, before: undefined }, telling);
    }
  }

  #newId(row: number, name: string, cells: CellReader): string {
    if (this.#sheet.kind === 'craftsmen') {
      const id = personId(name, this.#text('pinyin', row, cells));
      return id === '' ? '' : freeId(id, this.#isTaken);
    }
    const people = findNamesIn(name, this.#peopleNames());
    // A studio named after a person is withdrawn with them, so it shares their id.
    const [lead] =
      this.#sheet.kind === 'studios' && people.length === 1
        ? this.#site.names.findByName('craftsmen', people[0] ?? '')
        : [];
    const id = lead !== undefined && !this.#isTaken(lead) ? lead : titleId(name, people);
    return id === '' ? '' : freeId(id, this.#isTaken);
  }

  #peopleNames(): ReadonlySet<string> {
    const { names } = this.#site;
    this.#people ??= new Set(names.ids('craftsmen').map((id) => names.name('craftsmen', id)));
    return this.#people;
  }

  readonly #isTaken = (id: string): boolean => this.#site.names.has(this.#sheet.kind, id);

  /** The values of the fields that tell namesakes apart; of a name that is not known, the name itself. */
  #telling(row: number, cells: CellReader): ReadonlyMap<string, string> {
    const telling = new Map<string, string>();
    for (const key of this.#sheet.tellingKeys) {
      const parsed = this.#parse(key, row, cells);
      if (parsed?.type === 'value') telling.set(key, String(parsed.value));
      else if (parsed?.type === 'problem' && parsed.missing) telling.set(key, parsed.missing.name);
    }
    return telling;
  }

  /** The headings of the fields in which two rows differ: 单位、工种. */
  #difference(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string {
    return [...one]
      .filter(([key, value]) => other.has(key) && other.get(key) !== value)
      .map(([key]) => this.#sheet.fields.find((field) => field.key === key)?.label ?? key)
      .join('、');
  }

  #find(id: string): Record<string, unknown> | undefined {
    const { storage } = this.#sheet;
    if (storage.type === 'folder') return this.#site.data(storage.kind, id);
    return this.#site.list(storage.document, storage.list).find((item) => item['id'] === id);
  }

  #start(
    row: number,
    key: string,
    entry: Pick<Draft, 'id' | 'name' | 'before'>,
    telling: ReadonlyMap<string, string>,
  ): void {
    if (entry.before && this.#site.withdrawn.has(entry.id) && this.#sheet.kind === 'craftsmen') {
      this.#remark(row, key, `「${entry.id}」已经撤下。`, '不能用表格改；要恢复，请直接改他的文件。');
      return;
    }
    const draft: Draft = {
      ...entry,
      layout: this.#layout,
      table: this.#table,
      rows: [row],
      home: this.#place(row, key),
    };
    this.drafts.push(draft);
    this.#byId.set(entry.id, draft);
    const folded = nameKey(entry.name);
    this.#byName.set(folded, [...(this.#byName.get(folded) ?? []), { draft, telling }]);
    if (!entry.before) this.#site.names.add(this.#sheet.kind, entry.id, [entry.name]);
  }

  /** Another row for the same entry. It is a mistake unless a list of the entry is written in rows. */
  #addRow(draft: Draft, row: number, key: string, message: string, hint: string): void {
    if (this.#sheet.rowsKey !== undefined) draft.rows.push(row);
    else this.#remark(row, key, message, hint);
  }

  #text(key: string, row: number, cells: CellReader): string | undefined {
    const parsed = this.#parse(key, row, cells);
    return parsed?.type === 'value' ? String(parsed.value) : undefined;
  }

  #parse(key: string, row: number, cells: CellReader): ParsedCell | undefined {
    const position = this.#positions.get(key);
    const column: Column | undefined = position === undefined ? undefined : this.#layout.columns.get(position);
    if (position === undefined || !column) return undefined;
    return parseCell(cells.value(row, position), cells.details(row, position), column.field, {
      names: this.#site.names,
      suggests: false,
    });
  }

  #label(): string {
    return this.#sheet.fields.find(({ key }) => key === this.#sheet.nameKey)?.label ?? '名称';
  }

  #place(row: number, key: string): CellPlace {
    const column =
      this.#positions.get(key) ?? this.#positions.get(this.#sheet.nameKey) ?? this.#positions.get('id') ?? 0;
    return { table: this.#table, row, column };
  }

  #remark(row: number, key: string, message: string, hint: string): void {
    this.remarks.push({ at: this.#place(row, key), message, hint });
  }
}
