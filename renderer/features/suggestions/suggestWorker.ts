/** Reads texts for suggestions away from the page. */
import { suggest } from '@shared/suggest/suggest';
import type { SuggestContext } from '@shared/suggest/suggestion';

self.onmessage = ({ data }: MessageEvent<{ number: number; text: string; context: SuggestContext }>) => {
  self.postMessage({ number: data.number, suggestions: suggest(data.text, data.context) });
};
