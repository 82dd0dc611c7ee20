import { useEffect, useRef, useState } from 'preact/hooks';

const MODES = [
  { mode: 'phone', label: '手机', width: 390 },
  { mode: 'desktop', label: '电脑', width: 1280 },
  { mode: 'elder', label: '长辈', width: 390 },
] as const;

/** The true page, drafts included. It keeps its scroll: only what stands in its main part is put in anew. */
export function Preview({ page, version }: { page: string | undefined; version: number }) {
  const [mode, setMode] = useState<(typeof MODES)[number]['mode']>('phone');
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const turn = useRef(0);
  const width = MODES.find((one) => one.mode === mode)?.width ?? 390;

  useEffect(() => {
    if (!room.current) return;
    const fit = (): void => setScale(Math.min(1, (room.current?.clientWidth ?? width) / width));
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [width, page]);

  useEffect(() => {
    if (page === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const inside = frame.current?.contentDocument;
    if (!inside || frame.current?.contentWindow?.location.pathname !== page) return;
    void fetch(page).then(async (response) => {
      const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
      const shown = inside.querySelector('main');
      if (mine !== turn.current || !next || !shown) return;
      const changed = findChanged(shown, next);
      shown.replaceWith(inside.adoptNode(next));
      changed?.scrollIntoView({ block: 'nearest' });
    });
  }, [page, version]);

  const setElder = (): void => {
    const root = frame.current?.contentDocument?.documentElement;
    if (mode === 'elder') root?.setAttribute('data-elder', '');
    else root?.removeAttribute('data-elder');
  };
  useEffect(setElder, [mode]);

  return (
    <aside class="preview" aria-label="网页">
      <div class="preview-modes" role="group" aria-label="用什么看">
        {MODES.map((one) => (
          <button key={one.mode} type="button" aria-pressed={mode === one.mode} onClick={() => setMode(one.mode)}>
            {one.label}
          </button>
        ))}
      </div>
      {page === undefined ? (
        <p class="preview-none">还没有网页。把标着「必填」的写好，网页就出来了。</p>
      ) : (
        <div class="preview-room" ref={room}>
          <iframe
            key={page}
            ref={frame}
            src={page}
            title="网页，随写随变"
            style={{
              width: `${String(width)}px`,
              height: `${String(100 / scale)}%`,
              transform: `scale(${String(scale)})`,
            }}
            onLoad={setElder}
          />
        </div>
      )}
    </aside>
  );
}

/** The first paragraph or row that says something else than before, to be brought into view. */
function findChanged(before: Element, after: Element): Element | undefined {
  const blocks = 'p, li, tr, h1, h2, h3, figcaption';
  const known = new Set([...before.querySelectorAll(blocks)].map(({ textContent }) => textContent));
  return [...after.querySelectorAll(blocks)].find(({ textContent }) => !known.has(textContent));
}
