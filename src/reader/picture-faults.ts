/** More is no photograph for a page, and takes the build's memory. */
const MOST_BYTES = 40_000_000;

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What a build would stumble over in a picture, as its bytes tell: the ending of a name says little. Undefined for a sound one. */
export function findPictureFault(name: string, bytes: Uint8Array): { message: string; hint: string } | undefined {
  if (bytes.length === 0) return { message: `照片「${name}」是空文件。`, hint: '重新复制一次。' };
  const brand = text(bytes, 4, 8) === 'ftyp' ? text(bytes, 8, 12) : '';
  if (/^(?:hei[cmsx]|hev[cmx]|mif1|msf1)$/.test(brand)) {
    return {
      message: `照片「${name}」是苹果手机的 HEIC 格式，网站打不开。`,
      hint: '用微信把它发给自己，存下来就是 JPG；或者用看图软件另存为 JPG。只改扩展名没有用。',
    };
  }
  const kind = kindOf(bytes, brand);
  if (kind === undefined) {
    return {
      message: `「${name}」不是照片：打开来不是 JPG、PNG 或 WebP。`,
      hint: '用看图软件打开原来的照片，另存为 JPG。',
    };
  }
  if (bytes.length > MOST_BYTES) {
    const size = `${String(Math.ceil(bytes.length / 1_000_000))} MB`;
    return {
      message: `照片「${name}」太大，有 ${size}，最多 40 MB。`,
      hint: '用看图软件把长边缩到 3000 像素左右，再存为 JPG。',
    };
  }
  if (!isWhole(kind, bytes)) {
    return {
      message: `照片「${name}」不完整，后半截没有了。`,
      hint: '多半是没有复制完或没有下载完：从原来的地方重新复制一次。',
    };
  }
  return undefined;
}

type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff' | 'svg';

function kindOf(bytes: Uint8Array, brand: string): PictureKind | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (text(bytes, 1, 4) === 'PNG') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (brand === 'avif' || brand === 'avis') return 'avif';
  if (text(bytes, 0, 4) === 'GIF8') return 'gif';
  if (/^(?:II\*\0|MM\0\*)$/.test(text(bytes, 0, 4))) return 'tiff';
  return /<svg[\s>]/.test(text(bytes, 0, 1000)) ? 'svg' : undefined;
}

/** Programs write more behind the end, phones short films. */
function isWhole(kind: PictureKind, bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (kind === 'jpeg') return view.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  if (kind === 'png') return view.includes('IEND');
  return kind !== 'webp' || bytes.length >= view.readUInt32LE(4) + 8;
}
