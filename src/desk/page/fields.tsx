import { useEffect, useId, useState } from 'preact/hooks';
import type { Field, GroupListField, ListField, ScalarField } from '../../schemas/fields.ts';
import { parseQuantity } from '../../lib/quantity.ts';
import type { RequestAnswer } from '../requests.ts';
import { ask } from './ask.ts';
import { toBase64 } from './files.ts';
import { Finder } from './finder.tsx';
import { useEntry } from './use-entry.ts';

type Issues = NonNullable<RequestAnswer<'open'>>['issues'];
type Values = Record<string, unknown>;

interface FieldsProps {
  fields: readonly Field[];
  data: Values;
  names: Readonly<Record<string, string>>;
  issues: Issues;
  /** Dotted path of the object that the fields are of. */
  path: string;
  onChange: (data: Values) => void;
}

/** Fields that hardly anyone needs stand behind a fold while they are empty. */
const RARE = new Set(['aliases', 'pinyin', 'otherNames', 'keywords', 'withdrawn', 'portrait', 'industry', 'note']);

export function Fields({ fields, data, names, issues, path, onChange }: FieldsProps) {
  const isFolded = ({ key, required }: Field): boolean => !required && RARE.has(key) && isEmpty(data[key]);
  const [isOpen, setOpen] = useState(false);
  const set = (key: string, value: unknown): void => {
    const after = { ...data };
    if (value === undefined) Reflect.deleteProperty(after, key);
    else after[key] = value;
    onChange(after);
  };
  const show = (field: Field) => (
    <OneField
      key={field.key}
      field={field}
      value={data[field.key]}
      names={names}
      issues={issues}
      path={path === '' ? field.key : `${path}.${field.key}`}
      onChange={(value) => set(field.key, value)}
    />
  );
  const folded = fields.filter(isFolded);
  return (
    <div class="fields">
      {fields.filter((field) => !isFolded(field)).map(show)}
      {folded.length > 0 && !isOpen && (
        <p class="more-fields">
          <button type="button" class="link" onClick={() => setOpen(true)}>
            还可以写：{folded.map(({ label }) => label).join('、')}
          </button>
        </p>
      )}
      {isOpen && folded.map(show)}
    </div>
  );
}

interface OneFieldProps<One extends Field> {
  field: One;
  value: unknown;
  names: Readonly<Record<string, string>>;
  issues: Issues;
  path: string;
  onChange: (value: unknown) => void;
}

function OneField({ field, value, names, issues, path, onChange }: OneFieldProps<Field>) {
  const id = useId();
  const own = issues.filter((issue) => issue.path === path);
  const isSimple = field.type !== 'group' && field.type !== 'group-list' && field.type !== 'list';
  const remarks = (
    <ul class="remarks" id={`${id}-remarks`}>
      {own.map(({ severity, message, hint }, at) => (
        <li key={at} class={severity === 'error' ? 'is-error' : ''}>
          {message}
          {hint}
        </li>
      ))}
    </ul>
  );
  // Only while it is empty: help that came and went with the focus would move what one is about to click.
  const help = isEmpty(value) ? helpOf(field) : '';
  if (isSimple) {
    return (
      <div class={own.length > 0 ? 'field has-remarks' : 'field'}>
        <label for={id}>
          {field.label}
          {field.required && isEmpty(value) && <span class="required">必填</span>}
        </label>
        <div class="field-value">
          <Scalar field={field} value={value} names={names} id={id} onChange={onChange} describedBy={`${id}-remarks`} />
          {help !== '' && <small class="help">{help}</small>}
          {remarks}
        </div>
      </div>
    );
  }
  return (
    <fieldset class={own.length > 0 ? 'field has-remarks' : 'field'}>
      <legend>{field.label}</legend>
      <div class="field-value">
        {help !== '' && <small class="help">{help}</small>}
        {field.type === 'group' ? (
          <Group field={field} value={value} names={names} issues={issues} path={path} onChange={onChange} />
        ) : field.type === 'list' ? (
          <ValueList field={field} value={value} names={names} issues={issues} path={path} onChange={onChange} />
        ) : (
          <Rows field={field} value={value} names={names} issues={issues} path={path} onChange={onChange} />
        )}
        {remarks}
      </div>
    </fieldset>
  );
}

/** Help that only who writes files needs. */
const FOR_FILES = /(?:^|，)(?:没有|不知道)就写空(?:列表)?/;

