import { COLOURS } from '../lib/colours.ts';

/** The teacher's pencil: the same for every city, whatever its own colours are. */
const RED = 'firebrick';

/** The remarks of the check over a page that is being edited: a sheet of paper with a red edge. */
export const PAGE_STYLE = `
.jiangce-errors {
  position: fixed;
  inset: auto 0 0;
  z-index: 1000;
  max-height: 70vh;
  overflow: auto;
  padding: 1.25rem 1.5rem 1.5rem;
  background: ${COLOURS.light.sheet};
  color: ${COLOURS.light.ink};
  border-top: 3px solid ${RED};
  box-shadow: 0 0 0 100vmax rgb(28 26 23 / 35%);
  font:
    1rem/1.7 system-ui,
    sans-serif;
}

.jiangce-errors p {
  margin: 0;
  max-width: 46rem;
}

.jiangce-errors-title {
  font-weight: 700;
  color: ${RED};
}

.jiangce-errors ol {
  margin: 0.75rem 0 0;
  padding-inline-start: 1.75rem;
}

.jiangce-errors li + li {
  margin-top: 0.75rem;
}

.jiangce-errors-place {
  color: ${COLOURS.light.inkSoft};
}

.jiangce-errors-hint {
  color: ${COLOURS.light.inkSoft};
}
`;
