import { LEAD, type Subject, SUBJECTS } from './sentences.ts';
import type { SeededRandom } from '../../src/lib/seeded-random.ts';

/** The values for the placeholders in a profile's sentences. */
export interface Scene {
  name: string;
  /** 他 or 她. */
  pronoun: string;
  employer: string;
  trade: string;
  parts: readonly string[];
  tools: readonly string[];
  troubles: readonly string[];
  methods: readonly string[];
  /** Sources that figures may cite. */
  citations: readonly { source: string; locator: string }[];
  /** Observations that may be mentioned. */
  observations: readonly { statistic: string; period: string; title: string; place: string }[];
}

const LEAST_CHARACTERS = 600;
const MOST_CHARACTERS = 1200;
/** The sentences of a subject do not suffice for much more. */
const CHARACTERS_A_SUBJECT = 260;
const LEAD_CHARACTERS = 60;
const MOST_SUBJECTS = 4;

/** Generates the MDX body of a profile: two to five paragraphs, 600 to 1200 Han characters, every figure with its source. */
export function buildBody(scene: Scene, random: SeededRandom): string {
  const wanted = random.integer(LEAST_CHARACTERS + 40, MOST_CHARACTERS - 60);
  const count = Math.min(MOST_SUBJECTS, Math.ceil((wanted - LEAD_CHARACTERS) / CHARACTERS_A_SUBJECT));
  const lead = fill(random.pick(LEAD.who) + random.pick(LEAD.known), scene, random);
  const chosen = new Set(random.shuffle(SUBJECTS).slice(0, count));
  const share = (wanted - countHan(lead)) / count;
  const hasHeadings = random.chance(0.35);
  let body = lead;
  for (const subject of SUBJECTS.filter((candidate) => chosen.has(candidate))) {
    const joinsOn = !hasHeadings && body !== lead && random.chance(0.4);
    body += joinsOn ? '' : hasHeadings ? `\n\n## ${subject.heading}\n\n` : '\n\n';
    body += buildParagraph(subject, share, scene, random);
  }
  return `${body}\n`;
}

/** Sentences of one subject, each used once, up to the wanted length. */
function buildParagraph({ sentences }: Subject, characters: number, scene: Scene, random: SeededRandom): string {
  let text = '';
  for (const sentence of random.shuffle(sentences)) {
    if (countHan(text) >= characters - 15) break;
    text += fill(sentence, scene, random);
  }
  return text;
}

/** Counts the Han characters that a reader sees. */
export function countHan(mdx: string): number {
  return mdx.replaceAll(/<[^>]*>/g, '').match(/\p{Script=Han}/gu)?.length ?? 0;
}

function fill(sentence: string, scene: Scene, random: SeededRandom): string {
  const observation = random.pick(scene.observations);
  const words: Readonly<Record<string, () => string>> = {
    name: () => scene.name,
    ta: () => scene.pronoun,
    employer: () => scene.employer,
    trade: () => scene.trade,
    part: () => random.pick(scene.parts),
    tool: () => random.pick(scene.tools),
    trouble: () => random.pick(scene.troubles),
    method: () => random.pick(scene.methods),
    place: () => observation.place,
    statistic: () => observation.title,
    year: () => `${observation.period}年`,
    stat: () => `<Stat id="${observation.statistic}" at="${observation.period}" />`,
  };
  return sentence
    .replaceAll(/\{(\w+)\}/g, (token, word: string) => words[word]?.() ?? token)
    .replaceAll(
      /\[([^|\]]*)\|([\d.]+)-([\d.]+)\|([^\]]+)\]/g,
      (_token, before: string, least: string, most: string, unit: string) => {
        const { source, locator } = random.pick(scene.citations);
        const exact = figureBetween(least, most, random);
        const figure = before === '近' ? String(Number(Number(exact).toPrecision(1))) : exact;
        return `<Fact source="${source}" locator="${locator}">${before}${figure}${unit}</Fact>`;
      },
    );
}

/** A random figure in a range, with as many decimals as the ends of the range. */
function figureBetween(least: string, most: string, random: SeededRandom): string {
  const decimals = least.split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  return (random.integer(Math.round(Number(least) * scale), Math.round(Number(most) * scale)) / scale).toFixed(
    decimals,
  );
}
