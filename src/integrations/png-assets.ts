import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';
import { once } from '../lib/memoize.ts';
import type { PngAssets } from '../renderers/png/render-png.ts';

const WASM = '@resvg/resvg-wasm/index_bg.wasm';
/** The weights that drawings use: text, bold text, figures and headlines. */
const FONTS = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
] as const;

/** What PNG pictures are drawn with, read once a process: 2.5 MB of program and 36 MB of fonts, all from npm packages. */
export const loadPngAssets: () => Promise<PngAssets> = once(readAssets);

async function readAssets(): Promise<PngAssets> {
  const read = async (name: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(name))));
  const [wasm, ...fonts] = await Promise.all([read(WASM), ...FONTS.map(read)]);
  return { wasm, fonts, covers: coveredBy(fonts) };
}

/** Opens the fonts at the first question only: nearly no picture has a rare character. */
function coveredBy(fonts: readonly Uint8Array[]): (character: string) => boolean {
  const open = once(() => fonts.map((bytes) => create(Buffer.from(bytes))));
  return (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return open().some((font) => !font.isCollection && font.hasGlyphForCodePoint(codePoint));
  };
}
