import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** What is to be done for each agency. */
export interface Task {
  readonly root: string;
  readonly reason?: string | undefined;
  /** Computes though nothing has changed. */
  readonly again?: boolean;
  readonly flush?: boolean;
  /** Folder of the stamps. */
  readonly stamps: string;
}

/** What became of one agency: a sentence, or why it failed. One that fails costs only itself. */
export interface Done {
  readonly agency: string;
  readonly skipped?: true;
  readonly said?: string;
  readonly error?: string;
}

/** Computes the reports of many agencies on so many cores; the answers in the order of the agencies. */
export async function crew(agencies: readonly string[], task: Task, cores: number): Promise<Done[]> {
  const waiting = [...agencies];
  const done = new Map<string, Done>();
  const workers = Array.from({ length: Math.min(cores, agencies.length) }, () => hand(waiting, task, done));
  await Promise.all(workers);
  return agencies.flatMap((one) => done.get(one) ?? []);
}

/** One worker takes from the same list as the others until it is empty. */
function hand(waiting: string[], task: Task, done: Map<string, Done>): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { crew: task } });
  return new Promise((finish, fail) => {
    const next = () => {
      const agency = waiting.shift();
      if (agency === undefined) void worker.terminate().then(() => finish(), fail);
      else worker.postMessage(agency);
    };
    worker.on('message', (one: Done) => {
      done.set(one.agency, one);
      next();
    });
    worker.on('error', fail);
    next();
  });
}

const own = isMainThread ? undefined : (workerData as { crew?: Task } | null)?.crew;
// Not awaited here: that file imports this one, and would wait for it.
if (own)
  void import('./analyse.ts').then(({ renew }) =>
    parentPort?.on('message', (agency: string) => parentPort?.postMessage(renew(agency, own))),
  );
