/** Breaking a command off by Ctrl-C or from outside: what is open is closed in order, and the user reads what became of the work. */
import { EXIT, failure } from './exit.ts';
import type { Output } from './output.ts';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type EndSignal = keyof typeof EXIT_CODES;

export interface Interrupts {
  /** Registers what is to be said and done; the result takes it back. */
  readonly onInterrupt: (said: string, end: () => Promise<void>) => () => void;
  /** Hands signals to somebody else, who ends the work. */
  readonly handOver: (pass: (signal: EndSignal) => void) => void;
  readonly isInterrupted: () => boolean;
}

/** Longer than an embedded server takes to stop; then the process ends all the same. */
const PATIENCE_MS = 8000;

/** Listens to a process. A second signal ends it at once. */
export function watchInterrupts(source: NodeJS.Process, output: Output, isJson: boolean): Interrupts {
  const ends: { readonly said: string; readonly end: () => Promise<void> }[] = [];
  let passTo: ((signal: EndSignal) => void) | null = null;
  let isInterrupted = false;
  const receive = (signal: EndSignal): void => {
    if (passTo !== null) {
      passTo(signal);
      return;
    }
    if (isInterrupted) source.exit(EXIT_CODES[signal]);
    isInterrupted = true;
    const message = ends.map(({ said }) => said).find((said) => said !== '') ?? '已中断。';
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const ended = Promise.allSettled(ends.map(async ({ end }) => end()));
    const told = output.answer(failure(EXIT.fault, { code: 'interrupted', message }), isJson);
    void Promise.race([Promise.all([ended, told]), patience]).then(() => source.exit(EXIT_CODES[signal]));
  };
  for (const signal of Object.keys(EXIT_CODES) as EndSignal[]) source.on(signal, receive);
  return {
    onInterrupt: (said, end) => {
      const entry = { said, end };
      ends.push(entry);
      return () => {
        if (!isInterrupted) ends.splice(ends.indexOf(entry), 1);
      };
    },
    handOver: (pass) => {
      passTo = pass;
    },
    isInterrupted: () => isInterrupted,
  };
}
