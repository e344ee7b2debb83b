import type { ExportFormat } from '../../protocol/index.ts';

/** Extension and the save dialog's name of each export format. */
export const exportFormats: Readonly<Record<ExportFormat, { readonly extension: string; readonly name: string }>> = {
  csv: { extension: 'csv', name: 'CSV' },
  tsv: { extension: 'tsv', name: 'Tab-separated' },
  json: { extension: 'json', name: 'JSON' },
  markdown: { extension: 'md', name: 'Markdown' },
};

/** A file name for an export: letters, digits and hyphens of the title only, whatever a log or a person put in it. A part of a result is named as one. */
export function exportFileName(title: string, format: ExportFormat, whole = true): string {
  const stem = title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)?$/.test(stem) ? 'results' : stem;
  return `${safe}${whole ? '' : '-incomplete'}.${exportFormats[format].extension}`;
}
