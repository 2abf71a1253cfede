/** What Collate uses of citeproc-js 1.4.61 (npm `citeproc` 2.4.63), which has no types of its own. */
declare module 'citeproc' {
  interface EngineSystem {
    /** A locale as a tree of elements; the processor asks for `en-US` before any other. */
    retrieveLocale(tag: string): object;
    /** CSL-JSON with its `id`. */
    retrieveItem(id: string): object;
  }

  interface EngineCitation {
    readonly citationID: string;
    readonly citationItems: readonly { id: string; locator?: string; label?: string; suffix?: string }[];
    readonly properties: { readonly noteIndex: number };
  }

  interface EngineBibliography {
    readonly entry_ids: readonly (readonly string[])[];
    readonly bibliography_errors: readonly unknown[];
  }

  class Engine {
    constructor(system: EngineSystem, style: object, language: string, forceLanguage: boolean);
    readonly opt: { readonly development_extensions: Record<string, boolean> };
    setOutputFormat(format: string): void;
    updateItems(ids: readonly string[]): void;
    rebuildProcessorState(citations: readonly EngineCitation[], format: string): [string, number, string][];
    makeBibliography(): [EngineBibliography, string[]] | false;
  }

  const CSL: {
    readonly Engine: typeof Engine;
    readonly Output: { readonly Formats: Record<string, object> };
  };
  export default CSL;
}
