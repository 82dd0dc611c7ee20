import { expect, test } from 'vitest';
import { fromShownText, toShownText } from '../lib/search-tokens.ts';
import { SeededRandom } from '../lib/seeded-random.ts';
import { parseMdxBody } from '../reader/mdx-body.ts';
import { AUTHOR_COMPONENTS } from '../schemas/author-components.ts';
import { renderBody } from '../views/body.ts';
import { bodyText } from '../views/body-text.ts';
import { openHealthySite } from './healthy-site.ts';

/**
 * What is written is what is shown: whatever figures, characters and marks stand inside a <Fact>, every face of the site has the
 * same characters, or the check refuses the text. The texts come from a seed, so a failure repeats.
 */
const TEXTS = 4000;
const PIECES = [
  ...'0123456789',
  ...'年月日台家项万亿余多约近约人米毫度号第一二三十百',
  ...'，。、；：（）《》「」“”—…·～－×÷±％‰℃①',
  ...'.,:;!?+-=/%()[]~^|@$',
  ...[
    '*',
    '**',
    '_',
    '`',
    '#',
    '~',
    '~~',
    '100',
    '2023',
    '5~8',
    '10*20',
    ' ',
    '1.',
    '-',
    '>',
    'http://',
    '☆',
    '３',
    'Ａ',
  ],
];

/**
 * Between two characters, so that the text is within a line and not at its end, where blanks say nothing. Runs of blanks are one, as
 * browsers show them. Of `**` there is one at most: two around a word are meant, and make it bold.
 */
function buildText(random: SeededRandom): string {
  const pieces = Array.from({ length: random.integer(1, 9) }, () => random.pick(PIECES));
  const first = pieces.indexOf('**');
  const inner = pieces.filter((piece, at) => piece !== '**' || at === first).join('');
  return `带${inner}台`.replaceAll(/ {2,}/g, ' ').replaceAll(/(?<=\*\*.*)\*{2,}/g, '*');
}

const context = await openHealthySite();

function unescapeHtml(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '');
}

/** The text of the fact in each face. */
function showFaces(text: string): Record<string, string> | 'refused' {
  const source = `前<Fact source="daily-2023" locator="第1段">${text}</Fact>后。`;
  const { body, issues } = parseMdxBody({ text: source, file: 'a.mdx', firstLine: 1 }, AUTHOR_COMPONENTS);
  if (issues.length > 0) return 'refused';
  const between = (shown: string): string => /前(?<fact>.*)后。/su.exec(shown)?.groups?.['fact'] ?? shown;
  const plain = bodyText(body.nodes, context);
  const { html } = renderBody(body, context);
  const record = { title: '题', names: [], related: [], facts: '', body: plain, hidden: [] };
  return {
    page: between(unescapeHtml(html.replaceAll(/<sup.*?<\/sup>|\u2060|<[^>]*>/gsu, ''))),
    data: between(plain),
    search: between(fromShownText(toShownText(record)).body),
  };
}

test('every face shows the characters that were typed, or the text is refused', () => {
  const random = new SeededRandom('facts as typed');
  const wrong: unknown[] = [];
  let shown = 0;
  for (let at = 0; at < TEXTS; at += 1) {
    const text = buildText(random);
    const faces = showFaces(text);
    if (faces === 'refused') continue;
    shown += 1;
    for (const [face, seen] of Object.entries(faces)) if (seen !== text) wrong.push({ face, text, seen });
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(shown).toBeGreaterThan(TEXTS / 4);
});
