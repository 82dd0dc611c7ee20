/** One thing that EDITING.md tells its reader to do or to see, in the words beside its fenced blocks. */
export type EditingStep =
  | { type: 'create'; path: string; text: string }
  | { type: 'insert'; path: string; after: string; text: string }
  | { type: 'replace'; path: string; before: string; text: string }
  /** A line that begins with a key, whatever stands there. */
  | { type: 'replace-line'; path: string; key: string; text: string }
  | { type: 'add-photo'; path: string }
  | { type: 'check'; report: string };

/** Fenced blocks with the paragraph that leads to each, and photographs to be put in place. */
const PART = /(?:^|\n)([^\n]+)\n\n```\S*\n([\s\S]*?)\n```|放成 `([^`\n]+)`/g;

/** The steps of the worked examples, in order. Throws when one half of a pair is missing. */
export function findEditingSteps(markdown: string): EditingStep[] {
  const steps: EditingStep[] = [];
  let open: { kind: 'insert' | 'replace'; path: string; text: string } | undefined;
  for (const [, lead = '', text = '', photo] of markdown.matchAll(PART)) {
    const path = /`(content\/lianxi\/[^`]+)`/.exec(lead)?.[1];
    if (photo !== undefined) steps.push({ type: 'add-photo', path: photo });
    else if (lead.endsWith('在它下面加上：') || lead === '改成：') {
      if (!open) throw new Error(`Nothing stands before 「${lead}」: ${text}`);
      steps.push(
        open.kind === 'insert'
          ? { type: 'insert', path: open.path, after: open.text, text }
          : { type: 'replace', path: open.path, before: open.text, text },
      );
      open = undefined;
    } else if (path !== undefined && lead.endsWith('找到：')) open = { kind: 'insert', path, text };
    else if (path !== undefined && lead.endsWith('把')) open = { kind: 'replace', path, text };
    else if (path !== undefined && lead.endsWith('那一行改成：')) {
      const key = /把 `([^`]+)` 那一行改成：$/.exec(lead)?.[1] ?? '';
      steps.push({ type: 'replace-line', path, key, text });
    } else if (path !== undefined && lead.endsWith('：') && lead.includes('新建')) {
      steps.push({ type: 'create', path, text });
    } else if (lead.endsWith('查一遍：') || lead === '应当看到：') steps.push({ type: 'check', report: text });
  }
  return steps;
}

/** The text of a file after a step. Throws when what the step names is not there, or not once. */
export function applyToText(step: EditingStep, old: string | undefined): string {
  if (step.type === 'create') {
    if (old !== undefined) throw new Error(`${step.path} is there already.`);
    return `${step.text}\n`;
  }
  if (old === undefined) throw new Error(`There is no file for the step ${step.type}.`);
  switch (step.type) {
    case 'insert':
      return replaceOnce(old, `${step.after}\n`, `${step.after}\n${step.text}\n`);
    case 'replace':
      return replaceOnce(old, step.before, step.text);
    case 'replace-line': {
      const line = old.split('\n').find((text) => text.trimStart().startsWith(step.key)) ?? step.key;
      return replaceOnce(old, line, step.text);
    }
    default:
      return old;
  }
}

function replaceOnce(text: string, before: string, after: string): string {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`This stands ${String(parts.length - 1)} times in the file: ${before}`);
  return parts.join(after);
}
