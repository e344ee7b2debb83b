export const guidPattern = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/** Whether a text is no whole word of the index: too short, or with something other than letters and digits at an end. */
export function isNoWord(text: string): boolean {
  return text.length < 3 || !/^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(text);
}
