/** The program's version: the same words as in package.json (a test compares them). */
export const VERSION = '0.1.0';
