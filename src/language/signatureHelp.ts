import type { SignatureFacts } from '../kql/index.ts';
import { functionText } from './describeKql.ts';
import type { KqlDocument } from './document.ts';
import { plain } from './markdown.ts';
import { placeAt } from './place.ts';

export interface SignatureHelp {
  readonly signatures: readonly SignatureFacts[];
  readonly active: number;
  readonly activeParameter: number;
  /** Markdown about the function. */
  readonly documentation?: string;
}

/** The function call around the offset and which of its arguments is being written. */
export function signatureHelp(document: KqlDocument, offset: number): SignatureHelp | undefined {
  const place = placeAt(document, offset)?.inStatement;
  const call = place?.statement.content.analysis?.callAt(place.offset);
  if (!call) return undefined;
  const text = functionText(call.name) ?? call.description;
  // Kusto has a signature for each type; those that read alike are one to a person.
  const labels = call.signatures.map(({ label }) => label);
  const signatures = call.signatures.filter(({ label }, index) => labels.indexOf(label) === index);
  return {
    signatures,
    active: Math.max(0, signatures.findIndex(({ label }) => label === labels[call.activeSignature])),
    activeParameter: call.activeParameter,
    ...(text !== undefined && { documentation: plain(text) }),
  };
}
