/** A file that cannot be read as a table. The message tells an editor how to mend it. */
export class UnreadableTable extends Error {}
