// The package has no types for its decoders by themselves.
declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    readonly width: number;
    readonly height: number;
    parse(file: Uint8Array): void;
    getData(options: { width: number; height: number; forceRGB: boolean }): Uint8Array;
  }
}
