/** The file a document came from: what it was, what made the text, and the ways to have it back. */
import { useEffect, useState } from 'react';
import { Download, ExternalLink } from 'lucide-react';
import { DOCUMENT_FORMAT_IDS, DOCUMENT_FORMATS } from '@shared/extract/formats';
import { ocrInWords, ocrOf } from '@shared/extract/ocr/madeBy';
import { PICTURE_FORMATS, pictureOfMediaType } from '@shared/extract/pictures';
import { newestVersion } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { isOpenable } from '@shared/openable';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../../app/context';
import { useCase } from '../../../store/hooks';
import { readOriginal } from '../../../store/texts';
import { Button, Disclosure } from '../../../ui';
import styles from './details.module.css';

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

export function sizeWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1000 ** step;
  return `${number.toLocaleString(undefined, { maximumFractionDigits: step === 0 || number >= 100 ? 0 : 1 })} ${UNITS[step]}`;
}

const formatWords = (mediaType: string): string => {
  const picture = pictureOfMediaType(mediaType);
  if (picture) return PICTURE_FORMATS[picture].label;
  const id = DOCUMENT_FORMAT_IDS.find((one) => DOCUMENT_FORMATS[one].mediaType === mediaType);
  return id ? DOCUMENT_FORMATS[id].label : mediaType;
};

/** The size in bytes; null where the file is not kept here, undefined while it is looked for. */
function useOriginalSize(originalId: string): number | null | undefined {
  const open = useCase();
  const [size, setSize] = useState<{ of: string; size: number | null }>();
  useEffect(() => {
    let gone = false;
    void readOriginal(open, originalId).then((found) => {
      if (!gone) setSize({ of: originalId, size: found ? found.bytes.length : null });
    });
    return () => {
      gone = true;
    };
  }, [open, originalId]);
  return size?.of === originalId ? size.size : undefined;
}

const Kept = ({ document, originalId }: { document: Document; originalId: string }) => {
  const app = useApp();
  const size = useOriginalSize(originalId);
  const { fileName } = newestVersion(document);
  if (size === null)
    return <p className={styles.missing}>The file itself is not here: it was left out of the bundle.</p>;
  return (
    <>
      <dl className={styles.facts}>
        <dt>Size</dt>
        <dd>{size === undefined ? '…' : sizeWords(size)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code title={originalId}>{originalId.slice(0, 16)}…</code>
        </dd>
      </dl>
      <div className={styles.actions}>
        {app.platform.openCopy !== null && isOpenable(fileName) && (
          <Button icon={ExternalLink} onPress={() => void app.run('document.openOriginal', { id: document.id })}>
            Open a copy
          </Button>
        )}
        <Button icon={Download} onPress={() => void app.run('document.saveOriginal', { id: document.id })}>
          Save the file…
        </Button>
      </div>
    </>
  );
};

export const OriginalFile = ({ document }: { document: Document }) => {
  const { fileName, mediaType, extractor, importedAt, originalId } = newestVersion(document);
  const ocr = ocrOf(extractor);
  return (
    <Disclosure title="The file it came from">
      <dl className={styles.facts}>
        {fileName !== '' && (
          <>
            <dt>Name</dt>
            <dd>{fileName}</dd>
          </>
        )}
        <dt>Format</dt>
        <dd>{fileName === '' ? 'Pasted text' : formatWords(mediaType)}</dd>
        <dt>Read by</dt>
        <dd>
          <code>{extractor}</code>
        </dd>
        <dt>Came in</dt>
        <dd>
          <time dateTime={importedAt} title={importedAt}>
            {momentWords(importedAt)}
          </time>
        </dd>
      </dl>
      {ocr && <p className={styles.recognised}>{ocrInWords(ocr)}</p>}
      {originalId !== null && <Kept key={originalId} document={document} originalId={originalId} />}
    </Disclosure>
  );
};
