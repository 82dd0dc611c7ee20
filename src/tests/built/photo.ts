import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';

/** What a telephone writes into a photograph: where it was taken, with what, and by whom. */
export const PHOTO_TRACES = ['QINGDAO-PHONE', 'Taken-at-home'] as const;

/** A photograph with all that a telephone writes into it. */
export async function writePhoto(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await sharp({ create: { width: 1000, height: 1200, channels: 3, background: '#7a8b6c' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'QINGDAO-PHONE', ImageDescription: 'Taken-at-home' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '36/1 3/1 58/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 22/1 48/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>Taken-at-home</rdf:RDF></x:xmpmeta>')
    .toFile(file);
}
