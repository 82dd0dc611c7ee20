import { useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask, Refused } from './ask.ts';
import { Fields } from './fields.tsx';
import { formatTime } from './lists.tsx';
import { PaperEditor } from './paper-editor.tsx';
import { Preview } from './preview.tsx';
import { goTo } from './route.ts';
import { useEntry } from './use-entry.ts';

type Entry = NonNullable<RequestAnswer<'open'>>;
type Saved = RequestAnswer<'save'>;

export function EntryView({ kind, id, version }: { kind: string; id: string; version: number }) {
  const { entry, faults, fault, change, send, open, setFault } = useEntry(kind, id, version);
  const [saved, setSaved] = useState<Saved>();
  const [side, setSide] = useState<'paper' | 'page'>('paper');
  if (entry === undefined) return <p class="waiting">正在打开……</p>;
  if (entry === null) return <p class="waiting">没有这一条，或者它的文件读不懂；「问题」里说了怎么改。</p>;
  const save = async (overwrite = false): Promise<void> => {
    const apart = await send();
    if (apart.length > 0) {
      // The draft has the words without their source; saved, nobody would miss it.
      const issues = apart.map(({ message, hint }) => ({
        severity: 'error' as const,
        code: '',
        path: 'body',
        message,
        hint,
      }));
      setSaved({ type: 'errors', issues, others: [] });
      return;
    }
    try {
      setSaved(await ask('save', { kind, id, overwrite }));
      await open();
    } catch (error) {
      setFault(error instanceof Refused ? error.message : String(error));
    }
  };
  const discard = async (): Promise<void> => {
    await send();
    await ask('discard', { kind, id });
    setSaved(undefined);
    if (entry.isNew) goTo(`list/${kind}`);
    else await open();
  };
  const errors = entry.issues.filter(({ severity }) => severity === 'error').length + faults.length;
  return (
    <div class={`entry is-${side}`}>
      <nav class="sides" aria-label="看哪一面">
        <button type="button" aria-pressed={side === 'paper'} onClick={() => setSide('paper')}>
          写
        </button>
        <button type="button" aria-pressed={side === 'page'} onClick={() => setSide('page')}>
          看网页
        </button>
      </nav>
      <main class="sheet">
        <div class="sheet-inner">
          <h1 class="kind-name">
            {`${entry.label}　${entry.name}`}
            <small class="quiet">{`网址里的名字：${id}`}</small>
          </h1>
          {fault !== '' && (
            <p class="fault" role="alert">
              {fault}
            </p>
          )}
          <Fields
            fields={entry.fields}
            data={entry.data}
            names={entry.names}
            issues={entry.issues}
            path=""
            onChange={(data) => change({ data })}
          />
          {entry.paper && (
            <PaperEditor
              paper={entry.paper}
              names={entry.names}
              issues={entry.issues}
              faults={faults}
              onChange={(paper) => change({ paper })}
            />
          )}
          {entry.isPaperLocked && (
            <p class="quiet">这一条的正文里有编辑台自己用的符号，只能在文件里改。别的字段照常能改。</p>
          )}
          <Remarks issues={entry.issues.filter((issue) => issue.path === '')} />
          {kind !== 'site' && !entry.isNew && <MoreActions kind={kind} id={id} name={entry.name} />}
        </div>
        <footer class="sheet-foot">
          <span class="quiet" role="status">
            {saved?.type === 'saved'
              ? '已经存入，还没有发布'
              : entry.draftedAt === undefined
                ? '与存入的一样'
                : `草稿存于 ${formatTime(entry.draftedAt)}`}
          </span>
          <button type="button" class="link" disabled={entry.draftedAt === undefined} onClick={() => void discard()}>
            放弃草稿
          </button>
          <button
            type="button"
            class="main-button"
            disabled={entry.draftedAt === undefined}
            onClick={() => void save()}
            title={errors > 0 ? `还有 ${String(errors)} 处要改` : undefined}
          >
            存入
          </button>
        </footer>
        {saved && saved.type !== 'saved' && entry.draftedAt !== undefined && (
          <SaveRefused saved={saved} onOverwrite={() => void save(true)} onTheirs={() => void discard()} />
        )}
      </main>
      <Preview page={entry.page} version={version} />
    </div>
  );
}

/** What changes other files too: it is done at once, and told. */
function MoreActions({ kind, id, name }: { kind: string; id: string; name: string }) {
  const [newId, setNewId] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState<readonly string[]>([]);
  const act = (work: Promise<{ isDone: boolean; words: readonly string[] }>, next: string): void => {
    work.then(
      (answer) => {
        if (answer.isDone) goTo(next);
        else setWords(answer.words);
      },
      (error: unknown) => setWords([error instanceof Error ? error.message : String(error)]),
    );
  };
  return (
    <details class="more-actions">
      <summary>换网址里的名字，删除</summary>
      <form
        class="mend"
        onSubmit={(event) => {
          event.preventDefault();
          act(ask('rename', { kind, id, newId }), `edit/${kind}/${newId}`);
        }}
      >
        <label>
          新的名字，用拼音
          <input required value={newId} placeholder={id} onInput={(event) => setNewId(event.currentTarget.value)} />
        </label>
        <button type="submit">换</button>
      </form>
      <p class="quiet">别处提到它的地方一起改，旧网址会转到新的。</p>
      {isAsking ? (
        <p>
          {`真的删除「${name}」？`}
          <button type="button" onClick={() => act(ask('delete', { kind, id }), `list/${kind}`)}>
            删除
          </button>
          <button type="button" class="link" onClick={() => setAsking(false)}>
            不删
          </button>
        </p>
      ) : (
        <button type="button" class="link" onClick={() => setAsking(true)}>
          删除
        </button>
      )}
      {words.length > 0 && (
        <ul class="remarks" role="alert">
          {words.map((text) => (
            <li key={text} class="is-error">
              {text}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function Remarks({ issues }: { issues: Entry['issues'] }) {
  return (
    <ul class="remarks">
      {issues.map(({ severity, message, hint }, at) => (
        <li key={at} class={severity === 'error' ? 'is-error' : ''}>
          {message}
          {hint}
        </li>
      ))}
    </ul>
  );
}

function SaveRefused({
  saved,
  onOverwrite,
  onTheirs,
}: {
  saved: Exclude<Saved, { type: 'saved' }>;
  onOverwrite: () => void;
  onTheirs: () => void;
}) {
  if (saved.type === 'errors') {
    return (
      <section class="refused" role="alert">
        <h2>还没有存入</h2>
        <p>{`这里有 ${String(saved.issues.length + saved.others.length)} 处要改，改好就能存入。草稿不会丢。`}</p>
        <ul>
          {saved.issues.map(({ message, hint }, at) => (
            <li key={at}>
              {message}
              {hint}
            </li>
          ))}
          {saved.others.map((text, at) => (
            <li key={`other-${String(at)}`}>{text}</li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section class="refused" role="alert">
      <h2>这个文件在别处被改过了</h2>
      <p>{`${saved.file} 在你写的时候被别的程序改了。左边是你写的，右边是现在的文件，什么也没有写入。`}</p>
      <div class="both">
        <pre>{saved.mine}</pre>
        <pre>{saved.theirs}</pre>
      </div>
      <button type="button" onClick={onOverwrite}>
        用我写的
      </button>
      <button type="button" onClick={onTheirs}>
        用现在的文件
      </button>
    </section>
  );
}
