/** The schema of the file as JSON Schema, for programs in other languages (assets/schemas/recording.schema.json). */
import * as z from 'zod';
import { ActLine, AnnotationLine, Closing, RECORDING_FORMAT, RecordingHeader, SnapshotLine } from './format.ts';

/** One alternative a kind of line; parts used more than once stand under `$defs`. */
export function recordingJsonSchema(): object {
  const line = z.union([RecordingHeader, ActLine, SnapshotLine, Closing, AnnotationLine]);
  const { $schema, ...rest } = z.toJSONSchema(line, { target: 'draft-2020-12', io: 'input', reused: 'ref', unrepresentable: 'any' }) as Record<string, unknown>;
  return {
    $schema, title: `A line of a *.concert.jsonl recording, format ${RECORDING_FORMAT}`,
    description: 'Line 1 is a header; then acts and snapshots in order of seq; then the closing line; then annotations. Hash chain and digest: docs/recording-format.md.',
    ...rest,
  };
}
