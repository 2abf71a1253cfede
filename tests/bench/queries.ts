/** What is typed in the measure of searching: words of the generated cases, common and rare, alone and together. */
import { randomFrom, vocabulary } from './generate';

export function queries(count: number): string[] {
  const random = randomFrom(3);
  const words = vocabulary();
  // Log-uniform ranks, as the texts have them.
  const word = (): string => words[Math.floor(Math.exp(random() * Math.log(words.length)))]!;
  const misspelt = (text: string): string => {
    const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
    return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  };
  const kinds: (() => string)[] = [
    word,
    word,
    word,
    () => `${word()} ${word()}`,
    () => `${word()} ${word()} ${word()}`,
    () => `"${word()} ${word()}"`,
    () => `${word()} -${word()}`,
    () => {
      const long = word();
      return long.length > 4 ? misspelt(long) : long;
    },
  ];
  const all = new Set<string>();
  while (all.size < count) all.add(kinds[all.size % kinds.length]!());
  return [...all];
}
