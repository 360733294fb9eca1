export { type CopyAbout, parseAbout, readAbout, takenBy, writeAbout } from './about.ts';
export { type Copied, type CopyKeeper, type CopyOrder, createCopyKeeper } from './keep.ts';
export { copyFiles, copyFolder } from './layout.ts';
export { type Restored, restoreJournal, type RestoreOrder } from './restore.ts';
