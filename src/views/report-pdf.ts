/** Site path of a report's PDF. */
export function reportPdfPath(year: string): string {
  return `/reports/${year}/report-${year}.pdf`;
}
