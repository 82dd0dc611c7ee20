/** Something that the person who publishes can act on, said in Chinese. Anything else is a defect and keeps its stack. */
export class PublishFailure extends Error {}

/** Another publisher is at work on the same target. */
export class TargetBusy extends PublishFailure {}
