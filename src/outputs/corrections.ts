import { type CorrectionView, listCorrections } from '../views/corrections.ts';
import type { Output, OutputContext, PageModel } from './output.ts';
import { pageOutput } from './page-output.ts';

export type CorrectionsPage = PageModel<{ corrections: CorrectionView[]; feedHref: string; dataHref: string }>;

/** The list of what was wrong, where anything was. */
export function* listCorrectionPage(site: OutputContext): Generator<Output> {
  const corrections = listCorrections(site);
  if (corrections.length === 0) return;
  yield pageOutput<CorrectionsPage>(site, '/corrections/', () => ({
    head: {
      title: '更正记录',
      description: `${site.catalogue.site.title}公开以后改正过的${String(corrections.length)}处错误：原来怎么写，现在怎么写，哪天改的。`,
      section: '/corrections/' as const,
      breadcrumb: [],
    },
    corrections,
    feedHref: site.href('/feeds/corrections.xml'),
    dataHref: site.href('/api/corrections.json'),
  }));
}
