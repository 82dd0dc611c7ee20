import { useEffect, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask, Refused } from './ask.ts';
import { toBase64 } from './files.ts';
import { hrefOf } from './route.ts';

type TableOnDesk = NonNullable<RequestAnswer<'table'>>;

/** A spreadsheet dropped here: mended in place, shown as what it would change, then written whole or not at all. */
export function ImportView() {
  const [table, setTable] = useState<TableOnDesk | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const [done, setDone] = useState<number>();
  useEffect(() => {
    // One that was dropped meanwhile is newer.
    void ask('table', {}).then((answer) => setTable((known) => known ?? answer));
  }, []);
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      await work();
    } catch (error) {
      setFault(error instanceof Refused || error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const read = (file: File | undefined): void => {
    if (!file) return;
    setDone(undefined);
    void during(async () => setTable(await ask('readTable', { name: file.name, bytes: await toBase64(file) })));
  };
  return (
    <main
      class="list import"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        read(event.dataTransfer?.files[0]);
      }}
    >
      <h1>导入表格</h1>
      <p class="quiet">把 Excel 或 WPS 的名单拖到这里，或者选一个文件。先看会改什么，再写入；一处不对就一处也不写。</p>
      <label class="file">
        选表格
        <input
          type="file"
          accept=".xlsx,.csv"
          disabled={isBusy}
          onChange={(event) => {
            read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p role="status" class="quiet">
        {isBusy ? '正在对照和检查……' : ''}
      </p>
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {done !== undefined && (
        <p>
          {`写好了，改了 ${String(done)} 个文件。`}
          <a href={hrefOf('saved')}>要改回在这里</a>
        </p>
      )}
      {table && (
        <>
          <h2>{table.name}</h2>
          <Remarks
            table={table}
            isBusy={isBusy}
            onMend={(cell) => void during(async () => setTable(await ask('mendCell', cell)))}
          />
          {table.missing.length > 0 && (
            <section>
              <h2>网站上还没有的</h2>
              <ul class="plain-list">
                {table.missing.map(({ label, name, rows }) => (
                  <li key={`${label} ${name}`}>
                    <span>{name}</span>
                    <small>{`${label}，${String(rows)} 行用到`}</small>
                  </li>
                ))}
              </ul>
              <p>
                <button
                  type="button"
                  disabled={isBusy}
                  onClick={() => void during(async () => setTable(await ask('createMissing', {})))}
                >
                  名称都没有写错，一起新建
                </button>
              </p>
            </section>
          )}
          <Changes table={table} />
          {table.sheets.map((sheet, at) => (
            <Grid key={at} sheet={sheet} remarks={table.remarks.filter((remark) => remark.sheet === at)} />
          ))}
          <footer class="import-foot">
            <button
              type="button"
              class="link"
              onClick={() =>
                void during(async () => {
                  await ask('dropTable', {});
                  setTable(null);
                })
              }
            >
              不要这个表格
            </button>
            <button
              type="button"
              class="main-button"
              disabled={!table.canImport || isBusy}
              onClick={() =>
                void during(async () => {
                  const count = await ask('importTable', {});
                  if (count > 0) {
                    setDone(count);
                    setTable(null);
                  } else setTable(await ask('table', {}));
                })
              }
            >
              {table.remarks.length > 0 ? `还有 ${String(table.remarks.length)} 处要改` : '写入'}
            </button>
          </footer>
        </>
      )}
    </main>
  );
}

function Remarks({
  table,
  isBusy,
  onMend,
}: {
  table: TableOnDesk;
  isBusy: boolean;
  onMend: (cell: { sheet: number; row: number; column: number; text: string }) => void;
}) {
  if (table.remarks.length === 0) return null;
  return (
    <ol class="issues">
      {table.remarks.slice(0, 100).map(({ sheet, row, column, cell, message, hint }) => {
        const before = table.sheets[sheet]?.rows[row]?.[column] ?? '';
        return (
          <li key={`${String(sheet)} ${cell} ${message}`} class="is-error">
            <p>
              <b>{cell}</b>
              {`　${message}`}
            </p>
            <p class="hint">{hint}</p>
            <form
              class="mend"
              onSubmit={(event) => {
                event.preventDefault();
                const field = event.currentTarget.elements.namedItem('text') as HTMLInputElement;
                onMend({ sheet, row, column, text: field.value });
              }}
            >
              <input name="text" aria-label={`${cell} 改成`} defaultValue={before} />
              <button type="submit" disabled={isBusy}>
                改
              </button>
            </form>
          </li>
        );
      })}
    </ol>
  );
}

function Changes({ table }: { table: TableOnDesk }) {
  const { changes, unchangedCount, notices } = table;
  return (
    <>
      {notices.length > 0 && (
        <ul class="plain-list">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <>
          <h2>会改什么</h2>
          <ul class="plain-list">
            {changes.slice(0, 200).map(({ type, label, name, id, details }) => (
              <li key={`${label} ${id}`}>
                <span>{`${type === 'create' ? '新增' : '修改'}${label}　${name}`}</span>
                <small>{type === 'create' ? `网址里的名字：${id}` : details.join('；')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {unchangedCount > 0 && <p class="quiet">{`${String(unchangedCount)} 条与现在的内容一样，不用改。`}</p>}
    </>
  );
}

function Grid({ sheet, remarks }: { sheet: TableOnDesk['sheets'][number]; remarks: TableOnDesk['remarks'] }) {
  const bad = new Set(remarks.map(({ row, column }) => `${String(row)},${String(column)}`));
  return (
    <details open={sheet.rows.length <= 30}>
      <summary>{`工作表「${sheet.name}」`}</summary>
      <div class="grid" tabIndex={0} role="region" aria-label={`工作表 ${sheet.name}`}>
        <table>
          <tbody>
            {sheet.rows.map((row, at) => (
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                {row.map((cell, place) => (
                  <td key={place} class={bad.has(`${String(at)},${String(place)}`) ? 'is-bad' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet.moreRows > 0 && <p class="quiet">{`还有 ${String(sheet.moreRows)} 行没有列出，一样会导入。`}</p>}
    </details>
  );
}
