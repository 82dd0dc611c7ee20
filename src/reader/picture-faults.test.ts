import sharp from 'sharp';
import { expect, test } from 'vitest';
import { findPictureFault } from './picture-faults.ts';

const image = sharp({ create: { width: 40, height: 40, channels: 3, background: '#345678' } });
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(16)]);
const jpeg = await image.clone().jpeg().toBuffer();
const png = await image.clone().png().toBuffer();
const webp = await image.clone().webp().toBuffer();
const avif = await image.clone().avif().toBuffer();

test.each([
  ['a JPEG', jpeg],
  ['a JPEG with more behind its end', Buffer.concat([jpeg, Buffer.from('film')])],
  ['a PNG', png],
  ['a WebP', webp],
  ['an AVIF', avif],
])('%s is sound', (_, bytes) => {
  expect(findPictureFault('a.jpg', bytes)).toBeUndefined();
});

test.each([
  ['照片「a.jpg」是苹果手机的 HEIC 格式，网站打不开。', heic],
  ['照片「a.jpg」是空文件。', Buffer.alloc(0)],
  ['「a.jpg」不是照片：打开来不是 JPG、PNG 或 WebP。', Buffer.from('PK\u0003\u0004 a Word file')],
  ['照片「a.jpg」不完整，后半截没有了。', jpeg.subarray(0, jpeg.length - 20)],
  ['照片「a.jpg」不完整，后半截没有了。', png.subarray(0, png.length - 20)],
  ['照片「a.jpg」不完整，后半截没有了。', webp.subarray(0, webp.length - 20)],
  ['照片「a.jpg」太大，有 41 MB，最多 40 MB。', Buffer.concat([jpeg, Buffer.alloc(40_100_000)])],
])('%s', (message, bytes) => {
  expect(findPictureFault('a.jpg', bytes)?.message).toBe(message);
});
