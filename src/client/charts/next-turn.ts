/** Lets the browser answer the reader before the work goes on: a slow telephone stands still during one long piece of it. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
