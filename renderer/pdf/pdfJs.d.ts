// The package has types for what is imported by name; its worker is only loaded.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
