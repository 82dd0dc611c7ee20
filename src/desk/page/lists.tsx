import { useEffect, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask, Refused } from './ask.ts';
import { goTo, hrefOf } from './route.ts';

type Overview = RequestAnswer<'overview'>;

/** Kinds that the desk makes; the rest comes by commands or is there from the start. */
const NOT_MADE_HERE = new Set(['frozen', 'site', 'charts', 'editions', 'reports', 'themes']);

export function HomeView({ overview }: { overview: Overview }) {
  const groups = [...new Set(overview.kinds.map(({ group }) => group))];
  return (
    <main class="home">
      <section class="home-drafts">
        <h1>草稿</h1>
        {overview.drafts.length === 0 ? (
          <p class="quiet">没有写到一半的。在上面找到要改的人、单位或数字，点开就能改。</p>
        ) : (
          <ul class="plain-list">
            {overview.drafts.map(({ file, kind, id, name, at }) => (
              <li key={file}>
                {id === '' && kind !== 'site' ? (
                  <a href={hrefOf(`list/${kind}`)}>{name}名录</a>
                ) : (
                  <a href={hrefOf(`edit/${kind}/${id}`)}>{name}</a>
                )}
                <small>{formatTime(at)} 存了草稿，还没有存入</small>
                <button type="button" class="link" onClick={() => void ask('discard', { kind, id })}>
                  放弃
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {groups.map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul class="kinds">
            {overview.kinds
              .filter((kind) => kind.group === group)
              .map(({ kind, label, counter, count }) => (
                <li key={kind}>
                  <a href={hrefOf(kind === 'site' ? 'edit/site/' : `list/${kind}`)}>{label}</a>
                  <span class="quiet">{kind === 'site' ? '' : `${String(count)} ${counter}`}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

export function ListView({ kind, overview }: { kind: string; overview: Overview }) {
  const about = overview.kinds.find((one) => one.kind === kind);
  const [items, setItems] = useState<RequestAnswer<'list'>>();
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    void ask('list', { kind }).then(setItems);
  }, [kind, overview.version]);
  if (!about) return <p class="waiting">没有这一类。</p>;
  const shown = (items ?? []).filter(({ name, detail, id }) => `${name} ${detail} ${id}`.includes(wanted.trim()));
  return (
    <main class="list">
      <h1>
        {about.label} <small class="quiet">{`${String(about.count)} ${about.counter}`}</small>
      </h1>
      <div class="list-tools">
        {!NOT_MADE_HERE.has(kind) && <NewEntry kind={kind} label={about.label} />}
        <label>
          在这里找
          <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
        </label>
      </div>
      {items === undefined ? (
        <p class="quiet">正在读……</p>
      ) : (
        <ul class="plain-list entries">
          {shown.slice(0, 500).map(({ id, name, detail, isDrafted, errors }) => (
            <li key={id}>
              <a href={hrefOf(`edit/${kind}/${id}`)}>{name}</a>
              <small>{detail}</small>
              {errors > 0 && <em class="is-bad">{`${String(errors)} 处错误`}</em>}
              {isDrafted && <em>草稿</em>}
            </li>
          ))}
        </ul>
      )}
      {shown.length > 500 && <p class="quiet">{`还有 ${String(shown.length - 500)} 个没有列出，写名字找。`}</p>}
    </main>
  );
}

function NewEntry({ kind, label }: { kind: string; label: string }) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask('create', { kind, name }).then(
          (id) => goTo(`edit/${kind}/${id}`),
          (error: unknown) => setFault(error instanceof Refused ? error.message : String(error)),
        );
      }}
    >
      <label>
        新建{label}，名称
        <input value={name} required maxLength={100} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit">新建</button>
      {fault !== '' && <p class="is-bad">{fault}</p>}
    </form>
  );
}

export function IssuesView({ version }: { version: number }) {
  const [issues, setIssues] = useState<RequestAnswer<'issues'>>();
  useEffect(() => {
    void ask('issues', {}).then(setIssues);
  }, [version]);
  if (!issues) return <p class="waiting">正在查……</p>;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return (
    <main class="list">
      <h1>问题</h1>
      <p class="quiet">
        {issues.length === 0
          ? '没有错误，也没有要留意的。'
          : `${String(errors)} 处错误，${String(issues.length - errors)} 处要留意。错误改好才能发布。`}
      </p>
      <ol class="issues">
        {issues.slice(0, 500).map(({ severity, kind, id, place, message, hint }, at) => (
          <li key={at} class={severity === 'error' ? 'is-error' : ''}>
            <p>{message}</p>
            <p class="hint">{hint}</p>
            <p class="quiet">{kind === undefined ? place : <a href={hrefOf(`edit/${kind}/${id ?? ''}`)}>{place}</a>}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}

export function SavedView({ version }: { version: number }) {
  const [saved, setSaved] = useState<RequestAnswer<'saved'>>();
  const [turn, setTurn] = useState(0);
  const [fault, setFault] = useState('');
  useEffect(() => {
    void ask('saved', {}).then(setSaved);
  }, [version, turn]);
  if (!saved) return <p class="waiting">正在读……</p>;
  const takeBack = (number: number): void => {
    ask('takeBack', { number }).then(
      (isDone) => {
        setFault(isDone ? '' : '这几个文件后来又改过，不能一下改回了。');
        setTurn(turn + 1);
      },
      (error: unknown) => setFault(error instanceof Refused ? error.message : String(error)),
    );
  };
  return (
    <main class="list">
      <h1>存入过的</h1>
      <p class="quiet">每次存入都能改回原样。改回也算一次存入，同样能再改回来。</p>
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {saved.length === 0 && <p class="quiet">在这台电脑上还没有存入过。</p>}
      <ul class="plain-list">
        {saved.map(({ number, at, title, files, canTakeBack }) => (
          <li key={number}>
            <span>{title}</span>
            <small>{`${formatTime(at)}，${files.join('、')}`}</small>
            <button type="button" disabled={!canTakeBack} onClick={() => takeBack(number)}>
              {canTakeBack ? '改回' : '后来又改过'}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** 14:02 of today, 11月28日 14:02 of other days. */
export function formatTime(at: number): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${String(date.getMonth() + 1)}月${String(date.getDate())}日 ${time}`;
}
