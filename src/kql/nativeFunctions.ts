export { nativeFunctions, type NativeFunction } from './functions/index.ts';
export { dynamicText, NativeFailure, parseDynamic, type NativeRun, type NativeValue } from './functions/native/index.ts';
