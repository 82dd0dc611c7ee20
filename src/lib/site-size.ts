/** So many pages or files of content make a large site: it is given other trade-offs than a city's few hundred. */
const LARGE = 2000;

/** @param count of pages, or of files of content, which are about as many */
export function isLargeSite(count: number): boolean {
  return count > LARGE;
}
