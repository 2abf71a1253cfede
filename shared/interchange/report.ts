/** What a conversion did: how much came over, and what the other format has no place for. Nothing goes silently. */

export interface ConversionReport {
  /** What came over, by the word for it (`documents`, `tags`, `codings`), in the order to show it. */
  readonly counts: Readonly<Record<string, number>>;
  /** What did not, or not whole: one sentence a kind, with how often. */
  readonly losses: readonly ConversionLoss[];
  /** Choices the converter made that a person may want to check. */
  readonly notices: readonly string[];
}

export interface ConversionLoss {
  /** A plain sentence: "Audio sources are not read." */
  readonly what: string;
  readonly count: number;
}

/** Collects a report while a conversion runs; equal losses are counted together. */
export function makeReport() {
  const counts: Record<string, number> = {};
  const losses = new Map<string, number>();
  const notices = new Set<string>();
  return {
    count(word: string, by = 1): void {
      counts[word] = (counts[word] ?? 0) + by;
    },
    lose(what: string, by = 1): void {
      losses.set(what, (losses.get(what) ?? 0) + by);
    },
    notice(sentence: string): void {
      notices.add(sentence);
    },
    done: (): ConversionReport => ({
      counts,
      losses: [...losses].map(([what, count]) => ({ what, count })),
      notices: [...notices],
    }),
  };
}
export type ReportMaker = ReturnType<typeof makeReport>;
