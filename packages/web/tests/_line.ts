/** A line between browser and service that can be cut: what a page meets on a bad day, without touching either end. */
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * `open` passes everything on; `cut` breaks a sending after some bytes, `mute` swallows the answer to the next sending of a file once
 * the service has given it; `down` refuses everybody.
 */
export type LineState = 'open' | 'cut' | 'mute' | 'down';

export interface Line {
  readonly url: string;
  readonly set: (state: LineState) => void;
  readonly close: () => Promise<void>;
}

const CUT_AFTER_BYTES = 256 * 1024;
const SENDS_A_FILE = 'POST /api/v1/batches/file';

/** Opens a line to a service. */
export async function openLine(serviceUrl: string): Promise<Line> {
  let state: LineState = 'open';
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    if (state === 'down') return void browser.destroy();
    const service = connect(Number(new URL(serviceUrl).port), '127.0.0.1');
    const end = (): void => {
      browser.destroy();
      service.destroy();
      sockets.delete(browser);
    };
    sockets.add(browser);
    for (const socket of [browser, service]) socket.on('error', end).on('close', end);
    let isFile = false;
    let bytes = 0;
    browser.on('data', (piece) => {
      if (piece.includes(SENDS_A_FILE)) isFile = true;
      bytes += isFile ? piece.length : 0;
      if (state === 'cut' && bytes > CUT_AFTER_BYTES) end();
      else service.write(piece);
    });
    service.on('data', (piece) => {
      if (state === 'mute' && isFile) end();
      else browser.write(piece);
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    set: (next) => {
      state = next;
      if (next === 'down') for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
