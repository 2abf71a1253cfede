/** The recipients that this machine knows, kept among the settings: they never travel. */
import { readRecipients } from '@shared/bundle/share/recipient';
import type { Recipient } from '@shared/bundle/share/recipient';
import { readSetting, writeSetting } from '../../../store/registry';

export const RECIPIENTS = 'exchange.recipients';

export const allRecipients = async (): Promise<Recipient[]> => readRecipients(await readSetting(RECIPIENTS));

/** Keeps a recipient, in place of the one with its id. */
export async function keepRecipient(recipient: Recipient): Promise<void> {
  const others = (await allRecipients()).filter(({ id }) => id !== recipient.id);
  await writeSetting(
    RECIPIENTS,
    [...others, recipient].sort((a, b) => a.name.localeCompare(b.name)),
  );
}

export async function forgetRecipient(id: string): Promise<void> {
  await writeSetting(
    RECIPIENTS,
    (await allRecipients()).filter((one) => one.id !== id),
  );
}
