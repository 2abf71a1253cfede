// Where things are, for every script.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const out = process.env.COLLATE_OUT ? path.resolve(process.env.COLLATE_OUT) : path.join(root, 'out');
export const inRoot = (...parts) => path.join(root, ...parts);
