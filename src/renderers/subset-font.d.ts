/** The part of subset-font that is used here; the package ships no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'truetype'; preserveNameIds?: number[] },
  ): Promise<Buffer>;
}
