// Unit tests run in Node: IndexedDB is a faithful in-memory copy there.
import 'fake-indexeddb/auto';
import fc from 'fast-check';

/**
 * Property tests draw the same cases each time, so that a run says something of the change and not of its luck.
 * COLLATE_SEED=any draws others, to look for what nobody has met yet; what fails then becomes an example.
 */
const wanted = process.env['COLLATE_SEED'];
if (wanted !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? 20_261_125) });
