/**
 * The colours that all cities share. Everything that needs one takes it from here: tokens.css and embed.css through Tailwind's
 * `theme()` (see tailwind.config.mjs), drawings, pictures, the manifest and the printed reports by import.
 */
export const COLOURS = {
  light: {
    paper: '#F7F3EA',
    /** Ground of tables, drawings and slips that lie on the paper. */
    sheet: '#FFFDF7',
    ink: '#1C1A17',
    /** Secondary text. */
    inkSoft: '#57514A',
    /** For honours only. */
    brass: '#8A6A2F',
  },
  dark: {
    paper: '#15140F',
    sheet: '#1D1B15',
    ink: '#ECE5D5',
    inkSoft: '#B5AC9B',
    brass: '#C9A866',
  },
} as const;

/** A site's own two colours until it chooses others: vermilion ink and steel. */
export const DEFAULT_SITE_COLOURS = {
  seal: '#A8231B',
  sealDark: '#E8776A',
  steel: '#2E4A5B',
  steelDark: '#8FB3C7',
} as const;
