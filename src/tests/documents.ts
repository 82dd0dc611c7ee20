import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');

/** The documents beside the code that people read first. */
export const DOCUMENTS = ['README.md', 'EDITING.md', 'SERVING.md', 'CONTRIBUTING.md'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

export function readDocument(name: DocumentName): string {
  return readFileSync(join(projectFolder, name), 'utf8');
}

/** The texts of fenced blocks and of `code` in a line. */
export function findCode(markdown: string): string[] {
  const fence = /^( *)(`{3,})[^\n]*\n([\s\S]*?)\n\1\2$/gm;
  const blocks = [...markdown.matchAll(fence)].map((match) => match[3] ?? '');
  const spans = [...markdown.replaceAll(fence, '').matchAll(/(`+)([^`\n]+)\1/g)].map((match) => match[2] ?? '');
  return [...blocks, ...spans];
}

/** What `npm run` or `npm` is followed by in a document's code, in order. */
export function findNpmScripts(markdown: string): string[] {
  return findCode(markdown).flatMap((code) =>
    [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map((match) => match[1] ?? match[2] ?? ''),
  );
}

/** Where links and pictures lead, without those to other sites. */
export function findLinks(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('/'));
}

/** The places of a document that a link can lead to: its `<a id>` and its headings as GitHub names them. */
export function findPlaces(markdown: string): Set<string> {
  const text = markdown.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '');
  const anchors = [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1] ?? '');
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
  return new Set([...anchors, ...headings]);
}

export interface IssueSection {
  /** JC501 */
  code: string;
  /** All lines of the heading and below it, up to the next code. */
  text: string;
  example?: IssueExample;
}

/** What is wrong and how it is mended. The mended text is empty where lines or a file are to go. */
export interface IssueExample {
  what: 'lines' | 'file';
  wrong: string;
  mended: string;
}

/** The sections of EDITING.md that explain an issue code, one for each anchor. */
export function findIssueSections(editing: string): IssueSection[] {
  return editing
    .split(/^(?=<a id="jc\d{3}"><\/a>$)/m)
    .slice(1)
    .map((section): IssueSection => {
      const code = (/^<a id="(jc\d{3})">/.exec(section)?.[1] ?? '').toUpperCase();
      const match = /^错：\n\n```(\S+)\n([\s\S]*?)\n```\n\n改：(?:\n\n```\1\n([\s\S]*?)\n```|\S+)$/m.exec(section);
      if (!match) return { code, text: section };
      const [, language, wrong = '', mended = ''] = match;
      return { code, text: section, example: { what: language === '文件名' ? 'file' : 'lines', wrong, mended } };
    });
}
