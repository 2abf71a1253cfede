/** The encodings a text can be read in, for a person to choose from: names as people know them. */
import { EBCDIC } from './ebcdic';

export interface TextEncoding {
  /** As the Encoding Standard names it (EBCDIC apart, which it does not know). */
  readonly id: string;
  readonly label: string;
}

export const ENCODINGS: readonly TextEncoding[] = [
  { id: 'utf-8', label: 'Unicode (UTF-8)' },
  { id: 'utf-16le', label: 'Unicode (UTF-16, little-endian)' },
  { id: 'utf-16be', label: 'Unicode (UTF-16, big-endian)' },
  { id: 'windows-1252', label: 'Western European (Windows-1252, Latin-1)' },
  { id: 'iso-8859-15', label: 'Western European with euro (ISO 8859-15)' },
  { id: 'macintosh', label: 'Western European (Mac)' },
  { id: 'windows-1250', label: 'Central European (Windows-1250)' },
  { id: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { id: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { id: 'koi8-r', label: 'Cyrillic, Russian (KOI8-R)' },
  { id: 'koi8-u', label: 'Cyrillic, Ukrainian (KOI8-U)' },
  { id: 'iso-8859-5', label: 'Cyrillic (ISO 8859-5)' },
  { id: 'ibm866', label: 'Cyrillic (DOS, 866)' },
  { id: 'x-mac-cyrillic', label: 'Cyrillic (Mac)' },
  { id: 'euc-kr', label: 'Korean (EUC-KR, Windows-949)' },
  { id: 'shift_jis', label: 'Japanese (Shift-JIS)' },
  { id: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { id: 'iso-2022-jp', label: 'Japanese (ISO-2022-JP)' },
  { id: 'gb18030', label: 'Chinese, simplified (GB18030, GBK)' },
  { id: 'big5', label: 'Chinese, traditional (Big5)' },
  { id: 'windows-1253', label: 'Greek (Windows-1253)' },
  { id: 'iso-8859-7', label: 'Greek (ISO 8859-7)' },
  { id: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { id: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { id: 'iso-8859-8', label: 'Hebrew (ISO 8859-8)' },
  { id: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { id: 'iso-8859-6', label: 'Arabic (ISO 8859-6)' },
  { id: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { id: 'iso-8859-4', label: 'Baltic (ISO 8859-4)' },
  { id: 'windows-1258', label: 'Vietnamese (Windows-1258)' },
  { id: 'windows-874', label: 'Thai (Windows-874)' },
  { id: EBCDIC, label: 'Mainframe (EBCDIC, IBM 500)' },
];

/** The name people know an encoding by; its own where it is not on the list. */
export const encodingLabel = (id: string): string => ENCODINGS.find((one) => one.id === id)?.label ?? id;
