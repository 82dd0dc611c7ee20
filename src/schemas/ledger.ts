import { z } from 'zod';
import { field } from './field-meta.ts';

/**
 * `ledger.json`: the figures that readers have seen, by statistic and period, as they were printed. A publish writes it. Whoever
 * changes one of them is asked for a correction. Ids are no references here: an indicator that was deleted needs no row.
 */
export const LedgerSchema = z.strictObject({
  figures: z
    .record(z.string(), z.record(z.string(), z.array(z.string())))
    .meta(field({ label: '公开过的数字', help: '发布时由命令写入，不要手改' })),
});
export type Ledger = z.output<typeof LedgerSchema>;
