/** The package has no types of its own. */
declare module 'heic-decode' {
  /** The first picture of a HEIC file as RGBA, turned upright. Rejects what is none. */
  export default function decode(file: {
    buffer: Uint8Array;
  }): Promise<{ width: number; height: number; data: Uint8Array }>;
}
