/** What is done with each screen on the way: a picture is taken, or it is looked at for faults. */
export type Look = (name: string) => Promise<void>;
