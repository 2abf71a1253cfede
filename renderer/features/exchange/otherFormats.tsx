/** Other programs' files in and out: a case of its own comes in; what has no place is said, never dropped silently. */
import { useState } from 'react';
import { zipSync } from 'fflate';
import type { BundleContents } from '@shared/bundle';
import { formatOf, FORMATS } from '@shared/interchange/formats';
import type { Format } from '@shared/interchange/formats';
import type { ConversionReport } from '@shared/interchange/report';
import type { Marking } from '@shared/model/marking';
import { no, yes } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import { counted } from '@shared/text/counted';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { flushPending } from '../../app/pending';
import { hasRoomFor } from '../../app/room';
import { readContents, storeCase } from '../../store/contents';
import type { CaseContents } from '../../store/contents';
import { Button, Dialog, RadioGroup, Select } from '../../ui';
import { askArrival } from './ArrivalDialog';
import { redactBundle } from './bundleClient';
import { CEILINGS } from './ceilings';
import type { FormatAnswer, FormatAsk } from './formatWorker';
import { fileNameOf } from './saveBundle';
import styles from './exchange.module.css';

const READABLE = FORMATS.filter(({ id, read }) => read && id !== 'bundle');
const WRITABLE = FORMATS.filter(({ id, write }) => write && id !== 'bundle');
const LARGEST = 500 * 1024 * 1024;

/** Runs one conversion in a worker of its own, which ends with it or with the signal. */
function convert(ask: FormatAsk, signal: AbortSignal): Promise<Exclude<FormatAnswer, { failure: string }>> {
  const worker = new Worker(new URL('./formatWorker.ts', import.meta.url), { type: 'module', name: 'formats' });
  const { promise, resolve, reject } = Promise.withResolvers<Exclude<FormatAnswer, { failure: string }>>();
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker did not start')));
  worker.addEventListener('message', ({ data }: MessageEvent<FormatAnswer>) =>
    'failure' in data ? reject(new Error(data.failure)) : resolve(data),
  );
  worker.postMessage(ask);
  return promise.finally(() => worker.terminate());
}

/** Brings a file of another program in as a case of its own, all of it or nothing. */
export async function importOtherFormat(context: CommandContext, given: PickedFile | null): Promise<Outcome> {
  const extensions = [...new Set(READABLE.flatMap((format) => format.extensions.map((one) => one.split('.').at(-1)!)))];
  const filters = [{ name: 'Files of other programs', extensions }];
  const picked = given
    ? yes([given])
    : await context.platform.openFiles({ title: 'Bring in from another program', filters, many: false });
  const file = picked.ok ? picked.value[0] : undefined;
  if (!file) return no('cancelled');
  const format = formatOf(file.name);
  if (!format?.read || format.id === 'bundle') return no('format-unknown', file.name);
  if (file.size > LARGEST) return no('too-large', file.name);
  if (!(await hasRoomFor(context.platform, file.size))) return no('no-space');
  const wishes = await askArrival(context, file.name);
  if (!wishes) return no('cancelled');
  const stop = new AbortController();
  const progress = context.progress(`Reading ${file.name}`, () => stop.abort());
  try {
    const bytes = await file.read();
    if (!bytes.ok) return no(bytes.reason, file.name);
    const { actor } = context.analyst!;
    const ask = {
      ask: 'read',
      format: format.id,
      bytes: bytes.value,
      fileName: file.name,
      actor,
      wishes,
    } as const;
    const answer = await convert(ask, stop.signal);
    if (!('read' in answer)) return no('cancelled');
    if (!answer.read.ok) {
      context.toast(answer.read.sentence, { tone: 'danger' });
      return no('cancelled');
    }
    const { contents, report } = answer.read.value;
    const { id, name } = contents.case;
    progress.update(null, `Storing ${name}`);
    const now = context.now().toISOString();
    await storeCase(contents as CaseContents, { caseId: id, name, now, signal: stop.signal });
    context.navigate({ view: 'overview', caseId: id });
    await showReport(context, `${file.name} came in as a case`, report);
    return yes(id);
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    throw error;
  } finally {
    progress.done();
  }
}

