/** The languages of a case's documents, by which the first guess is made of what its pictures are written in. */
import type { RowReader } from '../../../store/rows';
import { readWhole } from '../../../store/whole';

/** BCP 47, one for each document that has one. */
export async function languageTags(store: RowReader): Promise<readonly string[]> {
  const documents = await readWhole(store, 'documents');
  return [...documents.values()].map(({ language }) => language).filter((language) => language !== '');
}
