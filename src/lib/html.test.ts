import { expect, test } from 'vitest';
import { escapeHtml, htmlAttributes, scriptJson } from './html.ts';

test('text cannot end its element or its quoted attribute', () => {
  expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
});

test('attributes are left out, bare or quoted by their value', () => {
  expect(htmlAttributes({ href: '/a?b=1&c="2"', hidden: true, id: undefined, disabled: false, alt: '' })).toBe(
    ' href="/a?b=1&amp;c=&quot;2&quot;" hidden alt=""',
  );
});

test('JSON in a script element cannot end it and reads back as it was', () => {
  const value = { html: '</script><!--', separators: '\u2028\u2029' };

  const json = scriptJson(value);

  expect(json).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual(value);
});
