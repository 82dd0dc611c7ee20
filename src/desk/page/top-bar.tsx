import { useRef, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { Finder } from './finder.tsx';
import { goTo, hrefOf } from './route.ts';

export function TopBar({ overview }: { overview: RequestAnswer<'overview'> }) {
  const { title, errors, warnings, drafts } = overview;
  const [turn, setTurn] = useState(0);
  const bar = useRef<HTMLElement>(null);
  return (
    <header class="top" ref={bar}>
      <a class="top-title" href={hrefOf('')}>
        {title}
      </a>
      <Finder
        key={turn}
        label="找人、单位、数字……"
        onPick={({ kind, id }) => {
          setTurn(turn + 1);
          goTo(`edit/${kind}/${id}`);
        }}
      />
      <nav class="top-nav" aria-label="编辑台">
        <a href={hrefOf('issues')}>
          问题 <b class={errors > 0 ? 'count is-bad' : 'count'}>{errors + warnings}</b>
        </a>
        <a href={hrefOf('')}>
          草稿 <b class="count">{drafts.length}</b>
        </a>
        <a href={hrefOf('import')}>导入表格</a>
        <a href={hrefOf('saved')}>改回</a>
        <a href="/" target="_blank" rel="noopener">
          看整站
        </a>
        <a class="publish-link" href={hrefOf('publish')}>
          发布
        </a>
      </nav>
    </header>
  );
}
