import { useEffect, useState } from 'preact/hooks';
import { ask } from './ask.ts';
import { useEntry } from './entry-view.tsx';
import { Fields } from './fields.tsx';

/** What was made on the spot for a reference, to be filled in there; it is saved with the whole. */
export function InlineEntry({ kind, id }: { kind: string; id: string }) {
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    void ask('open', { kind, id }).then((entry) => {
      const isOpenHere = entry?.issues.some(({ severity }) => severity === 'error') ?? false;
      setNew(isOpenHere);
    });
  }, [kind, id]);
  return isNew ? <InlineForm kind={kind} id={id} /> : null;
}

function InlineForm({ kind, id }: { kind: string; id: string }) {
  const { entry, change } = useEntry(kind, id, 0);
  if (!entry) return null;
  return (
    <div class="inline-entry">
      <p>{`「${entry.name}」是新的${entry.label}，把它补全：`}</p>
      <Fields
        fields={entry.fields.filter(({ required }) => required)}
        data={entry.data}
        names={entry.names}
        issues={entry.issues}
        path=""
        onChange={(data) => change({ data })}
      />
    </div>
  );
}
