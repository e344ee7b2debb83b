/** Whether there is a process of this ID, of whatever account: what a folder of ours is named after may still be in use. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
