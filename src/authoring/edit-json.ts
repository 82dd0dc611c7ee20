import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import { type Edit, findKeyPosition, type KeyOrder } from './edit-operations.ts';

/** Applies edits to JSON text, leaving every character outside of them as it is. */
export function editJson(text: string, edits: readonly Edit[], keyOrder: KeyOrder): string {
  return edits.reduce((edited, edit) => applyEdits(edited, modifications(edited, edit, keyOrder)), text);
}

function modifications(text: string, edit: Edit, keyOrder: KeyOrder): ReturnType<typeof modify> {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const path: JSONPath = [...edit.path];
  switch (edit.type) {
    case 'remove':
      return modify(text, path, undefined, { formattingOptions });
    case 'append':
      return modify(text, [...path, -1], edit.value, { formattingOptions, isArrayInsertion: true });
    case 'set': {
      const key = path.at(-1);
      const getInsertionIndex = (present: string[]): number =>
        findKeyPosition(present, String(key), keyOrder(edit.path.slice(0, -1)));
      return modify(text, path, edit.value, { formattingOptions, getInsertionIndex });
    }
  }
}
