/**
 * What a person is told of who a bundle is from. A name in a bundle is what its sender says; only the key is proved, so
 * each answer says how far the name can be relied on.
 */

/** What is known here of whoever signed; `other-key` where the name is known, but with another key. */
export type SignerStanding =
  | { readonly kind: 'unsigned' | 'altered' }
  | { readonly kind: 'own' | 'known' | 'new' | 'other-key'; readonly name: string; readonly fingerprint: string };

/** Names of lucide icons: a different shape for each standing, so that none is told by colour alone. */
export type SignerIcon = 'shield-check' | 'shield-question-mark' | 'shield-off' | 'shield-alert' | 'shield-x';

export interface SignerWords {
  readonly icon: SignerIcon;
  /** For beside the icon. */
  readonly words: string;
  /** What to do; null where nothing is. */
  readonly advice: string | null;
}

/** The words and the icon for a standing. */
export function signerWords(standing: SignerStanding): SignerWords {
  switch (standing.kind) {
    case 'unsigned':
      return {
        icon: 'shield-off',
        words: 'Not signed',
        advice: 'Nothing in the bundle proves who it is from. Ask the sender if that matters.',
      };
    case 'altered':
      return {
        icon: 'shield-x',
        words: 'Changed after it was signed',
        advice: 'Do not rely on this file. Ask the sender for it again.',
      };
    case 'own':
      return { icon: 'shield-check', words: 'Signed by you', advice: null };
    case 'known':
      return {
        icon: 'shield-check',
        words: `Signed by ${shown(standing.name)}, whose key is known here`,
        advice: null,
      };
    case 'new':
      return {
        icon: 'shield-question-mark',
        words: `Signed with a new key by somebody who gives the name ${shown(standing.name)}`,
        advice: `Before you rely on the name, call them and compare the fingerprint: ${standing.fingerprint}.`,
      };
    case 'other-key':
      return {
        icon: 'shield-alert',
        words: `Signed in the name of ${shown(standing.name)}, but not with the key that is known here`,
        advice: `They may have a new machine, or somebody uses their name. Call them and compare the fingerprint: ${standing.fingerprint}.`,
      };
  }
}

/** A name out of a file, fit to stand in a sentence: short, on one line, without characters that turn or hide others. */
function shown(name: string): string {
  const plain = name
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return 'nobody';
  return plain.length > 60 ? `“${plain.slice(0, 60).replace(/\p{Surrogate}$/u, '')}…”` : `“${plain}”`;
}
