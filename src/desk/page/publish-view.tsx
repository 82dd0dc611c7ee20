import { useEffect, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask } from './ask.ts';
import { hrefOf } from './route.ts';

type Publishing = RequestAnswer<'publishing'>;
type Releases = RequestAnswer<'releases'>;

const MOST_PAGES = 60;

/** Builds, shows what will change for readers, sends it, and can let the release before be seen again. */
export function PublishView({ turn }: { turn: number }) {
  const [publishing, setPublishing] = useState<Publishing>();
  const [chosen, setChosen] = useState('');
  const [releases, setReleases] = useState<Releases>([]);
  const [fault, setFault] = useState('');
  const fail = (error: unknown): void => setFault(error instanceof Error ? error.message : String(error));
  useEffect(() => {
    ask('publishing', {}).then(setPublishing, fail);
  }, [turn]);
  const target = chosen === '' ? (publishing?.targets[0]?.id ?? '') : chosen;
  const isRunning = publishing?.job?.isRunning === true;
  useEffect(() => {
    if (target === '' || isRunning) return;
    ask('releases', { target }).then(setReleases, fail);
  }, [target, isRunning]);
  if (!publishing) return <p class="waiting">{fault === '' ? '正在看……' : fault}</p>;
  const { targets, job } = publishing;
  const act = (work: Promise<unknown>): void => {
    setFault('');
    work.catch(fail);
  };
  if (targets.length === 0)
    return <NoTarget fault={fault} onAdd={(folder) => act(ask('addFolderTarget', { folder }))} />;
  return (
    <main class="list publish">
      <h1>发布</h1>
      {targets.length > 1 && (
        <label>
          发布到
          <select value={target} disabled={isRunning} onChange={(event) => setChosen(event.currentTarget.value)}>
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {targets.length === 1 && <p class="quiet">{`发布到「${targets[0]?.name ?? ''}」。`}</p>}
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <p>
        <button type="button" disabled={isRunning} onClick={() => act(ask('planRelease', { target }))}>
          看看会发什么
        </button>
      </p>
      <div role="status">
        {job && isRunning && (
          <p>
            {`${job.kind === 'publish' ? '正在发布' : job.kind === 'back' ? '正在退回' : '正在准备'}：${job.progress}`}
            {job.kind === 'publish' && (
              <button type="button" class="link" onClick={() => act(ask('stopJob', {}))}>
                停下
              </button>
            )}
          </p>
        )}
        {job?.result !== undefined && <p>{job.result}</p>}
      </div>
      {job?.fault !== undefined && (
        <section class="refused" role="alert">
          <h2>没有做成</h2>
          <pre>{job.fault}</pre>
          <p>
            <a href={hrefOf('issues')}>看问题</a>
          </p>
        </section>
      )}
      {job?.plan && job.kind === 'plan' && !isRunning && (
        <Plan plan={job.plan} onSend={() => act(ask('sendRelease', {}))} />
      )}
      {releases.length > 0 && (
        <section>
          <h2>网上留着的版本</h2>
          <ul class="plain-list">
            {releases.map(({ id, time, files, pages, isCurrent }) => (
              <li key={id}>
                <span>{new Date(time).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })}</span>
                <small>{`${String(files)} 个文件；新 ${String(pages.added)} 页，改 ${String(pages.changed)} 页，去掉 ${String(pages.gone)} 页`}</small>
                {isCurrent ? (
                  <em>现在这一版</em>
                ) : (
                  <button
                    type="button"
                    disabled={isRunning}
                    onClick={() => act(ask('goBack', { target, release: id }))}
                  >
                    退回这一版
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Plan({ plan, onSend }: { plan: NonNullable<NonNullable<Publishing['job']>['plan']>; onSend: () => void }) {
  if (plan.isUpToDate) return <p>网上已经是这一版，不用发。</p>;
  return (
    <section>
      <Pages label="新页面" pages={plan.added} />
      <Pages label="改过的页面" pages={plan.changed} />
      <Pages label="不再有的页面" pages={plan.gone} isGone />
      {plan.clearedReleases.length > 0 && (
        <p>{`留着的 ${plan.clearedReleases.join('、')} 里有已撤下的人，会一起删掉，不能再退回去。`}</p>
      )}
      <p>
        <button type="button" class="main-button" onClick={onSend}>
          {`发布，${String(plan.files)} 个文件，${formatSize(plan.bytes)}`}
        </button>
      </p>
    </section>
  );
}

function Pages({ label, pages, isGone = false }: { label: string; pages: readonly string[]; isGone?: boolean }) {
  if (pages.length === 0) return null;
  return (
    <details open={pages.length <= 12}>
      <summary>{`${label} ${String(pages.length)} 个`}</summary>
      <ul class="plain-list">
        {pages.slice(0, MOST_PAGES).map((page) => (
          <li key={page}>
            {isGone ? (
              <span>{`/${page}`}</span>
            ) : (
              <a href={`/${page}`} target="_blank" rel="noopener">
                {`/${page}`}
              </a>
            )}
          </li>
        ))}
      </ul>
      {pages.length > MOST_PAGES && <p class="quiet">{`还有 ${String(pages.length - MOST_PAGES)} 个没有列出。`}</p>}
    </details>
  );
}

function NoTarget({ fault, onAdd }: { fault: string; onAdd: (folder: string) => void }) {
  const [folder, setFolder] = useState('');
  return (
    <main class="list publish">
      <h1>发布</h1>
      <p>
        还没有说发布到哪里。写一个文件夹：网站服务器的文件夹，或者共享盘、U
        盘里的文件夹。发到别的主机、对象存储，或者打成压缩包，照 SERVING.md 写 publish.json。
      </p>
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <form
        class="mend"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(folder);
        }}
      >
        <label>
          文件夹
          <input required value={folder} onInput={(event) => setFolder(event.currentTarget.value)} />
        </label>
        <button type="submit">就发到这里</button>
      </form>
    </main>
  );
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
