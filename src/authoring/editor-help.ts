import { AUTHOR_COMPONENTS } from '../schemas/author-components.ts';
import { describeFields } from '../schemas/fields.ts';
import { buildJsonSchema, type KnownNames } from '../schemas/json-schema.ts';
import { type EntryKind, ENTRY_KINDS, entryKinds } from '../schemas/kinds.ts';
import type { EditableSite } from './editable-site.ts';

const mdxKinds: EntryKind[] = entryKinds.filter((kind) => ENTRY_KINDS[kind].format === 'mdx');

export interface SiteToHelp {
  site: EditableSite;
  /** Name of its folder under content/. */
  name: string;
  /** URL of its folder, ending with a slash: `file:///home/…/content/qingdao/`. */
  folderUrl: string;
}

/**
 * The files of `.astro/collections`, which tell the Astro extension of VS Code what the frontmatter of an MDX file may
 * contain: a schema for each kind of each site, with the ids that the site has, and a list that says which file is of which
 * kind.
 */
export function buildCollectionFiles(sites: readonly SiteToHelp[]): Map<string, string> {
  const files = new Map<string, string>();
  const collections: { hasSchema: boolean; name: string }[] = [];
  const entries: Record<string, string> = {};
  for (const { site, name, folderUrl } of sites) {
    const names: KnownNames = (kind) =>
      site.names
        .ids(kind)
        .filter((id) => !site.isHidden(kind, id))
        .map((id) => ({ id, name: site.names.name(kind, id) }));
    for (const kind of mdxKinds) {
      const collection = `${name}-${kind}`;
      collections.push({ hasSchema: true, name: collection });
      files.set(
        `${collection}.schema.json`,
        JSON.stringify(buildJsonSchema(ENTRY_KINDS[kind].schema, ENTRY_KINDS[kind].label, names)),
      );
    }
    for (const { kind, id } of site.raw.entries) {
      if (!mdxKinds.some((known) => known === kind)) continue;
      // The extension looks URLs up in lower case, some of its versions without percent-encoding.
      const url = `${folderUrl}${kind}/${id}.mdx`.toLowerCase();
      entries[url] = `${name}-${kind}`;
      entries[decodeURIComponent(url)] = `${name}-${kind}`;
    }
  }
  files.set('collections.json', `${JSON.stringify({ collections, entries }, null, 1)}\n`);
  return files;
}

interface Snippet {
  scope: string;
  prefix: string[];
  body: string[];
  description: string;
}

/** The components' descriptions in the list of suggestions. */
const COMPONENT_HELP: Readonly<Record<string, { word: string; description: string }>> = {
  Fact: { word: '事实', description: '本条自己的数量或说法，写明来源' },
  Stat: { word: '数字', description: '统计里的一次数字，带限定词和单位' },
  Ref: { word: '链接', description: '链接到另一个条目，印出它的名称' },
  Chart: { word: '图表', description: '一张图，连同数据表和来源' },
  Table: { word: '表格', description: '给一张表编号，加上表题' },
  See: { word: '参见', description: '印出「表3-1」「图3-2」「第三章」' },
  Note: { word: '注', description: '编号的注' },
  Definitions: { word: '口径', description: '文中用到的指标和定义' },
  SourceList: { word: '来源表', description: '文中引用的来源' },
};

/** Snippets for VS Code: components by name or Chinese word, and the frontmatter of a new entry by 新建 and its kind. */
export function buildSnippets(): Record<string, Snippet> {
  const components = Object.entries(AUTHOR_COMPONENTS).map(([name, rule]): [string, Snippet] => {
    const { word, description } = COMPONENT_HELP[name] ?? { word: name, description: name };
    const props = rule.required.map((prop, at) => ` ${prop}="$${String(at + 1)}"`).join('');
    const inside = `$${String(rule.required.length + 1)}`;
    const open = `<${name}${props}`;
    const body =
      rule.children !== 'required'
        ? [`${open} />`]
        : rule.block
          ? [`${open}>`, '', inside, '', `</${name}>`]
          : [`${open}>${inside}</${name}>`];
    return [`${word} <${name}>`, { scope: 'mdx', prefix: [name, word], body, description }];
  });
  const entries = mdxKinds.map((kind): [string, Snippet] => {
    const { label, schema } = ENTRY_KINDS[kind];
    return [
      `新建${label}`,
      {
        scope: 'mdx',
        prefix: [`新建${label}`],
        body: entryBody(schema),
        description: `${label}的资料区，只有必填的字段`,
      },
    ];
  });
  return Object.fromEntries([...components, ...entries]);
}

function entryBody(schema: Parameters<typeof describeFields>[0]): string[] {
  let blank = 0;
  const next = (hint: string): string => `\${${String((blank += 1))}:${hint.replaceAll(/[$}\\]/g, '')}}`;
  const lines = describeFields(schema)
    .filter(({ required }) => required)
    .flatMap((field): string[] => {
      if (field.type === 'group-list' && field.minimum > 0) {
        return [
          `${field.key}:`,
          ...field.fields
            .filter(({ required }) => required)
            .map((inner, at) => `${at === 0 ? '  - ' : '    '}${inner.key}: ${next(inner.label)}`),
        ];
      }
      if (field.type === 'list' || field.type === 'group-list') return [`${field.key}: []`];
      if (field.type === 'choice')
        return [`${field.key}: \${${String((blank += 1))}|${field.choices.map(({ value }) => value).join(',')}|}`];
      return field.type === 'other'
        ? [`${field.key}:`]
        : [`${field.key}: ${field.type === 'boolean' ? 'true' : next(field.label)}`];
    });
  return ['---', ...lines, '---', '', '$0'];
}
