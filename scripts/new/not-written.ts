/** The person at the keyboard decided against writing. */
export class NotWritten extends Error {}
