import { describe, expect, test } from 'vitest';
import { getById } from '../catalogue/catalogue.ts';
import { getHealthyFile } from '../tests/content-fixtures.ts';
import { openHealthySite } from '../tests/healthy-site.ts';
import { renderBody, type RenderedBody } from './body.ts';

async function renderLinMo(body: string): Promise<RenderedBody> {
  const [, frontmatter = ''] = getHealthyFile('craftsmen/lin-mo.mdx').split('---\n');
  const site = await openHealthySite({ 'craftsmen/lin-mo.mdx': `---\n${frontmatter}---\n\n${body}\n` });
  return renderBody(getById(site.catalogue.entries.craftsmen, 'lin-mo').body, site);
}

const fact = (text: string, locator = '第3段'): string =>
  `<Fact source="daily-2023" locator="${locator}">${text}</Fact>`;

describe('renderBody', () => {
  test('gives one number to one place in a source, and counts on for another', async () => {
    const { html, notes } = await renderLinMo(`${fact('20余名')}徒弟，${fact('3项')}成果，${fact('15年', '第4段')}。`);
    expect([...html.matchAll(/href="#note-(\d+)"/g)].map(([, number]) => number)).toEqual(['1', '1', '2']);
    expect(notes).toHaveLength(2);
  });

  test('keeps a figure with its qualifier and unit on one line; words may break', async () => {
    const { html } = await renderLinMo(
      `带出${fact('20余名')}徒弟，${fact('纵向横向都走得通')}，${fact('2023年以来一共有20余名')}。`,
    );
    expect([...html.matchAll(/<span class="fact whole">([^<]+)/g)].map(([, text]) => text)).toEqual(['20余名']);
  });

  test('prints an observation with qualifier and unit, as a link to its indicator', async () => {
    const { html } = await renderLinMo('全市有<Stat id="skilled-workers" at="2023" />技能人才。');
    expect(html).toContain('>58.15万人</a>');
    expect(html).toMatch(/href="[^"]*\/statistics\/skilled-workers\/"/);
  });

  test('prints the name of what a Ref points at, or the words it wraps', async () => {
    const { html } = await renderLinMo('<Ref to="craftsmen/shan-yu" />是<Ref to="craftsmen/shan-yu">徒弟</Ref>。');
    expect(html).toContain('>单宇</a>是<a');
    expect(html).toContain('>徒弟</a>。');
  });

  test('escapes what an author writes', async () => {
    const { html } = await renderLinMo(`他说 a & b "c" \`x\` 。`);
    expect(html).toContain('a &amp; b &quot;c&quot;');
  });

  test('lets a heading be linked to', async () => {
    const { html, headings } = await renderLinMo('首段。\n\n## 手艺\n\n正文。');
    expect(headings).toEqual([{ id: 's1', text: '手艺', level: 2 }]);
    expect(html).toContain('<h2 id="s1">手艺</h2>');
  });

  test('puts a component that stands alone on its line in a paragraph', async () => {
    const { html } = await renderLinMo('<Stat id="skilled-workers" at="2023" />');
    expect(html).toMatch(/^<p><a class="stat"/);
  });
});
