import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';

/** A request as the service sees it. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came: JSON, or a form at the token endpoint. */
  readonly text: string;
  readonly body: { readonly query?: string; readonly timespan?: string; readonly workspaces?: readonly string[] };
}

export interface ServiceAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before the answer begins. */
  readonly delayMs?: number;
  /** Close the connection after this many bytes of the body. */
  readonly cutAfter?: number;
  /** Send the body in pieces of this many bytes, a millisecond apart. */
  readonly pieceBytes?: number;
  /** Close the connection without a word. */
  readonly reset?: boolean;
  /** Send the body as it is although the client takes gzip. */
  readonly plain?: boolean;
}

export interface LogAnalyticsServer {
  /** `https://localhost:<port>`. */
  readonly origin: string;
  /** `https://localhost:<port>/v1`, as the SDK's `endpoint` option takes it. */
  readonly endpoint: string;
  /** The certificate to trust, PEM. */
  readonly certificate: string;
  readonly requests: readonly ServiceRequest[];
  /** Requests whose client went away before the answer was complete. */
  readonly abandoned: () => number;
  close(): Promise<void>;
}

let certificate: ReturnType<typeof generate> | undefined;

/** An HTTPS service on loopback; `answer` decides what each request gets. */
export async function startLogAnalyticsServer(answer: (request: ServiceRequest) => ServiceAnswer | Promise<ServiceAnswer>): Promise<LogAnalyticsServer> {
  const pems = await (certificate ??= generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048, algorithm: 'sha256', extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }] }));
  const requests: ServiceRequest[] = [];
  let abandoned = 0;
  const server = createServer({ key: pems.private, cert: pems.cert }, (incoming, outgoing) => {
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) abandoned += 1;
    });
    void readRequest(incoming).then(async (request) => {
      requests.push(request);
      await send(await answer(request), request, outgoing);
    });
  });
  const port = await listen(server);
  const origin = `https://localhost:${String(port)}`;
  return {
    origin,
    endpoint: `${origin}/v1`,
    certificate: pems.cert,
    requests,
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => { resolve(); });
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<ServiceRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const isJson = text.startsWith('{');
  return { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, text, body: isJson ? (JSON.parse(text) as ServiceRequest['body']) : {} };
}

async function send({ status, body, headers = {}, delayMs = 0, cutAfter, pieceBytes, reset, plain }: ServiceAnswer, request: ServiceRequest, outgoing: ServerResponse): Promise<void> {
  if (delayMs > 0) await pause(delayMs);
  if (outgoing.destroyed) return;
  if (reset === true) {
    outgoing.destroy();
    return;
  }
  const gzip = plain !== true && cutAfter === undefined && body.length > 500 && String(request.headers['accept-encoding'] ?? '').includes('gzip');
  const bytes = gzip ? gzipSync(body, { level: 1 }) : Buffer.from(body);
  const hasBody = status !== 204;
  outgoing.writeHead(status, { ...(hasBody ? { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length } : {}), ...(gzip ? { 'content-encoding': 'gzip' } : {}), ...headers });
  if (cutAfter !== undefined) {
    outgoing.write(bytes.subarray(0, cutAfter), () => outgoing.destroy());
    return;
  }
  for (let index = 0; pieceBytes !== undefined && index < bytes.length - pieceBytes; index += pieceBytes) {
    outgoing.write(bytes.subarray(index, index + pieceBytes));
    await pause(1);
  }
  outgoing.end(hasBody ? bytes.subarray(pieceBytes === undefined ? 0 : Math.floor((bytes.length - 1) / pieceBytes) * pieceBytes) : undefined);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => { resolve((server.address() as AddressInfo).port); });
  });
}
