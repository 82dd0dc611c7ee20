/** A file in base64, as the desk's requests take it. */
export async function toBase64(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('这个文件读不出来。'));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
