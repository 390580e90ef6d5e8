/** The measures of a table beside the page, so that it stays awake while they are made. */
import book from '../../../../assets/codebooks/cameo.json';
import { measuresOf, openOf, type Asked } from './measures.ts';

export type Request = Omit<Asked, 'book'>;
/** Answers twice: at once without the wider set of clauses, then with it. */
onmessage = ({ data }: MessageEvent<Request>): void => {
  const made = measuresOf({ ...data, book });
  postMessage(made);
  postMessage({ ...made, open: openOf(data) });
};
