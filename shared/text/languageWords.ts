let names: Intl.DisplayNames | null = null;

/** A language by its BCP 47 tag, in words; the tag itself where nobody knows it. */
export function languageWords(tag: string): string {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language' });
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
