/** A site of more pages is a large one. 青岛 has some 500, and ten thousand profiles make 11,000. */
const LARGE_SITE_PAGES = 2000;

/**
 * True where what is cheap on a usual site costs too much: search then loads less in advance, and pages are compressed in one way
 * only.
 */
export function isLargeSite(pageCount: number): boolean {
  return pageCount > LARGE_SITE_PAGES;
}
