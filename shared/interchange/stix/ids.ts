/** Identifiers of STIX 2.1 objects: the same record has the same one in every export, and none is the record's own. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Ours alone: STIX keeps its own namespace for cyber-observables. */
const NAMESPACE = '5c1f4d0e-7a34-4b0b-9a86-2f60c1f0a5d7';

/** A name-based UUID (RFC 9562 §5.5, version 5) in our namespace. STIX takes versions 1 to 5 only. */
export function uuid5(name: string): string {
  const space = hexToBytes(NAMESPACE.replaceAll('-', ''));
  const words = utf8ToBytes(name);
  const all = new Uint8Array(space.length + words.length);
  all.set(space);
  all.set(words, space.length);
  const hash = sha1(all).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = bytesToHex(hash);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The identifier of what a record becomes: `note--…`. */
export const stixId = (type: string, key: string): string => `${type}--${uuid5(`${type}:${key}`)}`;

/** Our extension, for what STIX has no property for. */
export const EXTENSION_ID = `extension-definition--${uuid5('extension-definition:excerpt')}`;
/** The program, as who defines it. */
export const PROGRAM_ID = stixId('identity', 'collate');
