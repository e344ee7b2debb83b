/** What the host knows of a webview: where files of dist/webview are served from, and a nonce made for this page. */
export interface ResultsPageSite {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** URIs as the webview sees them. */
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly codiconUri: string;
  /** Random, letters and digits only, new for each page. */
  readonly nonce: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/**
 * The whole HTML of the results page. Its policy allows our script and styles, and one generated style sheet (the
 * grid's column widths) by nonce: nothing inline, no eval, no image, no request anywhere.
 */
export function resultsPageHtml(site: ResultsPageSite): string {
  const source = attribute(site.cspSource);
  const nonce = attribute(site.nonce);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `font-src ${source}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Results</title>
  <link rel="stylesheet" href="${attribute(site.codiconUri)}">
  <link rel="stylesheet" href="${attribute(site.styleUri)}">
</head>
<body>
  <div id="page"></div>
  <script nonce="${nonce}" src="${attribute(site.scriptUri)}"></script>
</body>
</html>
`;
}
