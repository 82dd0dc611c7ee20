import './desk.css';
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask, Refused } from './ask.ts';
import { EntryView } from './entry-view.tsx';
import { ImportView } from './import-view.tsx';
import { PublishView } from './publish-view.tsx';
import { HomeView, IssuesView, ListView, SavedView } from './lists.tsx';
import { followLink, useRoute } from './route.ts';
import { TopBar } from './top-bar.tsx';

function DeskApp() {
  const route = useRoute();
  const [overview, setOverview] = useState<RequestAnswer<'overview'>>();
  const [fault, setFault] = useState('');
  /** Grows with everything that the desk tells, long work included. */
  const [turn, setTurn] = useState(0);
  const look = useCallback(() => {
    ask('overview', {}).then(
      (answer) => {
        setOverview(answer);
        setFault('');
      },
      (error: unknown) => setFault(error instanceof Refused ? error.message : String(error)),
    );
  }, []);
  useEffect(() => {
    const events = new EventSource('/@desk/events');
    events.onmessage = () => {
      look();
      setTurn((before) => before + 1);
    };
    events.onerror = () => setFault('编辑台没有在运行。双击「编辑台」重新打开；写的东西还在草稿里。');
    return () => events.close();
  }, [look]);
  useEffect(() => {
    if (overview) document.title = `${overview.title}编辑台`;
  }, [overview]);
  if (!overview) return <p class="waiting">{fault === '' ? '正在读内容……' : fault}</p>;
  return (
    <div onClick={followLink}>
      <TopBar overview={overview} />
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <View route={route} overview={overview} turn={turn} />
    </div>
  );
}

function View({
  route,
  overview,
  turn,
}: {
  route: readonly string[];
  overview: RequestAnswer<'overview'>;
  turn: number;
}) {
  const [view = '', kind = '', ...rest] = route;
  const id = rest.join('/');
  switch (view) {
    case '':
      return <HomeView overview={overview} />;
    case 'list':
      return <ListView key={kind} kind={kind} overview={overview} />;
    case 'issues':
      return <IssuesView version={overview.version} />;
    case 'saved':
      return <SavedView version={overview.version} />;
    case 'publish':
      return <PublishView turn={turn} />;
    case 'import':
      return <ImportView />;
    case 'edit':
      return <EntryView key={`${kind}/${id}`} kind={kind} id={id} version={overview.version} />;
    default:
      return <p class="waiting">没有这一页。</p>;
  }
}

const root = document.querySelector('#desk');
if (root) render(<DeskApp />, root);
