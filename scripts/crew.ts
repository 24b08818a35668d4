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

type Work = (agency: string, task: Task) => Done;

/** What all who work have in common: the agencies, and the place of the next one that nobody has taken. */
interface Share {
  readonly agencies: readonly string[];
  readonly task: Task;
  readonly next: SharedArrayBuffer;
}

/** For fewer agencies than these another worker is not worth its start: it reads and compiles all code again, for over a second. */
const WORTH = 6;

/** Computes the reports of many agencies on so many cores, this thread's own among them; the answers in the order of the agencies. */
export async function crew(agencies: readonly string[], task: Task, cores: number, work: Work): Promise<Done[]> {
  const share = { agencies, task, next: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const others = Math.min(cores, Math.ceil(agencies.length / WORTH)) - 1;
  // Both at once: the workers are at it already when this thread begins.
  const [rest, own] = [Array.from({ length: others }, () => hire(share)), turns(share, work)];
  const done = new Map([...own, ...(await Promise.all(rest)).flat()].map((one) => [one.agency, one]));
  return agencies.flatMap((one) => done.get(one) ?? []);
}

/** Takes one agency after the other until none is left. */
function turns({ agencies, task, next }: Share, work: Work): Done[] {
  const place = new Int32Array(next);
  const done: Done[] = [];
  for (let at = Atomics.add(place, 0, 1); at < agencies.length; at = Atomics.add(place, 0, 1))
    done.push(work(agencies[at] as string, task));
  return done;
}

function hire(share: Share): Promise<Done[]> {
  return new Promise((finish, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { crew: share } });
    worker.once('message', finish);
    worker.once('error', fail);
  });
}

const own = isMainThread ? undefined : (workerData as { crew?: Share } | null)?.crew;
// Not awaited here: that file imports this one, and would wait for it.
if (own) void import('./analyse.ts').then(({ renew }) => parentPort?.postMessage(turns(own, renew)));
