/** Asks whether pictures of pages are to be read by OCR, and in which languages they are written. */
import { useState } from 'react';
import { MOST_LANGUAGES, OCR_LANGUAGES } from '@shared/extract/ocr/languages';
import type { App } from '../../../app/context';
import { ocrTimeWords } from '../../../ocr/lanes';
import { Button, Checkbox, Dialog, RadioGroup } from '../../../ui';
import styles from '../asking.module.css';

/** What there is to be read. */
export interface OcrNeed {
  readonly name: string;
  /** A picture by itself, pages that all have no text, some pages among others, or a text that is here already. */
  readonly kind: 'picture' | 'scan' | 'some-pages' | 'again';
  /** Pages without a text, and all of them; 0 where nobody counted. */
  readonly pages: number;
  readonly of: number;
}

export interface OcrAnswer {
  readonly languages: readonly string[];
  readonly pages: 'without-text' | 'all';
  /** Also for every further file of this import. */
  readonly forAll: boolean;
}

export interface OcrAsked extends OcrNeed {
  /** Chosen at first. */
  readonly languages: readonly string[];
  /** Whether other files may follow. */
  readonly isOneOfMany: boolean;
}

const count = (pages: number): string => (pages === 1 ? 'one page' : `${pages.toLocaleString()} pages`);

function needWords({ name, kind, pages, of }: OcrNeed): string {
  switch (kind) {
    case 'picture':
      return `“${name}” is a picture.`;
    case 'scan':
      return of === 1
        ? `“${name}” has one page, and no text on it.`
        : `“${name}” has ${count(of)}, and no text on them.`;
    case 'some-pages':
      return `Of the ${count(of)} of “${name}”, ${pages === 1 ? 'one has' : `${pages.toLocaleString()} have`} no text.`;
    case 'again':
      return `The pages of “${name}” can be read anew; what comes of it is compared with the text that is here, as a newer version.`;
  }
}

const LEAVE: Readonly<Record<OcrNeed['kind'], string>> = {
  picture: 'Leave the file out',
  scan: 'Leave the file out',
  'some-pages': 'Import without them',
  again: 'Cancel',
};

const PAGES = [
  { id: 'without-text', label: 'Pages without a text of their own' },
  { id: 'all', label: 'All pages, whatever text they have' },
] as const;

const OcrForm = ({ asked, close }: { asked: OcrAsked; close: (answer?: OcrAnswer) => void }) => {
  const [languages, setLanguages] = useState<readonly string[]>(asked.languages);
  const [pages, setPages] = useState<OcrAnswer['pages']>('without-text');
  const [forAll, setForAll] = useState(true);
  const { kind, isOneOfMany } = asked;
  const toggle = (id: string, isOn: boolean): void =>
    setLanguages((now) => (isOn ? [...now.filter((one) => one !== id), id] : now.filter((one) => one !== id)));
  const isFull = languages.length >= MOST_LANGUAGES;
  const long = kind === 'again' ? 0 : asked.pages;
  return (
    <Dialog
      isOpen
      title="Read the characters in pictures?"
      onClose={() => close()}
      onSubmit={() => {
        if (languages.length > 0) close({ languages, pages, forAll: isOneOfMany && forAll });
      }}
      actions={
        <>
          <Button onPress={() => close()}>{LEAVE[kind]}</Button>
          <Button variant="primary" type="submit" isDisabled={languages.length === 0}>
            Read by OCR
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.words}>
          {needWords(asked)} What is written in pictures can be recognised on this machine (OCR); nothing leaves it.
          {long > 0 &&
            ` That takes ${ocrTimeWords(long, languages.length)}, goes on while you work, and can be stopped.`}
        </p>
        <fieldset className={styles.languages}>
          <legend>Read as</legend>
          {OCR_LANGUAGES.map(({ id, label }) => (
            <Checkbox
              key={id}
              isSelected={languages.includes(id)}
              isDisabled={isFull && !languages.includes(id)}
              onChange={(isOn) => toggle(id, isOn)}
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
        <p className={styles.words} role="status">
          {languages.length === 0
            ? 'Choose the language the pages are written in.'
            : 'The fewer languages, the surer and quicker. What is recognised can be wrong: quotations are to be checked against the page.'}
        </p>
        {kind === 'again' && asked.of > 0 && (
          <RadioGroup label="Which pages" items={PAGES} value={pages} onChange={setPages} />
        )}
        {isOneOfMany && (
          <Checkbox isSelected={forAll} onChange={setForAll}>
            Do the same with all further pictures of this import
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
};

/** How to read; undefined where it is to be left. */
export const askOcr = (app: Pick<App, 'ask'>, asked: OcrAsked): Promise<OcrAnswer | undefined> =>
  app.ask<OcrAnswer>((close) => <OcrForm asked={asked} close={close} />);
