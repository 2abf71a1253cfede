/** The part of pdf.js that takes a file apart, as a worker of ours: it listens for itself once it is loaded. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
