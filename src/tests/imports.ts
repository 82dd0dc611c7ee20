import ts from 'typescript';

export interface FoundImport {
  specifier: string;
  /** From 1. */
  line: number;
}

/**
 * What a module imports, in whatever way: import and export statements, types too, import() and import types. Of an Astro component
 * its frontmatter and its scripts are read.
 */
export function findImports(text: string, file: string): FoundImport[] {
  const code = file.endsWith('.astro') ? blankMarkup(text) : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: code.slice(0, pos).split('\n').length,
  }));
}

/** An Astro component with everything but its frontmatter and the text of its scripts made blank, so that lines stay the same. */
function blankMarkup(text: string): string {
  const frontmatter = /^\s*---\n([\s\S]*?)\n---/d.exec(text)?.indices?.[1];
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/dg)].flatMap(({ indices }) =>
    indices?.[1] ? [indices[1]] : [],
  );
  const kept = frontmatter ? [frontmatter, ...scripts] : scripts;
  return [...text.split('')]
    .map((char, at) => (char === '\n' || kept.some(([from, to]) => at >= from && at < to) ? char : ' '))
    .join('');
}
