import type { ContentPlace } from '../../src/authoring/check-changes.ts';
import { type EditableSite, readEditableSite } from '../../src/authoring/editable-site.ts';
import type { ReferableKind } from '../../src/schemas/referable-kinds.ts';
import { parseCell } from '../../src/spreadsheet/cell-values.ts';
import { buildColumns, type Column, columnKey, FOLLOWING_FIELDS } from '../../src/spreadsheet/columns.ts';
import { describeColumn } from '../../src/spreadsheet/entry-sheet.ts';
import { kindLabel, SHEETS, type SheetDefinition, type SheetKind, sheetKinds } from '../../src/spreadsheet/sheets.ts';
import { type Answer, columnOfSet, setOf } from '../../src/spreadsheet/single-entry.ts';
import { type PlannedNewEntry, planNewEntry, writeNewEntry } from './plan-entry.ts';
import { NotWritten, prompts } from './prompts.ts';

const NONE = '';
const NEW = '+';
const AGAIN = '?';
/** Lists up to this length are shown completely; for longer ones, part of the name is asked for first. */
const MOST_SHOWN = 12;
const MOST_FOUND = 30;

/**
 * Asks for a new entry and writes it. Entries that it refers to can be added on the way.
 *
 * @returns its id
 * @throws NotWritten or Cancelled if the person breaks off
 */
export async function askNewEntry(sheet: SheetDefinition, place: ContentPlace): Promise<string> {
  const asker = new EntryAsker(sheet, place, await readEditableSite(place));
  return asker.ask();
}

class EntryAsker {
  readonly #sheet: SheetDefinition;
  readonly #place: ContentPlace;
  readonly #answers = new Map<string, Answer>();
  #site: EditableSite;
  /** Suggested for the next source, since an entry often cites one throughout. */
  #lastSource: string | undefined;

  constructor(sheet: SheetDefinition, place: ContentPlace, site: EditableSite) {
    this.#sheet = sheet;
    this.#place = place;
    this.#site = site;
  }

  async ask(): Promise<string> {
    const columns = buildColumns(this.#sheet, {}).filter(
      ({ role, field }) => role !== 'id' && !(field.key in FOLLOWING_FIELDS),
    );
    const isMain = ({ path, required, role }: Column): boolean => {
      const isNeeded = required || role === 'body' || this.#sheet.asked.includes(String(path[0]));
      return isNeeded || columns.some((other) => other.required && other.path[0] === path[0]);
    };
    await this.#askColumns(columns.filter((column) => isMain(column) && column.role !== 'body'));
    await this.#askMore(columns.filter((column) => !isMain(column)));
    await this.#askColumns(columns.filter(({ role }) => role === 'body'));
    const planned = await this.#settle();
    return this.#write(planned);
  }

