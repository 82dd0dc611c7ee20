/** Windows opens devices by these names, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;

/** Whether no file and no folder can have this name on Windows. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}