/** Writes the open case for another program; what it has no place for is said. */
export async function exportOtherFormat(context: CommandContext): Promise<Outcome> {
  await flushPending();
  const wanted = await context.ask<FormatWish>((close) => <FormatDialog close={close} />);
  if (!wanted) return no('cancelled');
  const { format, ceiling } = wanted;
  const stop = new AbortController();
  const progress = context.progress(`Writing ${format.name}`, () => stop.abort());
  try {
    const whole = (await readContents(context.theCase, { originals: true })) as BundleContents;
    const limits = { pseudonyms: false, privateNotes: true, originals: true };
    const contents = ceiling ? await redactBundle(whole, { ceiling, ...limits }, { signal: stop.signal }) : whole;
    const answer = await convert({ ask: 'write', format: format.id, contents }, stop.signal);
    if (!('written' in answer)) return no('cancelled');
    const { files, report } = answer.written;
    const isOne = files.length === 1;
    const extension = isOne ? files[0]!.name.split('.').slice(1).join('.') : 'zip';
    const saved = await context.platform.saveFile({
      suggestedName: fileNameOf(contents.case.name, extension),
      filters: [{ name: isOne ? format.name : 'Zip', extensions: [extension.split('.').at(-1)!] }],
      bytes: isOne ? files[0]!.bytes : zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))),
    });
    if (!saved.ok) return no(saved.reason);
    await showReport(context, `${saved.value.name} was written`, report);
    return yes(null);
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    if (String(error).includes('BundleTooLarge')) return no('bundle-too-large');
    throw error;
  } finally {
    progress.done();
  }
}

interface FormatWish {
  readonly format: Format;
  /** The strictest label that may go; null: all of it. */
  readonly ceiling: Marking | null;
}

const FormatDialog = ({ close }: { close: (wish?: FormatWish) => void }) => {
  const [id, setId] = useState(WRITABLE[0]!.id);
  const [ceiling, setCeiling] = useState<Marking | 'all'>('all');
  const submit = (): void =>
    close({ format: WRITABLE.find((one) => one.id === id)!, ceiling: ceiling === 'all' ? null : ceiling });
  return (
    <Dialog
      isOpen
      title="Export for another program"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Export…
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioGroup
          label="Format"
          items={WRITABLE.map((format) => ({
            id: format.id,
            label: format.name,
            detail: format.extensions.map((one) => `.${one}`).join(', '),
          }))}
          value={id}
          onChange={setId}
        />
        <Select label="How much of it" items={CEILINGS} value={ceiling} onChange={setCeiling} />
        <p className={styles.quiet}>What the other format has no place for is listed afterwards.</p>
      </div>
    </Dialog>
  );
};

/** The word for one of what a report counts. */
const singular = (word: string): string => (word.endsWith('eses') ? word.replace(/es$/, 'is') : word.replace(/s$/, ''));

async function showReport(context: CommandContext, title: string, report: ConversionReport): Promise<void> {
  const counts = Object.entries(report.counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => counted(count, singular(what), what));
  if (report.losses.length === 0 && report.notices.length === 0) {
    context.toast(counts.length === 0 ? `${title}.` : `${title}: ${counts.join(', ')}.`);
    return;
  }
  await context.ask((close) => (
    <Dialog
      isOpen
      title={title}
      onClose={() => close()}
      actions={
        <Button variant="primary" onPress={() => close()}>
          Close
        </Button>
      }
    >
      {counts.length > 0 && <p>Came over: {counts.join(', ')}.</p>}
      {report.losses.length > 0 && (
        <>
          <h3 className={styles.reportHead}>What has no place there</h3>
          <ul className={styles.report}>
            {report.losses.map(({ what, count }) => (
              <li key={what}>
                {what} <span className={styles.quiet}>({count.toLocaleString()})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {report.notices.length > 0 && (
        <>
          <h3 className={styles.reportHead}>Worth a look</h3>
          <ul className={styles.report}>
            {report.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  ));
}
