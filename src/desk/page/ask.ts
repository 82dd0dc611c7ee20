import type { RequestAnswer, RequestInput, RequestName } from '../requests.ts';

/** Something that the desk did not do, in words for the editor. */
export class Refused extends Error {}

/** Asks the desk's server. @throws Refused with words to show */
export async function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestAnswer<Name>> {
  const response = await fetch(`/@desk/api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => {
    throw new Refused('编辑台没有在运行。双击「编辑台」重新打开；写的东西还在草稿里。');
  });
  if (!response.ok) throw new Refused((await response.text()).trim());
  return (await response.json()) as RequestAnswer<Name>;
}
