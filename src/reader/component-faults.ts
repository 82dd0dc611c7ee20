import type { IssueCode } from '../issues/codes.ts';
import { findNearest } from '../lib/nearest.ts';
import type { ComponentRule, ComponentRules } from './body.ts';
import { plainText, type TreeNode } from './mdx-tree.ts';

/** What is wrong with a tag of a body. */
export interface TagFault {
  code: IssueCode;
  message: string;
  hint: string;
}

/** Faults of a tag that is no author component: HTML, or a component's name misspelt. */
export function findStrayFaults(node: TreeNode, name: string, rules: ComponentRules): TagFault[] {
  const handlers = (node.attributes ?? []).filter((attribute) => /^on[a-z]/i.test(attribute.name ?? ''));
  const faults = handlers.map((handler): TagFault => ({
    code: 'JC406',
    message: `正文里不能写事件属性 ${handler.name ?? ''}。`,
    hint: '删掉这个属性。',
  }));
  if (/^[a-z]/.test(name) || name === '') return [...faults, { code: 'JC405', ...describeForbiddenElement(name) }];
  const known = Object.keys(rules);
  const nearest = findNearest(name, known);
  const guess = nearest.length > 0 ? `是不是想写 <${nearest.join('>、<')}>？` : '';
  return [
    ...faults,
    { code: 'JC404', message: `没有叫 <${name}> 的组件。`, hint: `${guess}可用的组件：${known.join('、')}。` },
  ];
}

/** Faults of an author component: attributes it does not know or lacks, text it should wrap. */
export function findComponentFaults(
  node: TreeNode,
  { name, props, rule }: { name: string; props: Readonly<Record<string, string>>; rule: ComponentRule },
): TagFault[] {
  const known = [...rule.required, ...rule.optional];
  const faults = Object.keys(props)
    .filter((key) => !known.includes(key))
    .map((key): TagFault => ({
      code: 'JC406',
      message: `<${name}> 没有 ${key} 这个属性。`,
      hint: `可用的属性：${known.join('、')}。`,
    }));
  for (const key of rule.required.filter((required) => !props[required]?.trim()))
    faults.push(describeMissing(name, key));
  if (rule.children === 'required' && plainText(node).trim() === '') {
    faults.push({ code: 'JC406', message: `<${name}> 里面没有文字。`, hint: `写成 <${name} …>文字</${name}>。` });
  }
  return faults;
}

/** A quantity without source is about the figure first, and about the attribute second. */
function describeMissing(name: string, key: string): TagFault {
  if (name !== 'Fact')
    return { code: 'JC406', message: `<${name}> 缺少属性 ${key}。`, hint: `写成 <${name} ${key}="…">。` };
  return {
    code: 'JC502',
    message: `<Fact> 里的数量没有写${key === 'source' ? '来源 source' : '出处位置 locator'}。`,
    hint: '写成 <Fact source="来源编号" locator="在来源中的位置">…</Fact>。',
  };
}

export function describeForbiddenElement(tag: string): { message: string; hint: string } {
  if (/^h[156]$/.test(tag)) {
    return { message: '正文里的标题从两个井号开始，最多四个。', hint: '一级标题由页面自己写；把这一行改成 ## 开头。' };
  }
  if (tag === 'img')
    return { message: '正文里不能直接放图片。', hint: '图片写在资料区的 portrait 里，要有署名和同意。' };
  return {
    message: `正文里不能写 <${tag}> 标签。`,
    hint:
      tag === 'script' || tag === 'style'
        ? '连同里面的内容一起删掉；正文只放文字。'
        : '删掉这个标签，留下里面的文字；要写小于号时写成「小于」。',
  };
}
