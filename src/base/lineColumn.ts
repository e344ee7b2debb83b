/** 1-based line and column of an offset, as editors and Kusto print them. Lines end in LF, CRLF or CR. */
export function lineColumnAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStarts = [...before.matchAll(/\r\n|\n|\r/g)];
  const last = lineStarts.at(-1);
  return { line: lineStarts.length + 1, column: before.length - (last ? last.index + last[0].length : 0) + 1 };
}
