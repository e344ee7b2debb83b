import { parentPort, Worker } from 'node:worker_threads';
import { textChecker, type CheckedText, type CheckTask } from './checkText.ts';

interface Batch {
  readonly number: number;
  readonly tasks: readonly CheckTask[];
}

interface Answer {
  readonly number: number;
  readonly checked: readonly CheckedText[];
}

/** In a thread of its own: answers batches until it is ended. */
export function serveChecks(): void {
  const check = textChecker();
  parentPort?.on('message', ({ number, tasks }: Batch) => {
    parentPort?.postMessage({ number, checked: tasks.map(check) } satisfies Answer);
  });
}

/** Binding KQL is work for a processor, so batches go to threads that each have Microsoft's library; answers keep the order of the tasks. */
export class CheckThreads {
  readonly #threads: readonly Worker[];

  constructor(script: string, count: number) {
    this.#threads = Array.from({ length: count }, () => new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 64 } }));
  }

  /** Each thread takes the next batch when it is done with one. `next` gives undefined at the end. */
  async run(next: () => Promise<readonly CheckTask[] | undefined>, done: (batch: number, checked: readonly CheckedText[]) => void): Promise<void> {
    let batches = 0;
    // Reading happens one batch after the other: the order of the batches is that of the files.
    let reading: Promise<unknown> = Promise.resolve();
    const take = async (): Promise<Batch | undefined> => {
      const read = reading.then(async () => {
        const tasks = await next();
        return tasks && { number: batches++, tasks };
      });
      reading = read.catch(() => undefined);
      return read;
    };
    await Promise.all(
      this.#threads.map(async (thread) => {
        for (let batch = await take(); batch; batch = await take()) {
          const { number, checked } = await ask(thread, batch);
          done(number, checked);
        }
      }),
    );
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

function ask(thread: Worker, batch: Batch): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void => { reject(new Error(`A thread that checks files ended with code ${String(code)}.`)); };
    thread.once('error', reject).once('exit', ended);
    thread.once('message', (answer: Answer) => {
      thread.off('error', reject).off('exit', ended);
      resolve(answer);
    });
    thread.postMessage(batch);
  });
}
