export function makeSite(): Promise<number> { return Promise.resolve(0); }
