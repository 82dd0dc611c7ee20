import { pinyin } from 'pinyin-pro';
import { listFiles } from '../../../scripts/sites/built-site.ts';
import { readFileTexts } from './file-texts.ts';

/** In the search index a name stands as pairs of characters: 许振 振超. */
function toPairs(name: string): string {
  return [...name]
    .slice(0, -1)
    .map((character, at) => `${character}${[...name][at + 1] ?? ''}`)
    .join(' ');
}

/** A name in Latin letters: with tones and without, its syllables joined in each way that people write. */
function toLatin(name: string): string[] {
  return (['none', 'symbol', 'num'] as const).flatMap((toneType) => {
    const [surname = '', ...given] = pinyin(name, { toneType, type: 'array', surname: 'head', v: true });
    const first = given[0] ?? '';
    return ['', ' ', '-', '_', "'"].flatMap((gap) => [
      [surname, ...given].join(gap),
      `${surname}${gap}${given.join('')}`,
      `${given.join('')}${gap}${surname}`,
      `${surname}${gap}${first}${given
        .slice(1)
        .map((syllable) => syllable[0])
        .join('')}`,
    ]);
  });
}

/** All by which a person could be found. Three initials stand in any longer text by chance; those of the index have their mark. */
export function tracesOf({ id, name }: { id: string; name: string }): string[] {
  const initials = pinyin(name, { pattern: 'first', type: 'array', toneType: 'none' }).join('');
  return [
    ...new Set([id, name, [...name].join(' '), toPairs(name), ...toLatin(name), `"${initials}"`, `_${initials} `]),
  ];
}

/** `file: trace` for each of the traces in any file's name, bytes or packed text. */
export function findTraces(folder: string, traces: readonly string[]): string[] {
  const forms = traces.flatMap((trace) => [trace, encodeURIComponent(trace)]);
  return listFiles(folder).flatMap((file) => {
    const texts = readFileTexts(folder, file).map((text) => text.toLowerCase());
    return [...new Set(forms)]
      .filter((form) => texts.some((text) => text.includes(form.toLowerCase())))
      .map((form) => `${file}: ${form}`);
  });
}
