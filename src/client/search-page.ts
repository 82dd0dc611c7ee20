/** The search page: runs the query in the address and shows what Pagefind finds. */

interface PagefindResult {
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}
interface Pagefind {
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

const results = document.querySelector<HTMLElement>('#results');
const input = document.querySelector<HTMLInputElement>('#query');
const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
const MOST = 30;

if (results && input && query !== '') {
  input.value = query;
  void show(results, query);
}

async function show(target: HTMLElement, text: string): Promise<void> {
  target.dataset['searchState'] = 'loading';
  try {
    const bundle = `${target.dataset['bundle'] ?? '/pagefind/'}pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind;
    const found = await pagefind.search(text);
    const pages = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
    const count = document.createElement('p');
    count.textContent = found.results.length === 0 ? `没有找到「${text}」，可以换个说法，或从下面的栏目找起。` : `找到${String(found.results.length)}条。`;
    const list = document.createElement('ol');
    list.className = 'search-results';
    list.append(...pages.map(buildItem));
    target.replaceChildren(count, list);
    target.dataset['searchState'] = 'done';
  } catch {
    target.textContent = '搜索暂时用不了，可以从下面的栏目找起。';
    target.dataset['searchState'] = 'error';
  }
}

function buildItem(page: { url: string; excerpt: string; meta: { title?: string } }): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = page.url;
  link.textContent = page.meta.title ?? page.url;
  const excerpt = document.createElement('p');
  // Pagefind escapes the page's text and adds only <mark>.
  excerpt.innerHTML = page.excerpt;
  item.append(link, excerpt);
  return item;
}
