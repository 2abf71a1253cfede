/** Some recognisers that read pages at the same time; whoever asks waits for one that is free. */
import type { RecognisedPage } from '@shared/extract/ocr';
import type { PageImage } from './images';
import { startRecogniser } from './recogniser';
import type { Recogniser, RecogniserOptions } from './recogniser';

export async function startRecognisers(options: RecogniserOptions & { readonly lanes: number }): Promise<Recogniser> {
  const all: Recogniser[] = await Promise.all(Array.from({ length: options.lanes }, () => startRecogniser(options)));
  const free = [...all];
  const waiting: ((one: Recogniser) => void)[] = [];
  return {
    async read(image: PageImage): Promise<RecognisedPage> {
      const one = free.pop() ?? (await new Promise<Recogniser>((resolve) => waiting.push(resolve)));
      try {
        return await one.read(image);
      } finally {
        const next = waiting.shift();
        if (next) next(one);
        else free.push(one);
      }
    },
    close: () => all.forEach((one) => one.close()),
  };
}
