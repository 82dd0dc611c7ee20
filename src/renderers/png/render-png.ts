import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/**
 * SVG → PNG by resvg compiled to WebAssembly: one program for every system, so the same drawing gives the same bytes on Linux,
 * macOS and Windows, and no system font is ever looked at. The native build gives the same picture three times slower, because it
 * reads its 35 MB of fonts again for each. Chart.js on a canvas would be a second drawing to keep alike; this one is the page's own.
 */

const FONTS = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
] as const;

let fonts: Promise<Uint8Array[]> | undefined;

async function load(): Promise<Uint8Array[]> {
  const resolve = (path: string): string => fileURLToPath(import.meta.resolve(path));
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(FONTS.map(async (font) => new Uint8Array(await readFile(resolve(font)))));
}

/** Draws an SVG at a width in pixels. Text is set in Noto Sans SC and Noto Serif SC whatever the machine has. */
export async function renderPng(svg: string, widthPx: number): Promise<Uint8Array> {
  const fontBuffers = await (fonts ??= load());
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPx },
    font: { fontBuffers, defaultFontFamily: 'Noto Sans SC', sansSerifFamily: 'Noto Sans SC', serifFamily: 'Noto Serif SC' },
  });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
