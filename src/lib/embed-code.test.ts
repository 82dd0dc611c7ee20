import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE, EMBED_COLUMNS, EMBED_PARTS, EMBED_THEMES, embedCode, embedLine } from './embed-code.ts';

const ROOT = 'https://example.org/jiangce/embed/';
const frame = {
  url: `${ROOT}talent/`,
  title: '「师傅」与"徒弟"',
  heights: { all: { phone: 830, column: 590 }, chart: { phone: 200, column: 320 } },
};

describe('the code to copy', () => {
  test('is one line with a title and the column’s height, a phone’s where styles are kept, and below it a listener', () => {
    expect(embedCode(frame, DEFAULT_CHOICE, ROOT)).toMatchInlineSnapshot(`
      "<iframe src="https://example.org/jiangce/embed/talent/" title="「师傅」与&quot;徒弟&quot;" width="100%" height="590" loading="lazy" frameborder="0" style="border:0;height:clamp(590px,(480px - 100vw)*999,830px)"></iframe>
      <script>
      addEventListener('message', function (event) {
        var data = event.data || {};
        if (data.type !== 'jiangce:height' || !Number.isFinite(data.height)) return;
        document.querySelectorAll('iframe[src^="https://example.org/jiangce/embed/"]').forEach(function (frame) {
          var isSandboxed = frame.hasAttribute('sandbox') || self.origin === 'null';
          var origins = ['https://example.org'].concat(isSandboxed ? 'null' : []);
          if (event.source !== frame.contentWindow || !origins.includes(event.origin)) return;
          var height = Math.max(100, Math.min(data.height, 4000));
          frame.style.setProperty('height', height + 'px', 'important');
        });
      });
      document.querySelectorAll('iframe[src^="https://example.org/jiangce/embed/"]').forEach(function (frame) {
        frame.contentWindow.postMessage('jiangce:ask', '*');
      });
      </script>"
    `);
  });

  test.each([
    [{ theme: 'dark' }, '/talent/?theme=dark"', 'height="590"', 'clamp(590px,(480px - 100vw)*999,830px)'],
    [{ part: 'chart', theme: 'light' }, '/talent/?only=chart&amp;theme=light"', 'height="320"', 'style="border:0"'],
    [{ column: 'narrow' }, '/talent/"', 'height="830"', 'style="border:0"'],
  ] as const)('says what was chosen: %j', (choice, ...parts) => {
    const line = embedLine(frame, { ...DEFAULT_CHOICE, ...choice });
    for (const part of parts) expect(line).toContain(part);
  });

  test('begins with the line that is copied alone, whatever was chosen', () => {
    for (const part of EMBED_PARTS)
      for (const theme of EMBED_THEMES)
        for (const column of EMBED_COLUMNS) {
          const choice = { part, theme, column };
          expect(embedCode(frame, choice, ROOT).split('\n')[0]).toBe(embedLine(frame, choice));
        }
  });

  test('has nothing in its script that an article editor would turn into an entity', () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(embedCode(frame, DEFAULT_CHOICE, ROOT))?.[1];

    expect(script).toBeDefined();
    expect(script).not.toMatch(/[&<]/);
  });
});
