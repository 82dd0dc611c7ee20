/** @throws Error when the file does not arrive */
async function fetchFile(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  return response;
}

export async function fetchJson<Value>(address: string, cache: RequestCache = 'default'): Promise<Value> {
  return (await (await fetchFile(address, cache)).json()) as Value;
}

/** The content of a file that is packed by itself (gzip), whatever the host does. */
export async function fetchPacked(address: string): Promise<Uint8Array> {
  const packed = new Uint8Array(await (await fetchFile(address, 'default')).arrayBuffer());
  if ('DecompressionStream' in globalThis) return unpack(packed);
  // iPhones before 2023.
  const { gunzipSync } = await import('fflate');
  return gunzipSync(packed);
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { writable, readable } = new DecompressionStream('gzip');
  // By hand: a `Response` in between takes twice as long.
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(packed), writer.close()]);
  const parts: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(read.value);
  await written;
  const [only] = parts;
  return only && parts.length === 1 ? only : joinBytes(parts);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
