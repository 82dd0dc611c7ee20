import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask, Refused } from './ask.ts';

type Entry = NonNullable<RequestAnswer<'open'>>;
type Faults = RequestAnswer<'write'>['faults'];
type Data = Entry['data'];

/** An entry and what can be done with it. */
interface EntryOnDesk {
  /** Undefined while it is opened; null if there is none. */
  entry: Entry | null | undefined;
  /** Marks of the paper that came apart. */
  faults: Faults;
  /** What the desk refused, in words. */
  fault: string;
  change: (after: { data?: Data; paper?: Entry['paper'] }) => void;
  /** Sends what has been typed. @returns the marks that are apart when the desk has it */
  send: () => Promise<Faults>;
  open: () => Promise<void>;
  setFault: (words: string) => void;
}

/** After the last key, so long is waited before the draft is taken. */
const PAUSE_MS = 120;

/** What is typed goes to the desk in the order in which it was typed; what is late for newer typing is not shown. */
export function useEntry(kind: string, id: string, version: number): EntryOnDesk {
  const [entry, setEntry] = useState<Entry | null>();
  const [faults, setFaults] = useState<Faults>([]);
  const [fault, setFault] = useState('');
  const draft = useRef<Pick<Entry, 'data' | 'paper'> | undefined>(undefined);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const isWaiting = useRef(false);
  const apart = useRef<Faults>([]);

  const show = useCallback((error: unknown) => setFault(error instanceof Refused ? error.message : String(error)), []);
  const typed = useRef(0);
  /** The answer to what was sent tells all that `open` would. */
  const isSending = useRef(false);
  /** Of the file as it was last seen or written here. */
  const revision = useRef<string | undefined>(undefined);
  const open = useCallback(() => {
    const before = typed.current;
    return ask('open', { kind, id }).then((answer) => {
      // What was typed while the answer was on its way is newer.
      if (typed.current !== before || isSending.current) return;
      // Nobody else has changed it: the texts stay as they are in the fields, where somebody may be composing.
      const own = draft.current;
      if (answer && own && answer.revision === revision.current) {
        setEntry({ ...answer, ...own });
        return;
      }
      revision.current = answer?.revision;
      draft.current = answer ? { data: answer.data, paper: answer.paper } : undefined;
      setEntry(answer);
    }, show);
  }, [kind, id, show]);
  useEffect(() => {
    // What changed elsewhere is shown unless something is being typed here.
    if (!isWaiting.current && !isSending.current) void open();
  }, [open, version]);

  const send = useCallback((): Promise<Faults> => {
    clearTimeout(pause.current);
    sending.current = sending.current.then(async () => {
      if (!isWaiting.current || !draft.current) return;
      isWaiting.current = false;
      isSending.current = true;
      const { data, paper } = draft.current;
      try {
        const answer = await ask('write', {
          kind,
          id,
          data,
          ...(paper ? { paper: { text: paper.text, notes: [...paper.notes] } } : {}),
        });
        setFault('');
        apart.current = answer.faults;
        setFaults(answer.faults);
        revision.current = answer.entry.revision;
        // The texts are the editor's own; the rest is what the desk knows of them now.
        if (draft.current.data === data && draft.current.paper === paper) setEntry({ ...answer.entry, data, paper });
      } catch (error) {
        isWaiting.current = true;
        show(error);
      }
      isSending.current = false;
    });
    return sending.current.then(() => apart.current);
  }, [kind, id, show]);
  const change = useCallback(
    (after: { data?: Data; paper?: Entry['paper'] }) => {
      const known = draft.current;
      if (!known) return;
      typed.current += 1;
      draft.current = { ...known, ...after };
      isWaiting.current = true;
      setEntry((shown) => (shown ? { ...shown, ...after } : shown));
      clearTimeout(pause.current);
      pause.current = setTimeout(() => void send(), PAUSE_MS);
    },
    [send],
  );
  useEffect(() => {
    const flush = (): void => void send();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [send]);
  return { entry, faults, fault, change, send, open, setFault };
}