function helpOf({ help: full, examples }: Field): string {
  const help = full?.replace(FOR_FILES, '');
  const example = examples.length > 0 ? `例如 ${examples.join('、')}` : '';
  return [help, example].filter((part) => part !== undefined && part !== '').join('，');
}

type SimpleField = Exclude<Field, { type: 'group' | 'group-list' | 'list' }>;

function Scalar({
  field,
  value,
  names,
  id,
  describedBy,
  onChange,
}: {
  field: SimpleField;
  value: unknown;
  names: Readonly<Record<string, string>>;
  id: string;
  describedBy: string;
  onChange: (value: unknown) => void;
}) {
  const [made, setMade] = useState<{ kind: string; id: string; name: string }>();
  switch (field.type) {
    case 'reference': {
      const target = typeof value === 'string' ? value : '';
      const known = made?.id === target ? made.name : names[`${field.to}/${target}`];
      return (
        <>
          <Finder
            id={id}
            label={`找${field.label}`}
            kind={field.to}
            value={target === '' ? '' : (known ?? target)}
            opensEmpty
            isRequired={field.required}
            newLabel={field.label}
            onPick={({ kind, id: picked, name }) => {
              setMade({ kind, id: picked, name });
              onChange(picked);
            }}
            onNew={(name) => {
              void ask('create', { kind: field.to, name }).then((created) => {
                setMade({ kind: field.to, id: created, name });
                onChange(created);
              });
            }}
            onClear={() => onChange(field.required ? '' : undefined)}
          />
          {target !== '' && <InlineEntry key={target} kind={field.to} id={target} />}
        </>
      );
    }
    case 'choice':
      return (
        <select
          id={id}
          aria-describedby={describedBy}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        >
          {(!field.required || value === undefined) && <option value="">不写</option>}
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      );
    case 'boolean':
      return (
        <input
          id={id}
          type="checkbox"
          aria-describedby={describedBy}
          checked={value === true}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? true : field.isFlag || !field.required ? undefined : false)
          }
        />
      );
    case 'number':
      return (
        <NumberInput id={id} describedBy={describedBy} isRequired={field.required} value={value} onChange={onChange} />
      );
    case 'text':
      return (
        <input
          id={id}
          type="text"
          autocomplete="off"
          aria-describedby={describedBy}
          aria-required={field.required}
          value={typeof value === 'string' ? value : value === undefined ? '' : String(value)}
          onInput={(event) => {
            const text = event.currentTarget.value;
            onChange(text === '' && !field.required ? undefined : text);
          }}
        />
      );
    case 'other':
      return <p class="quiet">{value === undefined ? '没有写' : '这一项只能在文件里改'}</p>;
  }
}

/** What is no number yet stays in the field and is not lost. */
function NumberInput({
  id,
  describedBy,
  isRequired,
  value,
  onChange,
}: {
  id: string;
  describedBy: string;
  isRequired: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const shown = value === undefined ? '' : String(value);
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autocomplete="off"
      aria-describedby={describedBy}
      aria-required={isRequired}
      value={shown}
      onInput={(event) => {
        const text = event.currentTarget.value.trim();
        const number = Number(text.replaceAll(/[,，]/g, ''));
        if (text === '') onChange(isRequired ? '' : undefined);
        else onChange(Number.isFinite(number) && !/[.\-]$/.test(text) ? number : text);
      }}
    />
  );
}

function Group({ field, value, names, issues, path, onChange }: OneFieldProps<Extract<Field, { type: 'group' }>>) {
  const data = isValues(value) ? value : undefined;
  const isPhoto = field.key === 'portrait';
  if (!data) {
    return (
      <button
        type="button"
        class="link"
        onClick={() =>
          onChange(Object.fromEntries(field.fields.filter(({ required }) => required).map(({ key }) => [key, ''])))
        }
      >
        {isPhoto ? '放一张照片' : `写${field.label}`}
      </button>
    );
  }
  return (
    <div class="group">
      {isPhoto && <PhotoField data={data} onChange={onChange} />}
      <Fields
        fields={isPhoto ? field.fields.filter(({ key }) => key !== 'file') : field.fields}
        data={data}
        names={names}
        issues={issues}
        path={path}
        onChange={onChange}
      />
      {!field.required && (
        <button type="button" class="link" onClick={() => onChange(undefined)}>
          不要{field.label}
        </button>
      )}
    </div>
  );
}

