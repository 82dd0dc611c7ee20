export interface ChapterId {
  year: string;
  /** The cover is 0. */
  number: number;
  /** Part of the chapter's address: `talent`. */
  slug: string;
}

/** `2023/03-talent` → 2023, 3, talent. The schema's pattern was checked. */
export function parseChapterId(id: string): ChapterId {
  const [year = '', file = ''] = id.split('/');
  return { year, number: Number(file.slice(0, 2)), slug: file.slice(3) };
}
