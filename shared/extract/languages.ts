/** Languages as files name them: put right, and believed only where the text is in a script they are written in. */

/** The tag with its case put right; empty for what is none. */
export function languageTag(language: string | undefined): string {
  const tag = (language ?? '').trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) || tag.length > 35 || /^(?:und|zxx|mul)\b/i.test(tag)) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}

const SCRIPTS = ['Latn', 'Cyrl', 'Grek', 'Hang', 'Hira', 'Kana', 'Hani', 'Arab', 'Hebr', 'Deva', 'Thai'] as const;
/** Scripts that languages are written in together with others. */
const WRITTEN_IN: Readonly<Record<string, RegExp>> = {
  Jpan: /^(?:Hira|Kana|Hani)$/,
  Kore: /^(?:Hang|Hani)$/,
  Hans: /^Hani$/,
  Hant: /^Hani$/,
};
const SAMPLE = 20_000;

/** The script most letters of a text are in. */
function mainScript(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let main = '';
  let most = 0;
  for (const script of SCRIPTS) {
    const count = sample.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
    if (count > most) [main, most] = [script, count];
  }
  return main;
}

/** True where a text in that script may be in that language. */
function suits(language: string, script: string): boolean {
  const tag = languageTag(language);
  if (tag === '') return false;
  const own = new Intl.Locale(tag).maximize().script ?? '';
  return WRITTEN_IN[own]?.test(script) ?? own === script;
}

/** The first of the languages that a text in its script may be in; empty where none is. */
export function suitingLanguage(languages: readonly string[], text: string): string {
  const script = mainScript(text);
  return languages.find((language) => suits(language, script)) ?? '';
}
