import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const FACES = [
  { family: 'Report Song', weight: 400, file: 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
  { family: 'Report Song', weight: 600, file: 'noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf' },
  { family: 'Report Song', weight: 900, file: 'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf' },
  { family: 'Report Sans', weight: 400, file: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' },
  { family: 'Report Sans', weight: 700, file: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf' },
] as const;

/**
 * Style rules that bring the report's fonts with them, cut to the characters that `text` holds. Cut they must be: in a whole Noto
 * font the Kangxi radicals share their glyphs with ordinary characters, and a PDF made with one says ⼈ where 人 is printed.
 */
export async function buildFontFaces(text: string): Promise<string> {
  const characters = [...new Set(text)].sort().join('');
  const faces = await Promise.all(
    FACES.map(async ({ family, weight, file }) => {
      const font = await readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`)));
      const cut = await subsetFont(font, characters, { targetFormat: 'truetype' });
      return `@font-face{font-family:'${family}';font-weight:${String(weight)};src:url(data:font/ttf;base64,${cut.toString('base64')})}`;
    }),
  );
  return faces.join('\n');
}