function ValueList({ field, value, names, issues, path, onChange }: OneFieldProps<ListField>) {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const id = useId();
  const put = (after: readonly unknown[]): void => onChange(after.length === 0 && !field.required ? undefined : after);
  const item = field.item as ScalarField;
  return (
    <>
      {items.map((one, at) => (
        <div class="row" key={at}>
          <div class="row-value">
            <label class="unseen" for={`${id}-${String(at)}`}>{`${field.label}，第 ${String(at + 1)} 个`}</label>
            <Scalar
              field={item}
              value={one}
              names={names}
              id={`${id}-${String(at)}`}
              describedBy={`${id}-remarks`}
              onChange={(after) => put(items.map((other, place) => (place === at ? (after ?? '') : other)))}
            />
            <Inline issues={issues} path={`${path}.${String(at)}`} />
          </div>
          <RemoveButton label={field.label} at={at} onRemove={() => put(items.filter((_, place) => place !== at))} />
        </div>
      ))}
      <button type="button" class="link" onClick={() => put([...items, ''])}>
        加一个{field.label}
      </button>
    </>
  );
}

function Rows({ field, value, names, issues, path, onChange }: OneFieldProps<GroupListField>) {
  const items = Array.isArray(value) ? value.filter(isValues) : [];
  const put = (after: readonly unknown[]): void => onChange(after.length === 0 && !field.required ? undefined : after);
  // A new row begins with the source of the last: most rows of one person come from one article.
  const begin = (): Values => {
    const last = items.at(-1);
    return Object.fromEntries(
      field.fields
        .filter(({ required }) => required)
        .map(({ key }) => [key, key === 'source' || key === 'locator' ? (last?.[key] ?? '') : '']),
    );
  };
  return (
    <>
      {items.map((one, at) => (
        <div class="row" key={at}>
          <div class="row-value">
            <Fields
              fields={field.fields}
              data={one}
              names={names}
              issues={issues}
              path={`${path}.${String(at)}`}
              onChange={(after) => put(items.map((other, place) => (place === at ? readFigure(one, after) : other)))}
            />
            <Inline issues={issues} path={`${path}.${String(at)}`} />
          </div>
          <RemoveButton label={field.label} at={at} onRemove={() => put(items.filter((_, place) => place !== at))} />
        </div>
      ))}
      <button type="button" class="link" onClick={() => put([...items, begin()])}>
        加一条{field.label}
      </button>
    </>
  );
}

/** A figure is typed as it is printed; its value and qualifier are read from that, and shown beside it. */
function readFigure(before: Values, after: Values): Values {
  const { display } = after;
  if (display === before['display'] || typeof display !== 'string' || !('value' in after)) return after;
  const read = parseQuantity(display);
  return read ? { ...after, ...read } : after;
}

function RemoveButton({ label, at, onRemove }: { label: string; at: number; onRemove: () => void }) {
  return (
    <button type="button" class="remove" aria-label={`去掉第 ${String(at + 1)} 条${label}`} onClick={onRemove}>
      去掉
    </button>
  );
}

function Inline({ issues, path }: { issues: Issues; path: string }) {
  return (
    <ul class="remarks">
      {issues
        .filter((issue) => issue.path === path)
        .map(({ severity, message, hint }, at) => (
          <li key={at} class={severity === 'error' ? 'is-error' : ''}>
            {message}
            {hint}
          </li>
        ))}
    </ul>
  );
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

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

/** A photograph is taken only with credit, consent and a description: without them the field stays shut. */
function PhotoField({ data, onChange }: { data: Values; onChange: (value: Values) => void }) {
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const missing = [
    ['credit', '署名'],
    ['consent', '同意凭据'],
    ['alt', '文字说明'],
  ].filter(([key = '']) => isEmpty(data[key]));
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setFault('');
    try {
      const id = location.pathname.split('/').at(-1) ?? 'photo';
      onChange({ ...data, file: await ask('addPhoto', { id, bytes: await toBase64(file) }) });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <div class="photo">
      <label class="file">
        {isEmpty(data['file']) ? '选照片' : '换一张照片'}
        <input
          type="file"
          accept="image/*,.heic,.heif"
          disabled={missing.length > 0 || isBusy}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <p class="quiet" role="status">
        {missing.length > 0
          ? `先写${missing.map(([, label]) => label).join('、')}，才能放照片。`
          : isBusy
            ? '正在处理照片……'
            : isEmpty(data['file'])
              ? '手机照片可以直接放，会转正、缩小，去掉拍摄地点。'
              : String(data['file'])}
      </p>
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
