/**
 * The directory's filters and pages without a reload: a link inside `[data-turn]` brings the page it leads to, of which the text
 * and the breadcrumb are taken. The address, the title and the history are those of that page, so it can be shared, and back and
 * forward work. Whatever goes wrong, the link is followed as a link.
 */
const PARTS = ['main', '.breadcrumb'] as const;
const announcement = document.createElement('p');
announcement.setAttribute('role', 'status');
announcement.className = 'visually-hidden';
document.body.append(announcement);
let turning = new AbortController();
/** The page whose text is shown, or will be in a moment. */
let goal = withoutFragment(location.href);

document.addEventListener('click', (event) => {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-turn] a') : null;
  if (!link || !isPlain || event.defaultPrevented) return;
  event.preventDefault();
  void turnTo(link.href, () => history.pushState(null, '', link.href));
});

addEventListener('popstate', () => {
  // A link within the page, such as the one past the header, is told in the same way and turns nothing.
  if (withoutFragment(location.href) !== goal) void turnTo(location.href);
});

async function turnTo(address: string, remember?: () => void): Promise<void> {
  turning.abort();
  turning = new AbortController();
  goal = withoutFragment(address);
  const { signal } = turning;
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (signal.aborted) return;
    const pairs = PARTS.map((part) => [document.querySelector(part), page.querySelector(part)] as const);
    if (pairs.some(([old, fresh]) => !old || !fresh)) throw new Error(`No directory at ${address}`);
    remember?.();
    for (const [old, fresh] of pairs) old?.replaceChildren(...(fresh?.childNodes ?? []));
    document.title = page.title;
    settle(address, remember !== undefined);
  } catch (error) {
    if (signal.aborted) return;
    console.info(error);
    location.assign(address);
  }
}

/** After the turn the focus is on the chosen word, or on the text where that has gone, and what there is now is announced. */
function settle(address: string, isChosen: boolean): void {
  const main = document.querySelector('main');
  const chosen = [...document.querySelectorAll<HTMLAnchorElement>('.facets a')].find(({ href }) => href === address);
  if (isChosen) {
    (chosen ?? main)?.focus({ preventScroll: true });
    main?.scrollIntoView();
  }
  announcement.textContent = main?.querySelector('.lede')?.textContent.trim().replace(/\s+/g, ' ') ?? '';
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '');
}
