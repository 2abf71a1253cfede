/** The .collate format: docs/bundle-format.md says what it is. */
export type { BundleContents, BundleOriginal, BundleRows, BundleText } from './contents';
export type { BundleHeader } from './header';
export type { RecordTable } from './names';
export type { BundleTools, Hasher, OnProgress } from './tools';
export type { BundleRefusal } from './refusals';
export { BUNDLE_REFUSALS, bundleRefusalSentence } from './refusals';
export { canonicalJson } from './canonicalJson';
export type { GivenBundle } from './openBag';
export type { ReadOptions } from './read';
export { inspectBundle, readBundle, signatureOf, signBundle, signedParts } from './read';
export type { Bytes } from './source';
export type { Splice } from './zipAppend';
export type { Signature, Signer } from './seal/signature';
export { fingerprintOf } from './seal/signature';
export { ContentsBroken, writeBundle, writeBundleTo } from './write';
export { BundleTooLarge } from './zipWrite';
