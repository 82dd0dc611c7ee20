import { fitsPicture, type PictureFormat } from '../renderers/svg/render-picture.ts';
import type { ChartSpec } from '../schemas/chart-spec.ts';

/** A picture of a chart that is a file: `/charts/<id>.square.png`. */
export interface ChartPictureFile {
  format: PictureFormat;
  /** Between id and ending; empty for the two that every chart has. */
  shape: string;
  type: 'png' | 'svg';
  /** Width in pixels; of an SVG none. */
  widthPx?: number;
  label: string;
  detail: string;
}

/** All pictures that are made ahead, in the order in which a press page offers them. */
export const CHART_PICTURES: readonly ChartPictureFile[] = [
  {
    format: 'poster',
    shape: '',
    type: 'png',
    widthPx: 1600,
    label: '横图 16:9',
    detail: 'PNG，1600 × 900，有标题、来源和二维码',
  },
  {
    format: 'square',
    shape: 'square',
    type: 'png',
    widthPx: 1080,
    label: '方图 1:1',
    detail: 'PNG，1080 × 1080，手机上看得清',
  },
  {
    format: 'portrait',
    shape: 'portrait',
    type: 'png',
    widthPx: 1080,
    label: '竖图 3:4',
    detail: 'PNG，1080 × 1440，手机上看得清',
  },
  {
    format: 'story',
    shape: 'story',
    type: 'png',
    widthPx: 1080,
    label: '长图 9:16',
    detail: 'PNG，1080 × 1920，短视频和朋友圈',
  },
  { format: 'wide', shape: '', type: 'svg', label: '矢量图', detail: 'SVG，放大不糊，文字可以选中' },
  { format: 'plain', shape: 'plain', type: 'svg', label: '不带标题的矢量图', detail: 'SVG，版面自己排标题时用' },
  { format: 'column', shape: 'column', type: 'svg', label: '报纸一栏', detail: 'SVG，宽 85 毫米' },
];

/** Address of a picture. Ids have no dots, so no chart can be called like another's picture. */
export function chartPicturePath(id: string, { shape, type }: Pick<ChartPictureFile, 'shape' | 'type'>): string {
  return `/charts/${id}${shape === '' ? '' : `.${shape}`}.${type}`;
}

/** The pictures of a chart: those in which it can be read. The first two there always are. */
export function listChartPictures(spec: ChartSpec, url: string): ChartPictureFile[] {
  return CHART_PICTURES.filter(({ format, shape }) => shape === '' || fitsPicture(spec, { format, url }));
}
