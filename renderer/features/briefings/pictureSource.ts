/** Pictures of a briefing as the editor shows them: an address in memory for each, made once and given back at the end. */
import type { FigureType } from '@shared/briefing/bodySchema';
import type { OpenCase } from '../../store/openCase';

export interface PictureSource {
  /** Null where the bytes are not in this case. */
  readonly addressOf: (originalId: string, mediaType: FigureType) => Promise<string | null>;
  readonly close: () => void;
}

export function openPictures({ db }: Pick<OpenCase, 'db'>): PictureSource {
  const addresses = new Map<string, string>();
  let closed = false;
  return {
    async addressOf(originalId, mediaType) {
      const known = addresses.get(originalId);
      if (known !== undefined) return known;
      const stored = await db.originals.get(originalId);
      if (!stored || closed) return null;
      const made = URL.createObjectURL(new Blob([stored.bytes as Uint8Array<ArrayBuffer> | Blob], { type: mediaType }));
      addresses.set(originalId, made);
      return made;
    },
    close() {
      closed = true;
      for (const address of addresses.values()) URL.revokeObjectURL(address);
      addresses.clear();
    },
  };
}
