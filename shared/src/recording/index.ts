/** The one door of the recordings: open a file, look at it, verify it, make tables of it. Re-exports, no logic. */
export { ANNOTATION_KINDS, CERTAINTIES, isSnapshot, MOST_CHARACTERS, RECORDING_FORMAT, RULES_VERSION, textIn } from './format.ts';
export type { ActEntry, Annotation, Certainty, Closing, ForkOrigin, RecordedEntry, RecordedSeat, RecordingHeader, SnapshotEntry } from './format.ts';
export { isOpened, openRecording } from './open.ts';
export type { Opened, OpenRefusalCode, Problem, ProblemCode, RecordingRefusal } from './open.ts';
export { createReel } from './reel.ts';
export type { Reel, ReelStep, SeriesPoint } from './reel.ts';
export { MARKS } from './marks.ts';
export type { Mark } from './marks.ts';
export type { Learned, LearnedKind } from './learned.ts';
export { headerOf, recordingText, seqOf, withAnnotations } from './write.ts';
export type { HeaderFacts, OpenAct } from './write.ts';
export { decideAgain, verdictOn, verifyRecording } from './verify.ts';
export type { Finding, FindingCode, Verdict } from './verify.ts';
export { codebookOf, COLUMNS, csvOf, tablesOf } from './tables.ts';
export type { Cell, Meanings, Table, TableName, Tables } from './tables.ts';
export type { Code, Codebook } from './coding.ts';
