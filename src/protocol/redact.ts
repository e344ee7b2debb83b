/** Text from a service or an SDK for a person's eyes: what looks like a token or key is taken out, and it has an end. */
export function redact(text: string): string {
  const clean = text
    .replace(/\bBearer\s+\S+/gi, 'Bearer …')
    .replace(/\bey[\w-]{8,}(?:\.[\w-]*)*/g, '…')
    .replace(/((?:client_secret|client_assertion|refresh_token|access_token|x-api-key)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, '$1…');
  return clean.length > 600 ? `${clean.slice(0, 600)}…` : clean;
}
