import { type Unzipped, unzipSync, zipSync } from 'fflate';

const STYLES = 'xl/styles.xml';
/** No real spreadsheet of people unpacks to more than this; a larger one may be an attack. */
const MOST_BYTES = 300_000_000;

/**
 * Number formats that Chinese Excel and WPS refer to by id alone (ECMA-376 part 1, 18.8.30, zh-cn). The library knows that they
 * are dates but not which parts they show, and 2023年7月 is not 2023年7月1日.
 */
const FORMATS: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Spells these formats out in the styles of an .xlsx file. Gives the same bytes where none of them is used. */
export function spellOutDateFormats(bytes: Uint8Array): Uint8Array {
  const styles = unzipPart(bytes, ({ name }) => name === STYLES)[STYLES];
  if (!styles) return bytes;
  const text = new TextDecoder().decode(styles);
  const used = Object.entries(FORMATS).filter(([id]) => {
    const isUsed = new RegExp(`<xf\\b[^>]*\\bnumFmtId="${id}"`).test(text);
    return isUsed && !new RegExp(`<numFmt\\b[^>]*\\bnumFmtId="${id}"`).test(text);
  });
  if (used.length === 0) return bytes;
  const definitions = used
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
    .join('');
  const spelt = text.includes('</numFmts>')
    ? text.replace('</numFmts>', () => `${definitions}</numFmts>`)
    : text.replace(/<numFmts\b[^>]*\/>|(?=<fonts\b)/, () => `<numFmts>${definitions}</numFmts>`);
  const parts = unzipPart(bytes, () => true);
  return zipSync({ ...parts, [STYLES]: new TextEncoder().encode(spelt) }, { level: 0 });
}

function unzipPart(bytes: Uint8Array, isWanted: (file: { name: string }) => boolean): Unzipped {
  let total = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isWanted({ name })) return false;
      total += originalSize;
      if (total > MOST_BYTES) throw new RangeError('The package is too large.');
      return true;
    },
  });
}
