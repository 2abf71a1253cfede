/** Asks whether and how pictures are to be read: one question at a time, and once for an import where that is wished. */
import { likelyLanguages, readableLanguages } from '@shared/extract/ocr/languages';
import type { App } from '../../../app/context';
import { readSetting, writeSetting } from '../../../store/registry';
import { oneAtATime } from '../oneAtATime';
import { askOcr } from './OcrDialog';
import type { OcrAnswer, OcrNeed } from './OcrDialog';

/** How a file is to be read; null where its pictures are to be left. */
export type AskOcr = (need: OcrNeed) => Promise<Pick<OcrAnswer, 'languages' | 'pages'> | null>;

/** What was read with the last time, in this profile. */
const LANGUAGES_SETTING = 'ocr.languages';

export interface OcrAskerOptions {
  /** How many files are asked about. */
  readonly files: number;
  /** BCP 47 tags of the case's documents, for the first time of all. */
  readonly tags: () => Promise<readonly string[]>;
}

export function ocrAsker(app: Pick<App, 'ask'>, { files, tags }: OcrAskerOptions): AskOcr {
  let forAll: OcrAnswer | null = null;
  return oneAtATime<[OcrNeed], Pick<OcrAnswer, 'languages' | 'pages'> | null>(async (need) => {
    if (forAll) return forAll;
    const kept = await readSetting<readonly string[]>(LANGUAGES_SETTING);
    const languages = Array.isArray(kept)
      ? readableLanguages(kept)
      : likelyLanguages([...(await tags()), navigator.language]);
    const answer = await askOcr(app, { ...need, languages, isOneOfMany: files > 1 });
    if (!answer) return null;
    if (answer.forAll) forAll = answer;
    await writeSetting(LANGUAGES_SETTING, answer.languages);
    return answer;
  });
}
