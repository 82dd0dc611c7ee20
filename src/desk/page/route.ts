import { useEffect, useState } from 'preact/hooks';

const OWN = '/@desk/';

/** Where in the desk one is: `edit/craftsmen/guo-lei`. */
export function useRoute(): readonly string[] {
  const [path, setPath] = useState(currentPath());
  useEffect(() => {
    const follow = (): void => setPath(currentPath());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return path.split('/').filter((part) => part !== '');
}

export function hrefOf(path: string): string {
  return `${OWN}${path}`;
}

export function goTo(path: string): void {
  history.pushState(null, '', hrefOf(path));
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

/** Follows a link within the desk without loading the page anew. */
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (link?.target !== '' || link.origin !== location.origin || !link.pathname.startsWith(OWN)) return;
  event.preventDefault();
  goTo(link.pathname.slice(OWN.length));
}

function currentPath(): string {
  return location.pathname.slice(OWN.length);
}
