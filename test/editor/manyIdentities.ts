import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

/** Writes sign-ins of this many service principals, one each, as NDJSON whose columns are the table's. Returns the file. */
export async function writeManyIdentities(folder: string, count: number): Promise<string> {
  const file = path.join(folder, 'many.ndjson');
  const stream = createWriteStream(file);
  const start = Date.UTC(2026, 2, 1);
  for (let index = 0; index < count; index += 1) {
    const id = index.toString(16).padStart(12, '0');
    const record = {
      Type: 'AADServicePrincipalSignInLogs',
      TimeGenerated: new Date(start + index * 30_000).toISOString(),
      ServicePrincipalId: `10000000-0000-4000-8000-${id}`,
      ServicePrincipalName: `service-${String(index).padStart(5, '0')}`,
      AppId: `20000000-0000-4000-8000-${id}`,
      ResourceDisplayName: 'Microsoft Graph',
      IPAddress: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
      ResultType: index % 50 === 0 ? '7000215' : '0',
      UniqueTokenIdentifier: `token-${index}`,
    };
    if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return file;
}
