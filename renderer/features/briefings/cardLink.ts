/** How the keys of the text reach the card of the selected citation. */

export interface CardLink {
  /** Gives the card the focus; false where none stands. */
  readonly settle: () => boolean;
  /** The card takes the call for as long as it stands. Returns the way to give it back. */
  readonly take: (open: () => boolean) => () => void;
}

export function makeCardLink(): CardLink {
  let taken: (() => boolean) | null = null;
  return {
    settle: () => taken?.() ?? false,
    take(open) {
      taken = open;
      return () => {
        if (taken === open) taken = null;
      };
    },
  };
}
