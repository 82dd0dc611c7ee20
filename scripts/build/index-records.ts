/** A step of a build, run as a process: makes the search index of the records that were listed before. */
import { buildSearchIndex } from './search-index.ts';
import { answerRequests } from '../processes/step.ts';

export interface IndexRequest {
  /** Where the index goes: what lies in it lies in the site in the same place. */
  folder: string;
  /** File of the records. */
  records: string;
}

answerRequests(({ folder, records }: IndexRequest): void => buildSearchIndex(folder, records));
