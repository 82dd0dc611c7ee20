import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { noteSign, type Paper, type PaperNote } from '../../authoring/paper.ts';
import type { RequestAnswer } from '../requests.ts';
import { ask } from './ask.ts';
import { Finder } from './finder.tsx';
import { InlineEntry } from './fields.tsx';

type Entry = NonNullable<RequestAnswer<'open'>>;

interface PaperEditorProps {
  paper: Paper;
  names: Entry['names'];
  issues: Entry['issues'];
  faults: RequestAnswer<'write'>['faults'];
  onChange: (paper: Paper) => void;
}

type Tool = 'cite' | 'link' | 'figure' | 'chart';

/** A body in a plain textarea, with the notes of its figures below. */
export function PaperEditor({ paper, names, issues, faults, onChange }: PaperEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [tool, setTool] = useState<Tool>();
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const range = useRef<[number, number]>([0, 0]);
  useEffect(() => {
    // As high as its text, so that one scrolls the sheet and not a box in it.
    const field = area.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${String(field.scrollHeight + 2)}px`;
  }, [paper.text]);

  const remember = (): void => {
    range.current = [area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0];
  };
  const selected = (): string => paper.text.slice(...range.current);
  /** Puts a text in the place of the selection, so that the browser can undo it. */
  const put = (text: string, notes: readonly PaperNote[] = paper.notes): void => {
    const field = area.current;
    if (!field) return;
    field.focus();
    field.setSelectionRange(...range.current);
    if (!document.execCommand('insertText', false, text)) field.setRangeText(text, ...range.current, 'end');
    onChange({ text: field.value, notes });
    setTool(undefined);
  };
  const choose = (offset: number, length: number, next?: Tool): void => {
    const field = area.current;
    if (!field) return;
    field.focus();
    field.setSelectionRange(offset, offset + length);
    range.current = [offset, offset + length];
    setTool(next);
  };
  const setNote = (at: number, note: PaperNote): void =>
    onChange({ text: paper.text, notes: paper.notes.map((other, place) => (place === at ? note : other)) });
  const nameOf = (target: string): string => picked[target] ?? names[target] ?? target;
  const cite = (note: PaperNote): void => {
    const same = paper.notes.findIndex((other) => JSON.stringify(other) === JSON.stringify(note));
    const notes = same === -1 ? [...paper.notes, note] : paper.notes;
    put(`〖${selected()}〗${noteSign(same === -1 ? notes.length : same + 1)}`, notes);
  };
  const lineStart = (mark: string): void => {
    remember();
    const start = paper.text.lastIndexOf('\n', range.current[0] - 1) + 1;
    range.current = [start, start];
    put(mark);
  };
  const bodyIssues = issues.filter(({ path }) => path === 'body');
  return (
    <section class="paper">
      <label for={id}>正文</label>
      <div class="tools" role="toolbar" aria-label="写正文用的" onMouseDown={remember}>
        {(
          [
            ['cite', '注明来源'],
            ['link', '链接到'],
            ['figure', '统计里的数'],
            ['chart', '放一张图'],
          ] as const
        ).map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-expanded={tool === name}
            onClick={() => {
              remember();
              setTool(tool === name ? undefined : name);
            }}
          >
            {label}
          </button>
        ))}
        <button type="button" onClick={() => lineStart('## ')}>
          小标题
        </button>
        <button type="button" onClick={() => lineStart('- ')}>
          列表
        </button>
        <button
          type="button"
          onClick={() => {
            remember();
            put(`**${selected()}**`);
          }}
        >
          加重
        </button>
      </div>
      {tool === 'cite' && (
        <div class="tool-panel">
          {selected() === '' ? (
            <p>先在正文里选中要注明来源的数字或说法，再点「注明来源」。</p>
          ) : (
            <CitePanel
              words={selected()}
              notes={paper.notes}
              nameOf={nameOf}
              onCite={cite}
              onName={(target, name) => setPicked({ ...picked, [target]: name })}
            />
          )}
        </div>
      )}
      {tool === 'link' && (
        <div class="tool-panel">
          <Finder
            label="链接到哪个人、工作室、文章"
            onPick={({ name, kind, id: target }) => {
              void ask('find', { text: name }).then((found) => {
                const isShared = found.filter((one) => one.name === name).length > 1;
                const label = isShared ? `${name}（${kind}/${target}）` : name;
                put(selected() === '' ? `﹝${label}﹞` : `﹝${selected()}→${label}﹞`);
              });
            }}
          />
        </div>
      )}
      {tool === 'figure' && (
        <div class="tool-panel">
          <FigurePanel
            onPick={(note, figure, title) => {
              setPicked({ ...picked, [`statistics/${note.id}`]: title });
              put(`〖${figure}〗${noteSign(paper.notes.length + 1)}`, [...paper.notes, note]);
            }}
          />
        </div>
      )}
      {tool === 'chart' && (
        <div class="tool-panel">
          <Finder label="找图表" kind="charts" opensEmpty onPick={({ name }) => put(`\n\n﹝图表：${name}﹞\n\n`)} />
        </div>
      )}
      <textarea
        id={id}
        ref={area}
        class="body"
        value={paper.text}
        spellcheck={false}
        onInput={(event) => onChange({ text: event.currentTarget.value, notes: paper.notes })}
        onSelect={() => {
          if (tool === undefined) remember();
        }}
      />
      <ul class="remarks red-pencil">
        {bodyIssues.map(({ severity, code, message, hint, offset, length }, at) => (
          <li key={at} class={severity === 'error' ? 'is-error' : ''}>
            {code === 'JC501' && offset !== undefined ? (
              <>
                {message}
                <button type="button" class="link" onClick={() => choose(offset, length ?? 0, 'cite')}>
                  选来源
                </button>
              </>
            ) : (
              <>
                {message}
                {hint}
                {offset !== undefined && (
                  <button type="button" class="link" onClick={() => choose(offset, length ?? 0)}>
                    看在哪里
                  </button>
                )}
              </>
            )}
          </li>
        ))}
        {faults.map(({ offset, length, message, hint }, at) => (
          <li key={`fault-${String(at)}`} class="is-error">
            {message}
            {hint}
            <button type="button" class="link" onClick={() => choose(offset, length)}>
              看在哪里
            </button>
          </li>
        ))}
      </ul>
      {paper.notes.length > 0 && (
        <div class="notes">
          <h2>注</h2>
          <ol>
            {paper.notes.map((note, at) => (
              <li key={at}>
                <b>{noteSign(at + 1)}</b>
                {note.type === 'stat' ? (
                  <span>{`统计里的数：${nameOf(`statistics/${note.id}`)}，${note.at}`}</span>
                ) : (
                  <div class="note">
                    <Finder
                      label={`${noteSign(at + 1)} 的来源`}
                      kind="sources"
                      value={note.source === '' ? '' : nameOf(`sources/${note.source}`)}
                      opensEmpty
                      onPick={({ id: source, name }) => {
                        setPicked({ ...picked, [`sources/${source}`]: name });
                        setNote(at, { ...note, source });
                      }}
                      newLabel="来源"
                      onNew={(name) => {
                        void ask('create', { kind: 'sources', name }).then((source) => {
                          setPicked({ ...picked, [`sources/${source}`]: name });
                          setNote(at, { ...note, source });
                        });
                      }}
                    />
                    <input
                      type="text"
                      aria-label={`${noteSign(at + 1)} 在来源中的位置`}
                      placeholder="第几段"
                      value={note.locator}
                      onInput={(event) => setNote(at, { ...note, locator: event.currentTarget.value })}
                    />
                    {note.source !== '' && <InlineEntry key={note.source} kind="sources" id={note.source} />}
                  </div>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

function CitePanel({
  words,
  notes,
  nameOf,
  onCite,
  onName,
}: {
  words: string;
  notes: readonly PaperNote[];
  nameOf: (target: string) => string;
  onCite: (note: PaperNote) => void;
  onName: (target: string, name: string) => void;
}) {
  const [source, setSource] = useState('');
  const [locator, setLocator] = useState('');
  return (
    <>
      <p>{`「${words}」来自哪篇？`}</p>
      <ul class="cite-known">
        {notes.map((note, at) =>
          note.type === 'fact' && note.source !== '' ? (
            <li key={at}>
              <button type="button" class="link" onClick={() => onCite(note)}>
                {`${noteSign(at + 1)} ${nameOf(`sources/${note.source}`)}，${note.locator}`}
              </button>
            </li>
          ) : null,
        )}
      </ul>
      <div class="cite-new">
        <Finder
          label="别的来源：写标题里的几个字"
          kind="sources"
          value={source === '' ? '' : nameOf(`sources/${source}`)}
          opensEmpty
          onPick={({ id, name }) => {
            onName(`sources/${id}`, name);
            setSource(id);
          }}
          newLabel="来源"
          onNew={(name) => {
            void ask('create', { kind: 'sources', name }).then((id) => {
              onName(`sources/${id}`, name);
              setSource(id);
            });
          }}
        />
        <input
          type="text"
          aria-label="在来源中的位置"
          placeholder="在哪里，例如 第3段"
          value={locator}
          onInput={(event) => setLocator(event.currentTarget.value)}
        />
        <button
          type="button"
          disabled={source === '' || locator.trim() === ''}
          onClick={() => onCite({ type: 'fact', source, locator: locator.trim() })}
        >
          注上
        </button>
      </div>
    </>
  );
}

function FigurePanel({
  onPick,
}: {
  onPick: (note: Extract<PaperNote, { type: 'stat' }>, figure: string, title: string) => void;
}) {
  const [found, setFound] = useState<RequestAnswer<'figures'>>([]);
  const isComposing = useRef(false);
  const look = (text: string): void => {
    if (text.trim() === '' || isComposing.current) return;
    void ask('figures', { text }).then(setFound);
  };
  return (
    <>
      <label>
        哪项统计
        <input
          type="search"
          placeholder="例如 高技能人才"
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            look(event.currentTarget.value);
          }}
          onInput={(event) => look(event.currentTarget.value)}
        />
      </label>
      <ul class="cite-known">
        {found.map(({ id, at, source, title, figure, period }) => (
          <li key={`${id} ${at} ${source}`}>
            <button type="button" class="link" onClick={() => onPick({ type: 'stat', id, at, source }, figure, title)}>
              {`${title}，${period}：${figure}`}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
