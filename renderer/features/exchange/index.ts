export { exportCaseBundle } from './exportBundle';
export { importBundleFile } from './importBundle';
export { ExchangeView } from './ExchangeView';
export { useFolderExchange } from './folder/useFolderExchange';
export { shareCase } from './share';
export { exportOtherFormat, importOtherFormat } from './otherFormats';
