import type { BodyNode } from '../reader/body.ts';
import { type BodyText, collectTexts, replaceTexts } from '../reader/body-texts.ts';
import { findMentions, SUBSTITUTE, type WithdrawnName } from './withdrawn-names.ts';

/** A line break may stand within a name, the end of a block may not; nor may what a component prints. */
const BORDERS = { block: '\u0000', printed: '\u0000', lineBreak: '\n' } as const;

/** Takes a name out of a body, wherever marks, links or line breaks divide it: **林**墨, [林](…)墨. Undefined where it does not stand there. */
export function redactNodes(nodes: readonly BodyNode[], name: WithdrawnName): BodyNode[] | undefined {
  const texts = collectTexts(nodes, BORDERS);
  const found = findMentions(texts.map(({ text }) => text).join(''), name);
  if (found.length === 0) return undefined;
  return replaceTexts(nodes, cutOut(texts, found));
}

/** All that a body prints of its own text. */
export function joinTexts(nodes: readonly BodyNode[]): string {
  return collectTexts(nodes, BORDERS)
    .map(({ text }) => text)
    .join('');
}

/** The texts that hold a part of a stretch: the first has the substitute in its place, the others nothing. */
function cutOut(
  texts: readonly BodyText[],
  stretches: readonly [number, number][],
): Map<readonly BodyNode[], Map<number, string>> {
  const changed = new Map<readonly BodyNode[], Map<number, string>>();
  let start = 0;
  for (const { text, holder, index } of texts) {
    const end = start + text.length;
    if (holder) {
      const own = stretches.filter(([from, to]) => from < end && to > start);
      const redacted = own.reduceRight((rest, [from, to]) => {
        const left = rest.slice(0, Math.max(0, from - start));
        return left + (from >= start ? SUBSTITUTE : '') + rest.slice(Math.min(text.length, to - start));
      }, text);
      if (own.length > 0) {
        const ofHolder = changed.get(holder) ?? new Map<number, string>();
        changed.set(holder, ofHolder.set(index, redacted));
      }
    }
    start = end;
  }
  return changed;
}

/** Text of a link or `<Ref>` that leads to a withdrawn person: 林师傅 names them too. */
export function redactPointerText(children: readonly BodyNode[], names: readonly WithdrawnName[]): BodyNode[] {
  const text = joinTexts(children);
  const holdsPart = names.some(({ written }) =>
    written.some((name) =>
      [...name].some((character) => /\p{Script=Han}/u.test(character) && text.includes(character)),
    ),
  );
  return holdsPart ? [SUBSTITUTE] : [...children];
}
