/** Ids that follow from a text, so that every replica that makes the same record gives it the same id. */

/** A UUIDv8 (RFC 9562 §5.8) made from a text by a hash that is the same everywhere (four rounds of FNV-1a, 32 bits). */
export function idFromText(text: string): string {
  let hex = '';
  for (let round = 0; round < 4; round++) {
    let hash = 0x811c9dc5 ^ round;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hex += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
