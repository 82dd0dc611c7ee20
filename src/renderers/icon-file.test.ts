import { expect, it } from 'vitest';
import { wrapIcon } from './icon-file.ts';

it('an icon file says where its picture stands, how large it is and how long', () => {
  const file = wrapIcon(Buffer.from('PNG!'), 32);
  expect(file.toString('hex')).toBe(
    ['00000100' + '0100', '2020' + '0000' + '0100' + '2000', '04000000', '16000000', '504e4721'].join(''),
  );
});
