import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { OutputShape } from './output.ts';
import { openFileOutput } from './fileOutput.ts';

/** Takes text piece by piece; waits while whoever reads it is behind. */
export interface Output {
  write(text: string): Promise<void>;
  /** All was written. */
  finish(): Promise<void>;
  /** It ends here; a file is left as it was. */
  abandon(): Promise<void>;
}

/** The command line's world: results on standard output, everything said about them on standard error. */
export interface Terminal {
  readonly shape: OutputShape;
  /** Standard output, or a file that is replaced as a whole when all was written. */
  open(file?: string): Promise<Output>;
  write(content: string, file?: string): Promise<void>;
  note(line: string): void;
  readStandardInput(): Promise<string>;
}

export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) ends the work; that is no error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 2);
    });
  }
  const open = (file?: string): Promise<Output> => (file === undefined ? Promise.resolve(standardOutput()) : openFileOutput(file));
  return {
    shape: process.stdout.isTTY ? { width: process.stdout.columns, height: process.stdout.rows } : {},
    open,
    write: async (content, file) => {
      const output = await open(file);
      await output.write(content);
      await output.finish();
    },
    note: (line) => { process.stderr.write(`${line}\n`); },
    readStandardInput: () => text(process.stdin),
  };
}

function standardOutput(): Output {
  const nothing = () => Promise.resolve();
  return { write: (content) => writeTo(process.stdout, content), finish: nothing, abandon: nothing };
}

/** Waits until the text is handed over, so that a long result into a slow pipe is neither cut nor held twice. */
function writeTo(stream: Writable, content: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
