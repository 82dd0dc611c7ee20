import sharp from 'sharp';

/** The longer side of a portrait as it is kept, in pixels. */
const MOST_PX = 1600;
const LEAST_PX = 240;
/** Larger ones are refused before they are unpacked: 100 million pixels are a poster. */
const MOST_PIXELS = 100_000_000;

/** A photograph that cannot be taken, with words for the editor. */
export class UnusablePhoto extends Error {}

/**
 * A photograph as it is kept: turned upright, no larger than it is shown, without place, camera and other marks.
 *
 * @returns JPEG
 * @throws UnusablePhoto
 */
export async function preparePhoto(bytes: Uint8Array): Promise<Uint8Array> {
  const image = sharp(await decodeHeic(bytes), { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  try {
    const { width, height } = await image.metadata();
    if (Math.min(width, height) < LEAST_PX) {
      throw new UnusablePhoto(`照片太小了，只有 ${String(width)}×${String(height)} 像素，请换一张清楚的原图。`);
    }
    return await image
      .rotate()
      .resize({ width: MOST_PX, height: MOST_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85, mozjpeg: true })
      .toBuffer();
  } catch (error) {
    if (error instanceof UnusablePhoto) throw error;
    throw new UnusablePhoto('这个文件不是照片，或者没有传完整。能用的有 JPEG、PNG、WebP 和 iPhone 的 HEIC。', {
      cause: error,
    });
  }
}

/** iPhones keep photographs as HEIC, which the picture library cannot unpack for want of a licence. */
async function decodeHeic(bytes: Uint8Array): Promise<Uint8Array> {
  const brand = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  if (!/^ftyp(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/.test(brand)) return bytes;
  try {
    const { default: decode } = await import('heic-decode');
    const { width, height, data } = await decode({ buffer: bytes });
    if (width * height > MOST_PIXELS) throw new UnusablePhoto('照片太大了，请换一张小些的。');
    return await sharp(data, { raw: { width, height, channels: 4 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch (error) {
    if (error instanceof UnusablePhoto) throw error;
    throw new UnusablePhoto('这张 HEIC 照片打不开，请在手机上把它存成 JPEG 再传。', { cause: error });
  }
}
