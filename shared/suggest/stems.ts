/** Words without the endings that a sentence gives them: cases in Russian and Ukrainian, particles in Korean. */

const ENDINGS = (
  'ого его ому ему ыми ими ами ями ой ою ей ею єю ом ем ём єм ым им їм их ых ах ях ам ям ий ый ій ая яя ую юю ое ее ые ие ої ' +
  'а я у ю о е и ы і ї є ь й'
).split(' ');
const SHORTEST = 3;

/** A folded Cyrillic word without its ending, as far as three letters stay. */
export function slavicStem(word: string): string {
  // "Ыном" of Ким Чен Ын.
  if (/^\p{L}{2}ом$/u.test(word)) return word.slice(0, 2);
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= SHORTEST && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

/** A stem in which the vowel that comes and goes is left out: Харків and Харкова, Київ and Києва. */
export const steadyStem = (stem: string): string => stem.replace(/[оеєії]в$/u, 'в').replace(/[оеі]ц$/u, 'ц');

const PARTICLES =
  /^(?:씨|측|군|당국|장군|대통령|장관|위원장|총리|외무상)?(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|와|과|와의|과의|도|로|으로|만|부터|로부터|으로부터|까지|에는|에도|에서는|에서의|으로의|로의|라고|이라고|이다|보다|처럼|이나|나)?$/u;

/** True where the rest of a Korean word behind a name is only a title or a particle. */
export const isParticle = (rest: string): boolean => PARTICLES.test(rest);

const TRAILING = /(?:은|는|이|가|을|를|의|에|에서|에게|께서|와|과|도|로|으로|만|부터|까지|에는|측은|측이|측)$/u;

/** A Korean word without the particle at its end, where two syllables stay; the word itself otherwise. */
export function withoutParticle(word: string): string {
  const bare = word.replace(TRAILING, '');
  return bare.length >= 2 ? bare : word;
}
