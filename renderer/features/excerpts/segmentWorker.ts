/** Cuts long texts into their blocks away from the page, which would stand still meanwhile. */
import { segmentText } from '@shared/text/segments';
import { packSegments } from './packedSegments';

self.onmessage = ({ data }: MessageEvent<{ number: number; text: string }>) => {
  const packed = packSegments(segmentText(data.text));
  const parts = [packed.kinds, packed.spans, packed.markers].map((part) => part.buffer);
  self.postMessage({ number: data.number, packed }, { transfer: parts });
};
