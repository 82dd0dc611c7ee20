/** A word under which a token can be found. */
export interface IndexedWord {
  word: string;
  /** The word with its accents, where it has any: 「Citroën」 is also found as citroen. */
  form: string | undefined;
  /** Of a part of a longer word: 「VRChat」 is also found as vr and chat. */
  weight: number;
}

/** Of a whole word. Pagefind's browser side squares weights when it ranks. */
const WHOLE_WEIGHT = 24;

const DROPPED = /[^\p{Alphabetic}\p{N}\p{Pc}]/gu;
const SEPARATORS = /[!-/:-@[-`{-~\u00ad]/g;
/** aB, ABc, 5G and M5. */
const PART_STARTS =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[0-9])(?=[\p{Ll}\p{Lu}])|(?<=[\p{Ll}\p{Lu}])(?=[0-9])/gu;
/** Kana keep their marks: が is another sound than か. */
const KANA = /[\u3040-\u30ff]+/gu;
const ACCENTED = /[^\u3040-\u30ff]+/gu;

/**
 * The words of a token, as Pagefind makes them: in lower case, without marks and accents, with the parts of words that are put
 * together. Hidden tokens, which begin with a low line, have no parts here: as parts they would be found where no text has them.
 */
export function toIndexedWords(token: string): IndexedWord[] {
  const lower = token.replaceAll(DROPPED, '').replaceAll(/\p{Uppercase}/gu, (letter) => letter.toLowerCase());
  if (lower === '') return [];
  const parts = token.startsWith('_') ? [] : toParts(token, lower);
  const partWeight = Math.max(1, Math.floor(WHOLE_WEIGHT / Math.max(1, parts.length)));
  return [toWord(lower, WHOLE_WEIGHT), ...parts.map((part) => toWord(part, partWeight))];
}

function toParts(token: string, lower: string): string[] {
  const parts = token
    .replaceAll(SEPARATORS, ' ')
    .replaceAll(PART_STARTS, ' ')
    .toLowerCase()
    .split(/\s+/u)
    .filter((part) => part !== '');
  if (parts.length < 2 && lower.startsWith(parts[0] ?? '')) return [];
  return parts.filter((part) => Buffer.byteLength(part) > 1);
}

function toWord(form: string, weight: number): IndexedWord {
  const word = form
    .replaceAll(ACCENTED, (run) => run.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .replaceAll(KANA, (run) => run.normalize('NFC'));
  return { word, form: word === form ? undefined : form, weight };
}
