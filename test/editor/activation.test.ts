import { expect } from 'vitest';
import { test } from './editorTest.ts';

test('activation takes less processor time than a fixed sum in the same host', async ({ workbench }) => {
  // The same machine, process and moment for both: what else runs there slows one as it slows the other.
  const { before, activation, sum } = await workbench.inHost(async (vscode) => {
    const extension = vscode.extensions.getExtension('identity-trail.identity-trail');
    const before = extension?.isActive;
    const processorMs = async (work: () => unknown): Promise<number> => {
      const from = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    const activation = await processorMs(() => extension?.activate());
    const sum = await processorMs(() => {
      let total = 0;
      for (let index = 0; index < 200_000_000; index += 1) total += index;
      return total;
    });
    return { before, activation, sum };
  });
  console.log(`activation: ${activation.toFixed(0)} ms of processor time; two hundred million additions: ${sum.toFixed(0)} ms`);
  expect(before).toBe(false);
  expect(activation).toBeLessThan(sum);
});
