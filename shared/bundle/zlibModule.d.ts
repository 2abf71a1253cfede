/** The build puts the file into the code, as a data URL. */
declare module '@zip.js/zip.js/dist/zip-module.wasm?url&inline' {
  const url: string;
  export default url;
}
