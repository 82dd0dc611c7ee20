/** Text of a file in another encoding than UTF-8, and how editors call that encoding. */
export interface ForeignText {
  text: string;
  encoding: 'GB18030' | 'UTF-16 LE' | 'UTF-16 BE';
}

/** Reads what Windows programs write; undefined for UTF-8, and for bytes that give no Chinese text in any of their encodings. */
export function decodeForeign(bytes: Uint8Array): ForeignText | undefined {
  const encodings: readonly ForeignText['encoding'][] =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['UTF-16 LE']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['UTF-16 BE']
        : ['GB18030'];
  if (decode(bytes, 'UTF-8') !== undefined) return undefined;
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== undefined && /\p{Script=Han}/u.test(text) && !/[\p{Co}\p{Cn}\0]/u.test(text))
      return { text, encoding };
  }
  return undefined;
}

/** Undefined where the bytes are not in this encoding. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding.replace(' ', ''), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
