import { UsageError } from '../options.ts';

/** A screen that one person looks at, and its keys. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  write(text: string): void;
  /** The next key that is pressed from now on; undefined where there will be none. */
  key(): Promise<string | undefined>;
}

const ESC = '\u001B[';
/** A second screen, of which nothing goes into what can be scrolled back to. */
const ENTER = `${ESC}?1049h${ESC}?25l`;
const LEAVE = `${ESC}2J${ESC}3J${ESC}H${ESC}?25h${ESC}?1049l`;
/** Clears the screen, and what could be scrolled back to, before something else is shown. */
export const CLEAR = `${ESC}2J${ESC}3J${ESC}H`;

export type Input = Pick<NodeJS.ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;
export type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'rows' | 'write'>;

/** Throws a `UsageError` where there is no terminal: what people wrote must not end up in a file or in another program. */
export function needTerminal(input: Input, output: Output): void {
  if (!input.isTTY || !output.isTTY)
    throw new UsageError(
      'Perintah ini menampilkan kata-kata warga dan hanya berjalan di terminal, bukan ke berkas atau program lain. / This command shows what people wrote and runs on a terminal alone, not into a file or another program.',
    );
}

/**
 * Hands a terminal's second screen to `body` and clears it afterwards, whatever happens, a signal too.
 */
export async function onScreen<T>(input: Input, output: Output, body: (terminal: Terminal) => Promise<T>): Promise<T> {
  let waiting: ((key: string | undefined) => void) | undefined;
  const give = (key: string | undefined): void => {
    const next = waiting;
    waiting = undefined;
    next?.(key);
  };
  // What is pressed while no comment waits for it, is not for the next one.
  const press = (data: Buffer | string): void => give(String(data));
  let ended = false;
  const end = (): void => {
    ended = true;
    give(undefined);
  };
  let isOpen = true;
  const leave = (): void => {
    if (!isOpen) return;
    isOpen = false;
    output.write(LEAVE);
    input.setRawMode(false);
  };
  const stop = (): void => {
    leave();
    process.exit(1);
  };
  output.write(ENTER);
  input.setRawMode(true);
  input.on('data', press);
  input.on('end', end);
  input.resume();
  process.once('exit', leave);
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await body({
      get columns() {
        return output.columns || 80;
      },
      get rows() {
        return output.rows || 24;
      },
      write: (text) => void output.write(text),
      key: () => (ended ? Promise.resolve(undefined) : new Promise((resolve) => (waiting = resolve))),
    });
  } finally {
    leave();
    input.off('data', press);
    input.off('end', end);
    input.pause();
    process.off('exit', leave);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

const SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
