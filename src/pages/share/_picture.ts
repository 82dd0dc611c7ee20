import sharp from 'sharp';
import { getSealGlyphs } from '../../integrations/display-font.ts';
import { renderSharePicture, type SharePicture } from '../../renderers/share-picture.ts';

export async function pictureResponse(picture: SharePicture): Promise<Response> {
  const svg = renderSharePicture(picture, getSealGlyphs());
  // A palette of 16 is enough for paper, ink and one red, and makes the file a third as large.
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 7 }).toBuffer();
  return new Response(new Uint8Array(png));
}