  /** Asks columns in order, and those of a numbered list set by set. */
  async #askColumns(columns: readonly Column[]): Promise<void> {
    for (const [list, own] of Map.groupBy(columns, (column) => setOf(column) ?? columnKey(column))) {
      const isNumbered = own.some(({ path }) => path.some((part) => typeof part === 'number'));
      if (isNumbered) await this.#askSets(list, own);
      else for (const column of own) await this.#askColumn(column);
    }
  }

  async #askSets(list: string, columns: readonly Column[]): Promise<void> {
    const field = this.#sheet.fields.find(({ key }) => key === list);
    const label = field?.label ?? list;
    const isNeeded = columns.some(({ required }) => required);
    for (let set = 0; ; set += 1) {
      const isWanted = (isNeeded && set === 0) || (await this.#hasMore(label, set));
      if (!isWanted) return;
      for (const column of columns) await this.#askColumn(columnOfSet(column, set), isRequiredInSet(column, field));
    }
  }

  #hasMore(label: string, count: number): Promise<boolean> {
    return prompts.confirm(`${count === 0 ? '' : '还'}有${label}要写吗？（左右键选，回车键确定）`, '有', '没有', false);
  }

  /** Offers the fields that most entries do not need. */
  async #askMore(columns: readonly Column[]): Promise<void> {
    const groups = Map.groupBy(columns, ({ path }) => String(path[0]));
    if (groups.size === 0) return;
    const labels = new Map(this.#sheet.fields.map(({ key, label }) => [key, label]));
    const options = [...groups.keys()].map((key) => ({ value: key, label: labels.get(key) ?? key }));
    const shown = options.map(({ label }) => label).join('、');
    if (!(await prompts.confirm(`别的要填吗？（${shown}）`, '填', '不填', false))) return;
    const chosen = await prompts.chooseSeveral('填哪些？（上下键移动，空格键选，回车键确定）', options);
    for (const key of chosen) await this.#askColumns(groups.get(key) ?? []);
  }

  async #askColumn(column: Column, isRequired = column.required): Promise<void> {
    const text = await this.#askText(column, isRequired);
    if (text === '') this.#answers.delete(columnKey(column));
    else this.#answers.set(columnKey(column), { column, text });
  }

  async #askText(column: Column, isRequired: boolean): Promise<string> {
    const { field, heading } = column;
    const message = isRequired ? heading : `${heading}（可以不填，直接按回车）`;
    if (field.type === 'list') {
      return field.item.type === 'reference'
        ? this.#askSeveral(heading, field.item.to)
        : this.#askWritten(column, message, isRequired);
    }
    switch (field.type) {
      case 'choice': {
        const options = field.choices.map(({ value, label }) => ({ value, label }));
        return prompts.choose(
          heading,
          isRequired ? options : [{ value: NONE, label: '不填' }, ...options],
          this.#initial(column),
        );
      }
      case 'boolean':
        return prompts.choose(heading, [
          { value: isRequired ? '否' : NONE, label: '否' },
          { value: '是', label: '是' },
        ]);
      case 'reference':
        return this.#askReference(heading, field.to, isRequired);
      default:
        return this.#askWritten(column, message, isRequired);
    }
  }

  #askWritten(column: Column, message: string, isRequired: boolean): Promise<string> {
    const initial = this.#initial(column);
    return prompts.text({
      message: column.role === 'body' ? '一两句话介绍，显示在列表里（可以不填，以后再写）' : message,
      placeholder: describeColumn(column),
      ...(initial === undefined ? {} : { initial }),
      validate: (answer) => {
        if (answer === '') return isRequired ? `「${column.heading}」必须填。` : undefined;
        const parsed = parseCell(answer, {}, column.field, { names: this.#site.names, suggests: true });
        return parsed.type === 'problem' ? `${parsed.message}${parsed.hint}` : undefined;
      },
    });
  }

  /** The previous answer, else the likeliest one. */
  #initial(column: Column): string | undefined {
    const earlier = this.#answers.get(columnKey(column))?.text;
    if (earlier !== undefined || this.#sheet.kind !== 'statistics') return earlier;
    const likely: Readonly<Record<string, string | undefined>> = {
      scope: 'city',
      place: this.#site.validated.documents.site?.data.city,
    };
    return likely[column.field.key];
  }

  /** Asks for an existing entry or adds a new one. */
  async #askReference(heading: string, kind: ReferableKind, isRequired: boolean): Promise<string> {
    const { names, isHidden } = this.#site;
    const all = names
      .ids(kind)
      .filter((id) => !isHidden(kind, id))
      .map((id) => ({ value: id, label: names.name(kind, id), hint: id }));
    for (;;) {
      const { found, isSearched } = await this.#search(heading, all, isRequired);
      const shown = found.slice(0, MOST_FOUND);
      const skip = isRequired ? [] : [{ value: NONE, label: '不填' }];
      const others = [
        ...(isSearched ? [...skip, { value: AGAIN, label: '重新找' }] : []),
        ...(isSheetKind(kind) ? [{ value: NEW, label: `列表里没有，现在添加${kindLabel(kind)}` }] : []),
      ];
      const rest = found.length - shown.length;
      const note = rest > 0 ? `（还有 ${String(rest)} 个没有列出，可以重新找）` : '';
      const options = [...(isSearched ? [] : skip), ...shown, ...others];
      const answer = await prompts.choose(
        `${heading}${note}`,
        options,
        kind === 'sources' ? this.#lastSource : undefined,
      );
      if (answer === AGAIN) continue;
      const id = answer === NEW && isSheetKind(kind) ? await this.#addNew(kind) : answer;
      if (kind === 'sources') this.#lastSource = id;
      return id;
    }
  }

  async #search<Item extends { value: string; label: string }>(
    heading: string,
    all: readonly Item[],
    isRequired: boolean,
  ): Promise<{ found: readonly Item[]; isSearched: boolean }> {
    if (all.length <= MOST_SHOWN) return { found: all, isSearched: false };
    const enter = isRequired ? '直接按回车列出全部' : '不填或要看全部，直接按回车';
    const part = await prompts.text({ message: `${heading}：写名称的一部分来找（${enter}）` });
    const found = all.filter(({ value, label }) => label.includes(part) || value.includes(part.toLowerCase()));
    return { found, isSearched: part !== '' };
  }

  async #addNew(kind: SheetKind): Promise<string> {
    prompts.info(`先添加${SHEETS[kind].label}，然后接着写${this.#sheet.label}。`);
    const id = await askNewEntry(SHEETS[kind], this.#place);
    this.#site = await readEditableSite(this.#place);
    return id;
  }

  async #askSeveral(heading: string, kind: ReferableKind): Promise<string> {
    const ids: string[] = [];
    while (await this.#hasMore(heading, ids.length)) {
      ids.push(await this.#askReference(heading, kind, true));
    }
    // A trailing line break marks a list by lines, even with one item.
    return ids.length === 0 ? '' : `${ids.join('\n')}\n`;
  }

  /** Asks again for what the check refuses, until the entry passes. */
  async #settle(): Promise<PlannedNewEntry & { type: 'ready' }> {
    for (;;) {
      const planned = await planNewEntry(this.#sheet, [...this.#answers.values()], this.#place);
      if (planned.type === 'ready') return planned;
      for (const { message } of planned.problems) prompts.error(message);
      const columns = new Map(
        planned.problems.map(({ column }) => [column === undefined ? '' : columnKey(column), column]),
      );
      const name = this.#answers.get(this.#sheet.nameKey)?.column;
      for (const column of columns.values()) {
        const again: Column | undefined = column ?? name;
        if (again) await this.#askColumn(again);
      }
    }
  }

  async #write(first: PlannedNewEntry & { type: 'ready' }): Promise<string> {
    let planned = first;
    const idColumn = buildColumns(this.#sheet, {}).find(({ role }) => role === 'id');
    const id = await prompts.text({
      message: '编号（会成为网址，以后不要改）',
      initial: planned.change.id,
      validate: (answer) =>
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(answer) ? undefined : '只能用小写英文字母、数字和连字符，例如 ning-yunzhan。',
    });
    if (idColumn && id !== planned.change.id) {
      this.#answers.set('id', { column: idColumn, text: id });
      planned = await this.#settle();
    }
    prompts.note(
      planned.change.sheet.storage.type === 'folder' ? planned.text.trimEnd() : planned.change.name,
      planned.change.file,
    );
    if (!(await prompts.confirm('写入吗？', '写入', '不写'))) throw new NotWritten();
    prompts.info(`写好了：${await writeNewEntry(planned, this.#place)}`);
    return planned.change.id;
  }
}

function isSheetKind(kind: string): kind is SheetKind {
  return sheetKinds.some((known) => known === kind);
}

/** Whether the schema requires a field inside a set that the person has begun. */
function isRequiredInSet({ field }: Column, list: SheetDefinition['fields'][number] | undefined): boolean {
  if (list?.type !== 'group-list') return false;
  const own = list.fields.find(({ key }) => key === field.key);
  return (own ?? field).required;
}
