/** The arguments of a command: which it takes, and what it says when it gets others. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isPageLanguage, PAGE_LANGUAGES } from '@shared/bundle/pageWords';
import type { PageLanguage } from '@shared/bundle/pageWords';
import { Ended } from './io';

interface OptionKind {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: boolean;
}

export interface Arguments {
  readonly files: readonly string[];
  /** The one value of an option; undefined where it is not given. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

/**
 * Reads a command's arguments.
 * @param files how many file names it takes, at least and at most
 * @throws Ended with status 2 where they are others
 */
export function argumentsOf(
  given: readonly string[],
  usage: string,
  [fewest, most]: readonly [number, number],
  options: Readonly<Record<string, OptionKind>> = {},
): Arguments {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...given], options: { ...options }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Ended(`${error instanceof Error ? error.message : String(error)}\nUse: collate ${usage}`, 2);
  }
  const { positionals, values } = parsed;
  if (positionals.length < fewest || positionals.length > most) throw new Ended(`Use: collate ${usage}`, 2);
  const texts = (name: string): readonly string[] => {
    const value = values[name];
    return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
  };
  return { files: positionals, text: (name) => texts(name)[0], texts, has: (name) => values[name] === true };
}

/** The option that says where the result goes; every command that writes has it. */
export const OUT = { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const;

/** The option that says in which language the page of a bundle that is written is to be read. */
export const PAGE = { language: { type: 'string' } } as const;

export function languageOf(given: Arguments, usage: string): PageLanguage {
  const language = given.text('language')?.toLowerCase() ?? 'en';
  if (!isPageLanguage(language))
    throw new Ended(`The page can be in ${PAGE_LANGUAGES.join(', ')}.\nUse: collate ${usage}`, 2);
  return language;
}

/** Where the result goes. */
export function outputOf(given: Arguments, usage: string): string {
  const name = given.text('output');
  if (!name) throw new Ended(`Where should the result go? Use: collate ${usage}`, 2);
  // Not even with --force: what was read may be the only copy.
  if (given.files.some((file) => path.resolve(file) === path.resolve(name)))
    throw new Ended(`“${name}” is read from; the result needs another name. Use: collate ${usage}`, 2);
  return name;
}
