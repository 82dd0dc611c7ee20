import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RequestAnswer } from '../requests.ts';
import { ask } from './ask.ts';

export type Found = RequestAnswer<'find'>[number];

export interface FinderProps {
  label: string;
  /** Only of this kind. */
  kind?: string;
  /** What is chosen already, as words. */
  value?: string;
  onPick: (found: Found) => void;
  /** Makes a new one with what was typed as its name. */
  onNew?: (name: string) => void;
  newLabel?: string;
  onClear?: () => void;
  id?: string;
  isRequired?: boolean;
  /** Shows the list of all when it is entered. */
  opensEmpty?: boolean;
}

/** Preact's types know a combobox only with the browser's own list. */
const COMBOBOX = { role: 'combobox' } as object;

/**
 * A field in which one finds something by name, pinyin or initials: a combobox as ARIA has it. While an input method composes,
 * nothing is searched.
 */
export function Finder({
  label,
  kind,
  value = '',
  onPick,
  onNew,
  newLabel,
  onClear,
  id,
  isRequired,
  opensEmpty,
}: FinderProps) {
  const list = useId();
  const [text, setText] = useState(value);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const isComposing = useRef(false);
  const turn = useRef(0);
  useEffect(() => setText(value), [value]);

  const look = (wanted: string): void => {
    turn.current += 1;
    const mine = turn.current;
    if (wanted.trim() === '' && opensEmpty !== true) {
      setOpen(false);
      return;
    }
    ask('find', kind === undefined ? { text: wanted } : { text: wanted, kind }).then(
      (answer) => {
        // Late for a newer question.
        if (mine !== turn.current) return;
        setFound(answer);
        setAt(answer.length > 0 ? 0 : -1);
        setOpen(true);
      },
      () => setOpen(false),
    );
  };
  const isNewOffered = onNew !== undefined && text.trim() !== '' && !found.some(({ name }) => name === text.trim());
  const count = found.length + (isNewOffered ? 1 : 0);
  const pick = (place: number): void => {
    const one = found[place];
    setOpen(false);
    if (one) {
      setText(value === '' && kind === undefined ? '' : one.name);
      onPick(one);
    } else if (isNewOffered) onNew(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing.current || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) look(opensEmpty === true && text === value ? '' : text);
      else setAt((count + at + (event.key === 'ArrowDown' ? 1 : -1)) % Math.max(1, count));
    } else if (event.key === 'Enter' && isOpen && at >= 0) {
      event.preventDefault();
      pick(at);
    } else if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div class="finder">
      <input
        id={id}
        type="search"
        {...COMBOBOX}
        autocomplete="off"
        aria-label={id === undefined ? label : undefined}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${list}-${String(at)}` : undefined}
        aria-required={isRequired}
        placeholder={label}
        value={text}
        onInput={(event) => {
          const wanted = event.currentTarget.value;
          setText(wanted);
          if (wanted === '') onClear?.();
          if (!isComposing.current) look(wanted);
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          setText(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
        onFocus={() => {
          if (opensEmpty === true && text === '') look('');
        }}
        onBlur={() => {
          setOpen(false);
          if (kind !== undefined) setText(value);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={list} role="listbox" aria-label={label} class="finder-list" hidden={!isOpen || count === 0}>
        {found.map((one, place) => (
          <li
            key={`${one.kind}/${one.id}`}
            id={`${list}-${String(place)}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(place);
            }}
          >
            <span>{one.name}</span> <small>{one.detail}</small>
          </li>
        ))}
        {isNewOffered && (
          <li
            id={`${list}-${String(found.length)}`}
            role="option"
            aria-selected={at === found.length}
            class="finder-new"
            onMouseDown={(event) => {
              event.preventDefault();
              pick(found.length);
            }}
          >
            新建{newLabel}「{text.trim()}」
          </li>
        )}
      </ul>
    </div>
  );
}
