import type { Edition } from '../schemas/edition.ts';

/** Whether any edition is a day, held or planned: a city may have a yearly programme and no Craftsman Day. */
export function hasCraftsmanDay(editions: Iterable<{ data: Pick<Edition, 'date' | 'status'> }>): boolean {
  return [...editions].some(({ data }) => data.date !== undefined || data.status === 'planned');
}
