/** Where answers and messages go: standard output is for the answer alone. */
import type { Answer } from './exit.ts';

export interface Output {
  readonly log: (line: string) => void;
  /** Writes an answer, as text or as one line of JSON, and waits until it is out. */
  readonly answer: (answer: Answer, isJson: boolean) => Promise<void>;
}

/** Output to two streams. Whoever reads them may stop reading, as `| head` does: the work goes on. */
export function outputOf(stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream): Output {
  for (const stream of [stdout, stderr]) stream.on('error', passOver);
  return {
    log: (line) => {
      stderr.write(`${line}\n`);
    },
    answer: async ({ text, json, isFailure = false }, isJson) => {
      if (isJson) await written(stdout, `${JSON.stringify(json)}\n`);
      else if (text !== '') await written(isFailure ? stderr : stdout, `${text}\n`);
    },
  };
}

function passOver(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.write(text, () => resolve());
  });
}
