import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isAbandoned, ownName } from '../lib/own-name.ts';
import { TargetBusy } from './failures.ts';
import type { Place } from './targets/file-store.ts';

/** A publisher says this often that it is still there. */
const BEAT_MS = 60_000;
/** Without a sign for so long, by the target's clock, it is taken for dead. */
const DEAD_MS = 5 * BEAT_MS;
const TURNS = 4;

export interface Lock {
  /** Throws when somebody else has taken over, since this machine slept. */
  confirm: () => Promise<void>;
  release: () => Promise<void>;
}

/**
 * Takes a target for oneself. Not every target can make a file only if there is none, so each publisher leaves one of its own and
 * then looks whether it is alone: of two at once at least one sees the other.
 *
 * @param who said to those who find the target taken
 * @throws TargetBusy
 */
export async function takeLock({ files, kept, label }: Place, who: string): Promise<Lock> {
  const folder = `${kept}publishing/`;
  const own = `${folder}${ownName('lock')}-${randomBytes(4).toString('hex')}`;
  const sayIt = (): Promise<void> => files.write(own, Buffer.from(JSON.stringify({ who })));
  const findOthers = async (): Promise<string[]> => {
    const locks = await files.list(folder);
    const now = locks.find(({ name }) => name === own)?.modifiedMs ?? Infinity;
    const isDead = ({ name, modifiedMs }: (typeof locks)[number]): boolean =>
      isAbandoned(name, 0) || now - modifiedMs > DEAD_MS;
    const others = locks.filter(({ name }) => name !== own);
    for (const lock of others.filter(isDead)) await files.remove(lock.name);
    return others.filter((lock) => !isDead(lock)).map(({ name }) => name);
  };
  for (let turn = 1; ; turn += 1) {
    await sayIt();
    const [other] = await findOthers();
    if (other === undefined) break;
    const said = await files.read(other);
    await files.remove(own);
    if (turn === TURNS) {
      throw new TargetBusy(`${readWho(said)}正在发布到${label}。等那边发完，再发布一次。`);
    }
    await wait(50 + Math.random() * 300);
  }
  const isOwn = async (): Promise<boolean> => (await files.list(folder)).some(({ name }) => name === own);
  const beat = setInterval(() => {
    // A lock that somebody took for dead is not raised again.
    void isOwn()
      .then((isThere) => (isThere ? sayIt() : undefined))
      .catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return {
    confirm: async () => {
      if (!(await isOwn())) throw new TargetBusy(`这台电脑停了一阵，别处已经接着发布到${label}了。这次到这里为止。`);
    },
    release: async () => {
      clearInterval(beat);
      await files.remove(own);
    },
  };
}

function readWho(content: Uint8Array | undefined): string {
  try {
    const { who } = JSON.parse(Buffer.from(content ?? []).toString('utf8')) as { who: string };
    return who;
  } catch {
    return '另一台电脑';
  }
}
