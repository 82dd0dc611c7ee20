import { initWasm, Resvg } from '@resvg/resvg-wasm';

/**
 * SVG → PNG by resvg compiled to WebAssembly: one program for every system, so the same drawing gives the same bytes on Linux,
 * macOS and Windows, and no system font is ever looked at. The native build gives the same bytes, but needs a binary for each system
 * and takes three times as long, because it reads its 35 MB of fonts again for each picture. Chart.js on a canvas would be a second
 * drawing to keep alike; this one is the page's own.
 */

/** What drawing needs of the disk; `loadPngAssets` reads it. */
export interface PngAssets {
  /** `index_bg.wasm` of @resvg/resvg-wasm. */
  wasm: Uint8Array;
  /** Font files: Noto Sans SC and Noto Serif SC in the weights that drawings use. */
  fonts: Uint8Array[];
  /** Whether one of the fonts has a character. */
  covers: (character: string) => boolean;
}

/** Printers set 〓 where they have no type for a character: what is missing is seen to be missing. */
const STAND_IN = '〓';
/** All others are in the fonts, or in none of the world's. */
const RARE = /[\u{10000}-\u{3ffff}]/gu;

/** Draws an SVG at a width in pixels. */
export type PngRenderer = (svg: string, widthPx: number) => Uint8Array;

let ready: Promise<void> | undefined;

/** A renderer whose text is set in the given fonts, whatever the machine has. */
export async function buildPngRenderer({ wasm, fonts, covers }: PngAssets): Promise<PngRenderer> {
  // The program may be started once a process.
  await (ready ??= initWasm(wasm));
  return (svg, widthPx) => {
    const drawable = svg.replaceAll(RARE, (character) => (covers(character) ? character : STAND_IN));
    const resvg = new Resvg(drawable, {
      fitTo: { mode: 'width', value: widthPx },
      font: {
        fontBuffers: fonts,
        defaultFontFamily: 'Noto Sans SC',
        sansSerifFamily: 'Noto Sans SC',
        serifFamily: 'Noto Serif SC',
      },
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
  };
}
