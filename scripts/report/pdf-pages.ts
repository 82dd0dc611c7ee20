import { getDocumentProxy } from 'unpdf';

export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a PDF. The caller destroys it. */
export function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  // The reader keeps the bytes for itself, and takes no Buffer.
  return getDocumentProxy(new Uint8Array(bytes));
}

/** On which page, from 1, each place lies that a link of the document leads to. */
export async function findPages(bytes: Uint8Array): Promise<Map<string, number>> {
  const document = await openPdf(bytes);
  try {
    const destinations = (await document.getDestinations()) as Record<string, readonly unknown[] | null>;
    const pages = new Map<string, number>();
    for (const [name, destination] of Object.entries(destinations)) {
      const page = destination?.[0];
      if (typeof page === 'object' && page !== null)
        pages.set(name, 1 + (await document.getPageIndex(page as { num: number; gen: number })));
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}
