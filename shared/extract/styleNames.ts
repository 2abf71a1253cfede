/** Names of paragraph styles that say what a paragraph is, in the languages office programs give them in. */
import type { LayoutKind } from '../model/layout';

export interface StyleKind {
  readonly kind: LayoutKind;
  readonly level: number;
}

const HEADING = new RegExp(
  '^(?:heading|head|überschrift|titre|título|titulo|titolo|intestazione|encabezado|cabeçalho|kop|rubrik|overskrift|' +
    'otsikko|nagłówek|nadpis|címsor|titlu|başlık|επικεφαλίδα|заголовок|заглавие|наслов|標題|标题|見出し|제목|كعنوان|عنوان|כותרת)' +
    '[\\s_-]*(?:_20_)?([1-9])$',
  'iu',
);
const TITLE = /^(?:title|titel|titre|título|titolo|tytuł|název|cím|название|назва|заглавие|表題|標題|标题|제목)$/iu;
const CAPTION =
  /^(?:caption|beschriftung|légende|legende|epígrafe|descripción|legenda|didascalia|bijschrift|podpis|название объекта|подпись|図表番号|題注|题注|캡션)$/iu;

/** What a style of that name is for; null where the name says nothing. */
export function styleKind(name: string): StyleKind | null {
  const plain = name.trim().replaceAll('_20_', ' ');
  const heading = HEADING.exec(plain);
  if (heading) return { kind: 'heading', level: Number(heading[1]) };
  if (TITLE.test(plain)) return { kind: 'title', level: 0 };
  return CAPTION.test(plain) ? { kind: 'caption', level: 0 } : null;
}
