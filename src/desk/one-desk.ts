import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAbandoned, ownName } from '../lib/own-name.ts';

const STEM = 'desk';
/** The mark of a desk that stays open over a weekend is kept fresh. */
const REFRESH_MS = 60 * 60 * 1000;

/**
 * The address of a desk that is open already for this content; two would write over each other's drafts. What a killed one left is
 * cleared away.
 */
export function findOpenDesk(stateFolder: string): string | undefined {
  mkdirSync(stateFolder, { recursive: true });
  for (const name of readdirSync(stateFolder)) {
    if (!name.startsWith(`${STEM}-`) || name === ownName(STEM)) continue;
    const file = path.join(stateFolder, name);
    if (isAbandoned(name, Date.now() - statSync(file).mtimeMs)) rmSync(file, { force: true });
    else return readFileSync(file, 'utf8');
  }
  return undefined;
}

/** Marks that this process has a desk open at an address. @returns takes the mark away */
export function markOpenDesk(stateFolder: string, address: string): () => void {
  const file = path.join(stateFolder, ownName(STEM));
  // The address holds the token.
  writeFileSync(file, address, { mode: 0o600 });
  const timer = setInterval(() => utimesSync(file, new Date(), new Date()), REFRESH_MS).unref();
  return () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
}
