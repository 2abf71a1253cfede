/** Pictures as a file holds them: without what the camera wrote beside them, and in a format its reader knows. */
import type { BriefingModel } from '@shared/briefing/model';
import type { Block } from '@shared/briefing/parts';
import type { FigureType } from '@shared/briefing/bodySchema';
import { base64Of } from '../embeddedFonts';

/** The pictures that are left in a model, with their types. */
export function shownPictures(model: BriefingModel): ReadonlyMap<string, FigureType> {
  const found = new Map<string, FigureType>();
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'figure') found.set(block.originalId, block.mediaType);
      else if (block.kind === 'quote' || block.kind === 'judgement') walk(block.blocks);
      else if (block.kind === 'list') block.items.forEach(walk);
      else if (block.kind === 'table') block.rows.flat().forEach((cell) => walk(cell.blocks));
    }
  };
  walk(model.blocks);
  return found;
}

/**
 * The model's pictures drawn anew, so that place, camera and names written into the file stay behind; an animated one
 * keeps its first picture. WebP becomes PNG, which Word knows. One that cannot be drawn is left out.
 */
export async function drawnPictures(
  model: BriefingModel,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, { type: FigureType; bytes: Uint8Array }>> {
  const drawn = new Map<string, { type: FigureType; bytes: Uint8Array }>();
  for (const [id, type] of shownPictures(model)) {
    const bytes = pictures.get(id);
    const made = bytes && (await draw(bytes, type));
    if (made) drawn.set(id, { type: type === 'image/jpeg' ? type : 'image/png', bytes: made });
  }
  return drawn;
}

async function draw(bytes: Uint8Array, type: FigureType): Promise<Uint8Array | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await canvas.convertToBlob(type === 'image/jpeg' ? { type, quality: 0.92 } : { type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // Not a picture after all, or too large to draw: its description stands in its place.
    return null;
  }
}

/** As an HTML page takes them. */
export const asBase64 = (pictures: ReadonlyMap<string, { bytes: Uint8Array }>): Map<string, string> =>
  new Map([...pictures].map(([id, { bytes }]) => [id, base64Of(bytes)]));

/** The model with its figures of the types they were drawn as. */
export function asDrawn(model: BriefingModel, drawn: ReadonlyMap<string, { type: FigureType }>): BriefingModel {
  const walk = (blocks: readonly Block[]): Block[] =>
    blocks.map((block) => {
      if (block.kind === 'figure') {
        return { ...block, mediaType: drawn.get(block.originalId)?.type ?? block.mediaType };
      }
      if (block.kind === 'quote' || block.kind === 'judgement') return { ...block, blocks: walk(block.blocks) };
      if (block.kind === 'list') return { ...block, items: block.items.map(walk) };
      if (block.kind !== 'table') return block;
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: walk(cell.blocks) })));
      return { ...block, rows };
    });
  return { ...model, blocks: walk(model.blocks) };
}
